import { z } from 'zod'

const text = z.string()
const id = z.string().min(1).max(200)
/** Until the end of JavaScript's calendar: behind it no page could say when it was. */
const time = z.int().min(0).max(8.64e15)
const count = z.int().min(0)

/** The first line says what the others are. */
export const HEADER = { kind: 'fixpath-comments', format: 1 } as const

const header = z.object({
  kind: z.literal('fixpath-comments'),
  format: z.literal(1, { error: 'it must be 1: the file was written by a newer Fixpath' }),
})

const comment = z.object({
  kind: z.literal('comment'),
  id,
  submission: id,
  thread: id,
  parent: id.nullable(),
  name: text,
  body: text,
  status: z.enum(['waiting', 'approved', 'hidden', 'deleted']),
  staff: text.nullable(),
  pinned: z.boolean(),
  created: time,
  edited: time.nullable(),
  tokenHash: text.nullable(),
  addressHash: text.nullable(),
  browserHash: text.nullable(),
})

const vote = z.object({ kind: z.literal('vote'), comment: id, visitor: id, at: time })

const ban = z.object({
  kind: z.literal('ban'),
  entry: id,
  comment: id,
  hash: id,
  at: time,
  until: time,
  lifted: id.nullable(),
})

/** A proof of work that was used, or a session that was ended: neither holds in the new store. */
const spent = z.object({ kind: z.literal('spent'), id, expires: time })

const audit = z.object({
  kind: z.literal('audit'),
  key: id,
  at: time,
  by: text,
  action: z.enum(['approve', 'hide', 'delete', 'pin', 'unpin', 'ban', 'unban', 'answer', 'promote', 'undo']),
  comment: id,
  detail: text,
  undoes: id.nullable(),
})

const outcome = z.object({
  kind: z.literal('outcome'),
  visit: id,
  step: count,
  guide: text.nullable(),
  answers: z.array(z.tuple([text, text])),
  tried: z.array(text),
  event: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('failed'), fix: text }),
    z.object({ kind: z.literal('solved'), fix: text }),
    z.object({ kind: z.literal('escalated') }),
    z.object({ kind: z.literal('shown'), fix: text.nullable() }),
  ]),
  fix: id.nullable(),
  at: time,
})

/** A visit whose outcomes were exported for learning, and must not come out again. */
const exported = z.object({ kind: z.literal('exported'), visit: id, batch: id })

/** One line of an export: what it is, and everything that is stored of it. */
export const Line = z.discriminatedUnion('kind', [
  header,
  comment,
  vote,
  ban,
  spent,
  audit,
  outcome,
  exported,
])
export type Line = z.infer<typeof Line>
/** The lines of one kind. */
export type LineOf<K extends Line['kind']> = Extract<Line, { kind: K }>
