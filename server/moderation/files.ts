import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { moderationLinks } from '../../lib/links'
import { securityHeaders } from '../../lib/publish/security'

/** A file that only the pages of moderation load; not part of the published site. */
interface DeskFile {
  /** Its address, which changes with its text. */
  href: string
  type: string
  text: string
}

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))

function nameFile(name: string, ending: string, type: string, text: string): DeskFile {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return { href: moderationLinks.file(`${name}.${hash}.${ending}`), type, text }
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [pathOf(entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

let made: { style: DeskFile; script: DeskFile } | undefined

/** The style sheet and the script of moderation, made when the first moderator comes. */
export function deskFiles(): { style: DeskFile; script: DeskFile } {
  made ??= {
    style: nameFile(
      'desk',
      'css',
      'text/css',
      readFileSync(pathOf('../../components/moderation/desk.css'), 'utf8'),
    ),
    script: nameFile('desk', 'js', 'text/javascript', bundle('../../elements/moderation-desk.element.ts')),
  }
  return made
}

/** What is at the address of a file; undefined if nothing is. */
export function serveDeskFile(path: string): Response | undefined {
  const file = Object.values(deskFiles()).find(({ href }) => href === path)
  if (!file) return undefined
  return new Response(file.text, {
    headers: {
      ...securityHeaders,
      'content-type': `${file.type}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
