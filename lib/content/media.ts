import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

const folder = () => process.env.CONTENT_DIR ?? 'content'

/** The pictures that lie beside articles, as paths below the content folder. */
export function listPictures(): string[][] {
  return readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    .filter((path) => extname(path).toLowerCase() in TYPES)
    .map((path) => path.split(/[\\/]/))
    .sort()
}

/** A picture of the content folder and its media type. Throws if there is none. */
export function readPicture(path: readonly string[]): { bytes: Uint8Array<ArrayBuffer>; type: string } {
  const file = join(folder(), ...path)
  return {
    bytes: new Uint8Array(readFileSync(file)),
    type: TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
  }
}
