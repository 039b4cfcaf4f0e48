/** What the server, the form and its script must agree on. */

/** The longest name, in UTF-16 units, as browsers count `maxlength`. */
export const LONGEST_NAME = 60

/** The longest text. */
export const LONGEST_BODY = 4_000

/** The most lines of a text. */
export const MOST_LINES = 200

/** The most links in a text. */
export const MOST_LINKS = 5

/** For how long a writer may edit and delete: 15 minutes. */
export const OWN_MS = 15 * 60_000

/** How many comments stand on an article's page, and on each page of a thread. */
export const IN_PLACE = 10
export const PER_PAGE = 50

/** The field that people do not see and must leave empty. */
export const TRAP = 'website'

/** The names of the fields of the form. */
export type CommentField = 'name' | 'body'

/** What a comment may be answered to when it is sent by a script. */
export interface Written {
  id: string
  thread: string
  status: 'waiting' | 'approved'
  /** By which the writer edits and deletes it; to be kept by the browser. */
  token: string
  /** When editing and deleting end, in milliseconds since 1970. */
  until: number
  /** The comment as its writer sees it. */
  html: string
}

/** What a script is answered when the server could not take a comment yet. */
export interface NotWritten {
  error: string
  /** For people. */
  message: string
  /** The form as it comes back: with what was typed, what is wrong, what is asked. */
  html?: string
}

/** What a script is told of a comment of its reader's. */
export interface Own {
  id: string
  thread: string
  status: 'waiting' | 'approved' | 'hidden' | 'deleted'
  until?: number
  /** The comment as its writer sees it; none once it is deleted. */
  html?: string
  /** What was wrong with a change; `html` then holds the form that says so. */
  error?: string
  message?: string
}

/** The id of a comment's place on a page. */
export const anchorOf = (id: string) => `comment-${id}`

/** Ids of comments, and the secrets that browsers keep. */
export const COMMENT_ID = /^[a-z0-9]{16}$/
export const SECRET = /^[\w-]{22,64}$/

/** A comment as pages show it. */
export interface ShownComment {
  id: string
  /** The comment that it answers; without a name where that stands on another page, or is no more. */
  parent: { id: string; name?: string } | null
  depth: number
  /** '' is shown as "A reader". */
  name: string
  staff: boolean
  pinned: boolean
  votes: number
  created: number
  edited: number | null
  /** Sanitised. '' when it was removed and only its place is left. */
  html: string
  removed: boolean
  /** May it be answered? */
  open: boolean
}

/** A page of a thread as it is shown. */
export interface ShownThread {
  /** `teams/fixes/clear-cache` */
  thread: string
  /** The article's. */
  title: string
  /** Where the article is. */
  href: string
  comments: readonly ShownComment[]
  /** Approved comments in the whole thread. */
  count: number
  page: number
  pages: number
  /** The feed of a guide, at its own thread. */
  feed?: string
}
