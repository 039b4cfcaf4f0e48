import type { Located } from './documents'

/** A part of an article that is for readers who gave certain answers: question id → answer ids. */
export type Audience = Readonly<Record<string, readonly string[]>>

/** The attributes of a `<For>` → the answers that it names. */
export function readAudience(attributes: Readonly<Record<string, string>>): Audience {
  return Object.fromEntries(
    Object.entries(attributes).map(([question, ids]) => [question, ids.split(/\s*,\s*/)]),
  )
}

/** The id of the heading that a `<For>` gets: `for-windows-new`. */
export function audienceId(audience: Audience): string {
  return `for-${Object.values(audience).flat().join('-')}`
}

/** The parts of an article that differ by answer, in order. */
export function variantsOf(article: Located): Audience[] {
  return [...article.body.matchAll(/^[ \t]*<For\s+([^>]*)>/gm)].map(([, attributes = '']) =>
    readAudience(
      Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)=["']([^"']*)["']/g)].map(([, name, ids]) => [name, ids ?? '']),
      ),
    ),
  )
}

/** Could a reader who gave these answers be meant? Questions that were not asked, or not known, leave it open. */
export function isMeant(audience: Audience, answers: ReadonlyMap<string, string>): boolean {
  return Object.entries(audience).every(([question, ids]) => {
    const answer = answers.get(question)
    return answer === undefined || ids.includes(answer)
  })
}

/**
 * The answers by which parts of an article are left out: the given ones, or none if they would leave nothing
 * of what differs. Steps for another system are better than no steps.
 */
export function answersThatLeaveSteps(
  article: Located,
  answers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return variantsOf(article).some((audience) => isMeant(audience, answers)) ? answers : new Map()
}
