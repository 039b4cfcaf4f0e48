import type { DeskSearch } from '@/lib/links'
import type { Finding } from '@/lib/personal-data'

/** The moderator at work, and what every form of theirs carries. */
export interface Desk {
  /** The moderator's name. */
  name: string
  /** Proves that a form was made for this session. */
  formToken: string
  /** Milliseconds since 1970. */
  now: number
}

/** The lists of comments. */
export type Tab = 'waiting' | 'approved' | 'hidden'
export const TABS: readonly Tab[] = ['waiting', 'approved', 'hidden']

/** A comment as a moderator sees it. */
export interface DeskComment {
  id: string
  name: string
  /** As it was typed. */
  body: string
  /** As readers see it: sanitised. */
  html: string
  status: Tab | 'deleted'
  /** The moderator who wrote it. */
  staff: string | null
  pinned: boolean
  created: number
  edited: number | null
  /** `teams/fixes/clear-cache` */
  thread: string
  /** Missing when it is no longer published. */
  article: { title: string; href: string } | undefined
  /** What it answers. */
  parent: { id: string; name: string; words: string } | undefined
  personal: readonly Finding[]
  /** A visitor who calls themselves as a moderator does. */
  likeStaff: boolean
  banned: boolean
  /** Is it still known who could be banned? */
  bannable: boolean
}

/** A line of the log as pages show it. */
export interface DeskEntry {
  id: number
  at: number
  by: string
  action: string
  comment: string
  detail: string
}

/** The actions that the store can take back. */
export const UNDOABLE: readonly string[] = ['approve', 'hide', 'pin', 'unpin', 'ban', 'unban']

/** What was just done, and what can be taken back of it. */
export interface Done {
  message: string
  /** Whether the entry can be undone, or the answer hidden. */
  undo?: { entry: number } | { hide: string; seen: string } | undefined
}

/** A page of the list. */
export interface DeskList {
  search: DeskSearch & { status: Tab }
  counts: Readonly<Record<Tab, number>>
  comments: readonly DeskComment[]
  /** The last comment of this page, if there are more. */
  next: string | undefined
}

/** How a comment was when it was shown: whoever acts on it must have seen it as it is. */
export function seenOf({ status, edited }: { status: string; edited: number | null }): string {
  return `${status}.${edited ?? 0}`
}
