import type { Generated, Insertable, Kysely, Selectable } from 'kysely'
import type { CommentStatus, ModerationAction, OutcomeEvent } from './store'

/** Comments; what is overwritten by a deletion is null afterwards, or ''. */
interface Comments {
  id: string
  submission: string
  thread: string
  parent: string | null
  /** The comment at the top of its tree; itself at the top. */
  root: string
  depth: number
  /** Sorts a comment behind its parent and its elder siblings: see `placeBelow`. */
  path: string
  name: string
  body: string
  /** What the moderators' search looks into: see `foldText`. */
  folded: string
  /** Hash of the words for finding duplicates in a thread; null where repetition is allowed. */
  words: string | null
  status: CommentStatus
  staff: string | null
  pinned: 0 | 1
  votes: number
  created: number
  edited: number | null
  token_hash: string | null
  address_hash: string | null
  browser_hash: string | null
}

interface Votes {
  comment: string
  visitor: string
  at: number
}

/** Proofs of work that were used. */
interface Proofs {
  id: string
  expires: number
}

/** Each entry of the audit log that bans has a row for each hash. */
interface Bans {
  /** The key of the entry that banned. */
  entry: string
  comment: string
  hash: string
  at: number
  until: number
  /** The key of the entry that took the ban back. */
  lifted: string | null
}

interface Audit {
  id: Generated<number>
  /** Random: the same entry in every store that it was moved to, where `id` only counts. */
  key: string
  at: number
  by: string
  action: ModerationAction
  comment: string
  detail: string
  /** The key of the entry that this one took back. */
  undoes: string | null
}

/** Visits that told us of an outcome. */
interface Visits {
  visit: string
  /** The time of its last event. */
  last: number
  /** Whether any event named a guide. */
  guided: 0 | 1
  /** The export that it came out with. */
  batch: string | null
}

interface Outcomes {
  visit: string
  step: number
  guide: string | null
  /** JSON. */
  answers: string
  /** JSON. */
  tried: string
  kind: OutcomeEvent['kind']
  fix: string | null
  /** The product and fix it counts for. */
  about: string | null
  at: number
}

/** What each visit said last of a fix. */
interface FixResults {
  fix: string
  visit: string
  step: number
  helped: 0 | 1
}

/** The sums of `fix_results`, so that a page need not count. */
interface FixCounts {
  fix: string
  helped: number
  told: number
}

interface Meta {
  name: 'schema' | 'version'
  value: number
}

/** The tables, as `migrations.ts` makes them. */
export interface Tables {
  comments: Comments
  votes: Votes
  proofs: Proofs
  bans: Bans
  audit: Audit
  visits: Visits
  outcomes: Outcomes
  fix_results: FixResults
  fix_counts: FixCounts
  meta: Meta
}

/** A connection or a transaction. */
export type Db = Kysely<Tables>
/** A comment as it is stored. */
export type CommentRow = Selectable<Comments>
/** A line of the audit log as it is stored. */
export type AuditRow = Selectable<Audit>
/** An event of a visit as it is stored. */
export type OutcomeRow = Selectable<Outcomes>
/** A comment to be stored. */
export type NewCommentRow = Insertable<Comments>
