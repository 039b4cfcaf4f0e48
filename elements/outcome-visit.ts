import { TRIED } from '../lib/links'

/** Something that a reader tells us, as `POST /outcomes` takes it. */
export interface Told {
  visit: string
  step: number
  /** `teams/caa20002`; null on a fix that was opened by itself. */
  guide: string | null
  answers: [question: string, answer: string][]
  /** Fixes of the guide that did not help before. */
  tried: string[]
  event: { kind: 'shown' | 'failed' | 'solved' | 'escalated'; fix: string | null }
}

/** What the tab remembers between its pages. */
export interface Visit {
  /** Random; says nothing about the reader and ends with the tab. */
  id: string
  /** The next event's number: the same event sent twice counts once. */
  step: number
  /** Whether this server wants to know; unknown until it was asked. */
  open?: boolean
  /** Solved or handed over: what is shown from now on is another visit. */
  over?: boolean
  /** Plans that were shown already. */
  seen: string[]
  /** Fixes that the reader passed over because they are for others: they have not failed. */
  skipped: string[]
  /** Events that have not arrived yet. */
  waiting: Told[]
}

/** More events than this are not kept for a connection that does not come back. */
const MOST_WAITING = 40

/** A visit of which nothing is known yet. */
export function startVisit(open?: boolean): Visit {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { id, step: 0, seen: [], skipped: [], waiting: [], ...(open === undefined ? {} : { open }) }
}

/**
 * The visit after an event. `page` is the address of a plan that is shown for the first time. If the problem had
 * been solved before, the plan begins another visit: it must not make the first look unsolved.
 */
export function noteEvent(before: Visit, told: Omit<Told, 'visit' | 'step'>, page?: string): Visit {
  const visit = page && before.over ? { ...startVisit(before.open), waiting: before.waiting } : before
  const tried = told.tried.filter((fix) => !visit.skipped.includes(fix))
  const { kind, fix } = told.event
  const isTried = kind === 'solved' || kind === 'failed'
  return {
    ...visit,
    step: visit.step + 1,
    over: kind === 'solved' || kind === 'escalated',
    seen: page ? [...visit.seen, page] : visit.seen,
    skipped: isTried ? visit.skipped.filter((id) => !fix?.endsWith(`/${id}`)) : visit.skipped,
    waiting: [...visit.waiting, { ...told, tried, visit: visit.id, step: visit.step }].slice(-MOST_WAITING),
  }
}

/** Without an event that has arrived. */
export function withoutSent(visit: Visit, sent: Told): Visit {
  const isOther = (told: Told) => told.visit !== sent.visit || told.step !== sent.step
  return { ...visit, waiting: visit.waiting.filter(isOther) }
}

/** `/teams/caa20002/diagnose/…`: is this a page of a questionnaire? */
export function isInQuestionnaire(path: string): boolean {
  return path.split('/')[3] === 'diagnose'
}

/**
 * Where in a questionnaire an address stands: the answers and failed fixes that it spells out. The page of a fix
 * stands where its `from` says, or nowhere when it was opened by itself.
 */
export function placeOf({
  pathname,
  search,
}: Pick<URL, 'pathname' | 'search'>): Omit<Told, 'visit' | 'step' | 'event'> {
  const [, product, second, , ...rest] = pathname.split('/')
  const from = (new URLSearchParams(search).get('from') ?? '').split('/')
  const [guide, ...segments] = isInQuestionnaire(pathname) ? [second, ...rest] : from
  const pairs = segments.flatMap((segment = '') => {
    const [name, value] = segment.split('.')
    return name && value ? [[name, value] as [string, string]] : []
  })
  return {
    guide: guide ? `${product}/${guide}` : null,
    answers: pairs.filter(([name]) => name !== TRIED),
    tried: pairs.flatMap(([name, value]) => (name === TRIED ? [value] : [])),
  }
}
