/**
 * What the server remembers: comments, votes, bans, the audit log and outcomes. Every implementation passes
 * the suite in `contract.ts`. Times are milliseconds since 1970, given by the caller, so that tests decide
 * them. Every method that changes something has happened, durably, when its promise resolves.
 */

/** A thread is named by its article: `teams/faq/can-a-vpn-cause-it`, `teams/fixes/clear-cache`, `teams/guides/caa20002`. */
export type ThreadId = string

/**
 * - `waiting`: only its writer and moderators see it;
 * - `approved`: everybody sees it;
 * - `hidden`: a moderator took it away; can be undone;
 * - `deleted`: its writer or a moderator deleted it; its text and name are gone for good, its place stays
 *   while it has replies.
 *
 * A reply may stay approved when the comment above it is no more: readers then see the place of that comment
 * without its text and name (see `readThread`).
 */
export type CommentStatus = 'waiting' | 'approved' | 'hidden' | 'deleted'

export interface Comment {
  /** Random, 16 characters of a-z and 0-9: part of addresses. */
  id: string
  thread: ThreadId
  /** The comment that this one answers, in the same thread; null at the top. */
  parent: string | null
  /** 0 at the top; never above `DEEPEST`. */
  depth: number
  /** As typed; '' is shown as "A reader". */
  name: string
  /** Limited Markdown, as typed. '' once deleted. */
  body: string
  status: CommentStatus
  /** The moderator who wrote it, when it is an answer of the staff; never taken from what a visitor types. */
  staff: string | null
  pinned: boolean
  votes: number
  created: number
  edited: number | null
}

/** Replies to replies, no deeper: what answers a comment at this depth is refused. */
export const DEEPEST = 3

/** What is stored with a comment and never leaves the store, but for the moderators' ban button. */
export interface Provenance {
  /** Hash of the secret that lets the writer edit and delete; null for the staff. */
  tokenHash: string | null
  /** Keyed hash of the writer's address, for bans; forgotten after 30 days (`forgetWriters`). */
  addressHash: string | null
  /** Hash of the secret that the writer's browser keeps, by which known writers need not wait again. */
  browserHash: string | null
}

export interface NewComment extends Provenance {
  id: string
  /** Random, made with the form: the same submission sent twice is one comment. */
  submission: string
  thread: ThreadId
  parent: string | null
  name: string
  body: string
  status: 'waiting' | 'approved'
  staff: string | null
  now: number
}

export type Refusal =
  /** The comment that it answers does not exist in that thread, or is not approved. */
  | 'no-parent'
  | 'too-deep'
  /**
   * The same words stand in the same thread already (compared without case, white space and invisible
   * characters). The staff may repeat themselves.
   */
  | 'duplicate'
  /** The proof of work was used before. */
  | 'used-proof'

/** `added` is false when this submission had been stored before; the comment is the one stored then. */
export type AddResult = { comment: Comment; added: boolean } | { refused: Refusal }

/** A moderator's view of a comment. */
export interface ModeratedComment extends Comment {
  addressHash: string | null
  browserHash: string | null
  /** Whether its writer is banned now. */
  banned: boolean
}

export interface CommentSearch {
  /** This one alone. */
  id?: string
  status?: CommentStatus
  thread?: ThreadId
  /** Words that must all occur in text, name or thread id; without case. Never interpreted as SQL or a pattern. */
  text?: string
  /** Only what comes behind this comment in the order asked for: the last one of the page before. */
  before?: string
  /** Oldest first for the queue, newest first elsewhere. */
  oldestFirst?: boolean
  /** 1 to 200. */
  limit: number
  /** For `banned`; the system's clock if left out. */
  now?: number
}

export type ModerationAction =
  | 'approve'
  | 'hide'
  | 'delete'
  | 'pin'
  | 'unpin'
  | 'ban'
  | 'unban'
  | 'answer'
  | 'promote'
  | 'undo'

/** One line of the audit log; never changed, never removed. */
export interface AuditEntry {
  id: number
  at: number
  /** The moderator's name, or `command line`. */
  by: string
  action: ModerationAction
  /** The comment that it was done to. */
  comment: string
  /** The status before, for undo; or a note such as the file that a draft was written to. */
  detail: string
}

export type OutcomeEvent =
  /** The fix was tried and did not help. */
  | { kind: 'failed'; fix: string }
  | { kind: 'solved'; fix: string }
  /** The reader handed the problem on. */
  | { kind: 'escalated' }
  /** A plan or hand-over was shown. */
  | { kind: 'shown'; fix: string | null }

/** Something that a visit told us. */
export interface NewOutcome {
  /** Random, kept only in the reader's tab. */
  visit: string
  /** Counted by the tab from 0: the same event sent twice is stored once. */
  step: number
  /** `teams/caa20002`; a fix page opened by itself has the guide null. */
  guide: string | null
  /** The answers of the questionnaire's address, in order. */
  answers: readonly (readonly [question: string, answer: string])[]
  /** The fixes named in the address as tried, in order. */
  tried: readonly string[]
  event: OutcomeEvent
  /** The product and fix it is about, for the counts: `teams/clear-cache`; null if none. */
  fix: string | null
  now: number
}

/** One visit, as `npm run learn` reads it: see docs/learning.md. */
export interface OutcomeLine {
  guide: string
  answers: [string, string][]
  tried: string[]
  result: 'solved' | 'escalated' | 'silent'
  solvedBy?: string
}

/** How a fix turned out for those who told us; each visit counts once. */
export interface FixCount {
  helped: number
  told: number
}

