import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { links } from '../lib/links'
import { addressOf, type PublishedTree, resolve } from '../lib/questionnaire/resolve'

/** The file below a folder that an address means, or undefined if the address leaves the folder. */
function fileFor(folder: string, path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') || decoded.split('/').includes('..') ? undefined : join(folder, decoded)
  } catch {
    return undefined
  }
}

/** `/teams` → `/teams/`: every page has one address. */
function withSlash(folder: string, path: string): string | undefined {
  if (path.endsWith('/') || path.startsWith('//')) return undefined
  const file = fileFor(folder, path)
  return file && existsSync(join(file, 'index.html')) && statSync(file).isDirectory() ? `${path}/` : undefined
}

/** A questionnaire address that today's tree does not have → the page that agrees with its answers. */
function oldQuestionnaire(folder: string, path: string): string | undefined {
  const [, product, id, diagnose, ...segments] = path.split('/')
  if (diagnose !== 'diagnose' || !product || !id) return undefined
  const guide = { product, id }
  const tree = fileFor(folder, links.tree(guide))
  const page = fileFor(folder, path)
  if (!tree || !existsSync(tree) || !page || existsSync(join(page, 'index.html'))) return undefined
  const found = resolve(
    JSON.parse(readFileSync(tree, 'utf8')) as PublishedTree,
    segments.map(decodeURIComponent),
  )
  return addressOf(guide, found)
}

/** Where an address leads that is not a page itself; undefined if nowhere. */
export function redirectFor(folder: string, path: string): string | undefined {
  return withSlash(folder, path) ?? oldQuestionnaire(folder, path)
}
