import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { links, type Segment, TRIED } from '../../lib/links'
import type { PublishedTree } from '../../lib/questionnaire/resolve'

/** The published site, as it lies on disk. */
export const outFolder = fileURLToPath(new URL('../../out', import.meta.url))

/** Every published file, as a path below the folder. */
export function publishedFiles(): string[] {
  return readdirSync(outFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(outFolder.length))
    .sort()
}

/** A published file's text. */
export function readPublished(path: string): string {
  return readFileSync(join(outFolder, path), 'utf8')
}

/** Every address of the sitemap, without the host. */
export function sitemapPaths(): string[] {
  return [...readPublished('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url]) => new URL(url ?? '').pathname,
  )
}

/** The guide that the tests walk: the flagship. */
export const guide = { product: 'teams', id: 'caa20002' }

/** Its tree, as it is published. */
export const tree = JSON.parse(readPublished(links.tree(guide))) as PublishedTree

/** A point of the questionnaire: what its address spells out, and what stands there. */
export interface Stop {
  segments: Segment[]
  node: PublishedTree
}

/** Every point of the questionnaire, the shorter addresses first. */
export const stops: Stop[] = (() => {
  const all: Stop[] = [{ segments: [], node: tree }]
  for (const { segments, node } of all) {
    if (!node) continue
    if ('q' in node)
      for (const [answer, child] of Object.entries(node.a))
        all.push({ segments: [...segments, `${node.q}.${answer}`], node: child })
    else all.push({ segments: [...segments, `${TRIED}.${node.f}`], node: node.n })
  }
  return all
})()

/** How many of an address's segments are fixes that did not help. */
export function triedIn(segments: readonly Segment[]): number {
  return segments.filter((segment) => segment.startsWith(`${TRIED}.`)).length
}

/** The first point that a test accepts. */
export function stopWhere(test: (stop: Stop) => boolean): Stop {
  const found = stops.find(test)
  if (!found) throw new Error('The questionnaire has no such point.')
  return found
}

/** Is this point a question, a plan or the hand-over? */
export function kindOf({ node }: Stop): 'question' | 'plan' | 'hand-over' {
  if (!node) return 'hand-over'
  return 'q' in node ? 'question' : 'plan'
}

/** A question asked after an answer, a plan, and a hand-over with answers and at least two fixes tried. */
export const samples = {
  question: stopWhere((stop) => kindOf(stop) === 'question' && stop.segments.length === 1),
  plan: stopWhere(
    (stop) => kindOf(stop) === 'plan' && stop.segments.length > 1 && triedIn(stop.segments) === 0,
  ),
  handover: stopWhere(
    (stop) =>
      kindOf(stop) === 'hand-over' &&
      triedIn(stop.segments) >= 2 &&
      stop.segments.length - triedIn(stop.segments) >= 2,
  ),
}

const fixes = sitemapPaths().filter((path) => path.startsWith(links.fixes(guide.product)))

/** The page of every fix. */
export const fixPaths = fixes.filter((path) => path !== links.fixes(guide.product))

/** The page of a fix whose steps the tests may need: the first with this mark in it. */
export function fixWith(mark: string): string {
  const found = fixPaths.find((path) => readPublished(`${path}index.html`).includes(mark))
  if (!found) throw new Error(`No fix has ${mark} on its page.`)
  return found
}

const first = (folder: string) => {
  const found = sitemapPaths().find((path) => path.startsWith(folder) && path !== folder)
  if (!found) throw new Error(`The sitemap has nothing below ${folder}.`)
  return found
}

/** One address for each kind of page. */
export const kinds: Readonly<Record<string, string>> = {
  home: links.home(),
  product: links.product(guide.product),
  guide: links.guide(guide),
  question: links.diagnose(guide, samples.question.segments),
  plan: links.diagnose(guide, samples.plan.segments),
  'hand-over': links.diagnose(guide, samples.handover.segments),
  fix: fixWith('<copy-text'),
  fixes: links.fixes(guide.product),
  cause: first(links.causes(guide.product)),
  causes: links.causes(guide.product),
  faq: links.faqs(guide.product),
  codes: links.codes(),
  code: links.code('caa20003'),
  'how it decides': links.howItDecides(guide),
  'whole guide': links.wholeGuide(guide),
  'not found': '/no-such-page/',
}