export interface Store {
  /** Throws if the store cannot answer. */
  check(): Promise<void>
  /**
   * Grows with every change that a reader could see in a page, by whichever process. Whoever has read a
   * version sees everything that it counts: so read it before what is cached under it.
   */
  version(): Promise<number>
  close(): Promise<void>

  /**
   * Stores a comment; `proof` is spent in the same transaction, so that none is used twice. Nothing is spent
   * when the comment is refused.
   */
  addComment(comment: NewComment, proof?: { id: string; expires: number }): Promise<AddResult>
  comment(id: string): Promise<Comment | undefined>
  /**
   * The approved comments of a thread and the places of others that have approved replies (their name and
   * body are '', whatever their status): pinned first, then staff, then by votes and age at the top; replies
   * below their comment, oldest first. `total` counts the places too.
   */
  readThread(
    thread: ThreadId,
    page: { limit: number; offset: number },
  ): Promise<{ comments: Comment[]; total: number }>
  /** How many comments stand before this one in its thread, as `readThread` orders it; undefined if it is not shown there. */
  placeInThread(id: string): Promise<number | undefined>
  /** Approved comments for each thread that has any. */
  countComments(threads?: readonly ThreadId[]): Promise<Map<ThreadId, number>>
  /** The newest approved comments of these threads. */
  latestComments(threads: readonly ThreadId[], limit: number): Promise<Comment[]>
  /** Changes text or name. `wrong-token` and `too-late` say why not. An edit of an approved comment keeps it approved only if `status` says so; what waits or is hidden stays so. */
  editComment(
    id: string,
    change: {
      tokenHash: string
      name: string
      body: string
      status: 'waiting' | 'approved'
      since: number
      now: number
    },
  ): Promise<Comment | 'not-found' | 'wrong-token' | 'too-late'>
  /** Deletes for the writer: text, name and provenance are overwritten. */
  deleteOwn(
    id: string,
    by: { tokenHash: string; since: number; now: number },
  ): Promise<'deleted' | 'not-found' | 'wrong-token' | 'too-late'>
  /** One vote for each visitor and comment. `counted` is false if it had been counted before. Undefined if the comment is not approved. */
  vote(id: string, visitorHash: string, now: number): Promise<{ votes: number; counted: boolean } | undefined>
  /** Whether a comment of this browser was approved before, and none is hidden. */
  isKnownWriter(browserHash: string): Promise<boolean>
  isBanned(hashes: readonly string[], now: number): Promise<boolean>
  /** Whether this comment may be seen by whoever holds the token. */
  ownComment(id: string, tokenHash: string): Promise<Comment | undefined>

  findComments(search: CommentSearch): Promise<ModeratedComment[]>
  countByStatus(): Promise<Record<CommentStatus, number>>
  /**
   * Does it and writes the audit log in one transaction. Undefined if there is no such comment, or it is
   * deleted (only `unban` is left then), or not as it was seen. A ban holds for both hashes of the writer, as far as they are known.
   */
  moderate(
    id: string,
    action: 'approve' | 'hide' | 'delete' | 'pin' | 'unpin' | 'ban' | 'unban',
    by: string,
    now: number,
    /** For bans: until when; 30 days unless given. */
    until?: number,
    /** Nothing is done unless the comment is still as the moderator saw it: text and status. */
    seen?: Pick<Comment, 'status' | 'edited'>,
  ): Promise<{ comment: Comment; entry: AuditEntry } | undefined>
  /**
   * Takes back one entry of the log, and writes that too. `too-late` if something newer of the same kind was
   * done to the comment and stands (the kinds are: approve, hide and delete; pin and unpin; ban and unban), or
   * it is deleted. What its writer changed while it was hidden waits. Answers, promotions and undoing are
   * `not-found`: there is nothing to take back.
   */
  undo(
    entry: number,
    by: string,
    now: number,
  ): Promise<{ comment: Comment; entry: AuditEntry } | 'not-found' | 'too-late'>
  /** For answers and promotions, which change no status. */
  log(entry: Omit<AuditEntry, 'id'>): Promise<AuditEntry>
  auditLog(page: { limit: number; before?: number; comment?: string }): Promise<AuditEntry[]>
  /** Overwrites address hashes older than this, spent proofs and bans that have run out. */
  forgetWriters(before: number, now: number): Promise<void>

  /** Ends a moderator's session before its time; what has expired is forgotten by `forgetWriters`. */
  endSession(id: string, expires: number): Promise<void>
  isSessionEnded(id: string): Promise<boolean>

  /** Stores an event of a visit once; false if it was there. */
  addOutcome(outcome: NewOutcome): Promise<boolean>
  countOutcomes(fixes?: readonly string[]): Promise<Map<string, FixCount>>
  /**
   * Visits with a guide whose last event is older than `quietSince` and that were not exported before, marked
   * as exported; each visit comes out once, ever, unless `again` asks for all of them. A visit that saw
   * several guides has a line for each.
   */
  exportOutcomes(options: { quietSince: number; now: number; again?: boolean }): Promise<OutcomeLine[]>

  /**
   * Everything about comments (with votes, bans and the audit log), one JSON value a line, for moving between
   * stores; with `outcomes`, readers' outcomes too. As of one moment, while others write.
   */
  exportComments(options?: { outcomes?: boolean }): AsyncIterable<unknown>
  /**
   * Takes what `exportComments` gave. Comments that are here already are left as they are. Everything or
   * nothing: the error names each line that is wrong.
   */
  importComments(lines: AsyncIterable<unknown>): Promise<{ added: number; present: number }>
  /** Copies the whole store into a new file, while others write. SQLite only: PostgreSQL has its own tools. */
  backup(file: string): Promise<void>
}
