import { links } from '../lib/links'
import { addressOf, type PublishedTree, resolve } from '../lib/questionnaire/resolve'
import type { Files } from './files'

/** `/teams` → `/teams/`: every page has one address. */
function withSlash(files: Files, path: string): string | undefined {
  if (path.endsWith('/') || path.startsWith('//') || files.has(path)) return undefined
  return files.has(`${path}/`) ? `${encodeURI(path)}/` : undefined
}

/** A questionnaire address that today's tree does not have → the page that agrees with its answers. */
async function oldQuestionnaire(files: Files, path: string): Promise<string | undefined> {
  const [, product, id, diagnose, ...segments] = path.split('/')
  if (diagnose !== 'diagnose' || !product || !id || files.has(path)) return undefined
  const guide = { product, id }
  const tree = await files.load(links.tree(guide))
  if (!tree) return undefined
  const text = new TextDecoder().decode(tree.forms.identity.bytes)
  return addressOf(guide, resolve(JSON.parse(text) as PublishedTree, segments))
}

/** Where a decoded address leads that is not a page itself; undefined if nowhere. */
export async function redirectFor(files: Files, path: string): Promise<string | undefined> {
  return withSlash(files, path) ?? (await oldQuestionnaire(files, path))
}
