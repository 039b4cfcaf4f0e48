import { UNSURE } from '../../lib/diagnosis/model'
import { links } from '../../lib/links'
import type { PublishedTree } from '../../lib/questionnaire/resolve'
import type { Context } from '../context'
import type { Told } from './event'

/** Everything that a guide's tree asks, answers and tries: the closed lists that outcomes are held against. */
export interface GuideIds {
  questions: ReadonlyMap<string, ReadonlySet<string>>
  fixes: ReadonlySet<string>
}

/** Gathers the ids of a published tree. */
export function idsOfTree(tree: PublishedTree): GuideIds {
  const questions = new Map<string, Set<string>>()
  const fixes = new Set<string>()
  const visit = (node: PublishedTree): void => {
    if (!node) return
    if ('q' in node) {
      const answers = questions.get(node.q) ?? new Set([UNSURE])
      questions.set(node.q, answers)
      for (const [answer, child] of Object.entries(node.a)) {
        answers.add(answer)
        visit(child)
      }
    } else {
      fixes.add(node.f)
      visit(node.n)
    }
  }
  visit(tree)
  return { questions, fixes }
}

const hasDoubles = (ids: readonly string[]) => new Set(ids).size < ids.length

/** The first thing in an event that the site does not have, or undefined if all is there. */
export function unknownIn(
  { guide, answers, tried, event }: Told,
  ids: GuideIds | undefined,
  isFix: (id: string) => boolean,
): string | undefined {
  const { fix } = event
  if (fix && !isFix(fix)) return `fix ${fix}`
  if (guide === null) {
    if (!fix || event.kind === 'shown') return 'guide null'
    return answers.length || tried.length ? 'answers without a guide' : undefined
  }
  if (!ids) return `guide ${guide}`
  const [product] = guide.split('/')
  const [fixProduct, fixId] = fix?.split('/') ?? []
  if (fix && (fixProduct !== product || !fixId || !ids.fixes.has(fixId))) return `fix ${fix} in ${guide}`
  const strange = answers.find(([question, answer]) => !ids.questions.get(question)?.has(answer))
  if (strange) return `answer ${strange.join('.')}`
  const untried = tried.find((id) => !ids.fixes.has(id))
  if (untried) return `fix ${untried}`
  if (hasDoubles(tried) || hasDoubles(answers.map(([question]) => question))) return 'something twice'
  return undefined
}

/** The ids of every guide of the published site, read when they are first needed. */
export function readGuides({
  site,
  articles,
}: Pick<Context, 'site' | 'articles'>): (guide: string) => Promise<GuideIds | undefined> {
  const known = new Map<string, Promise<GuideIds>>()
  return async (guide) => {
    if (!articles.guide(guide)) return undefined
    const [product = '', id = ''] = guide.split('/')
    const reading =
      known.get(guide) ??
      site.text(links.tree({ product, id })).then((text) => idsOfTree(JSON.parse(text) as PublishedTree))
    known.set(guide, reading)
    return reading
  }
}
