import type { OutcomeEvent, OutcomeLine } from './store'

/** One event of a visit, as far as learning needs it. */
export interface VisitEvent {
  guide: string | null
  answers: [string, string][]
  tried: string[]
  event: OutcomeEvent
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

function summariseGuide(guide: string, events: readonly VisitEvent[]): OutcomeLine | undefined {
  const told = events.findLastIndex(({ event }) => event.kind !== 'shown')
  const last = events[told]?.event
  const final = last?.kind === 'solved' || last?.kind === 'escalated' ? told : events.length - 1
  const end = events[final]
  if (!end) return undefined
  const failed = events
    .slice(0, final + 1)
    .flatMap(({ event }) => (event.kind === 'failed' ? [event.fix] : []))
  const { answers } = end
  const tried = unique([...end.tried, ...failed])
  const { event } = end
  if (event.kind === 'solved') {
    const before = tried.filter((fix) => fix !== event.fix)
    return { guide, answers, tried: [...before, event.fix], result: 'solved', solvedBy: event.fix }
  }
  if (event.kind === 'shown' && event.fix !== null && !tried.includes(event.fix))
    return { guide, answers, tried: [...tried, event.fix], result: 'silent' }
  // Everything that was tried has failed, and nothing is open: whether the reader said so or left.
  if (event.kind === 'escalated' || tried.length > 0) return { guide, answers, tried, result: 'escalated' }
  return answers.length > 0 ? { guide, answers, tried, result: 'silent' } : undefined
}

/**
 * What a visit teaches, from its events in order: a line for each guide that it saw something of. A later
 * word of the reader counts more than an earlier one; a page that was looked at after the problem was solved
 * or handed on changes nothing.
 */
export function summariseVisit(events: readonly VisitEvent[]): OutcomeLine[] {
  const guides = unique(events.flatMap(({ guide }) => guide ?? []))
  return guides.flatMap(
    (guide) =>
      summariseGuide(
        guide,
        events.filter((event) => event.guide === guide),
      ) ?? [],
  )
}
