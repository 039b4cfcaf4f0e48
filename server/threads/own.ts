import { Hono, type Context as Request } from 'hono'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Returned } from '../../components/comments/CommentForm'
import { OwnComment } from '../../components/comments/CommentItem'
import { OwnForms, OwnPage } from '../../components/comments/OwnPage'
import { OWN_MS, type Own, SECRET } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { type Fields, readFields, wantsJson } from '../body'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { renderPage } from '../page'
import type { Comment } from '../store/store'
import { plainHash } from '../visitor'
import { checkDraft } from './check'
import { articleFor, commentIdOf } from './find'
import { showComment } from './shown'
import { limitKey, readWriter } from './writer'

const words = t.comments.own

function statusOf({ status }: Comment): string {
  return words[status]
}

/** The forms of a comment that may still be changed. */
function formsFor({ now }: Pick<Context, 'now'>, comment: Comment, token: string, returned?: Returned) {
  const left = comment.created + OWN_MS - now()
  const isOpen = left > 0 && (comment.status === 'waiting' || comment.status === 'approved')
  if (!isOpen) return undefined
  return { id: comment.id, token, left, returned: returned ?? { name: comment.name, body: comment.body } }
}

/** A comment as its writer sees it, with the forms to change it while there is time. */
export function ownElement(
  context: Pick<Context, 'now'>,
  comment: Comment,
  token: string,
  returned?: Returned,
): ReactElement {
  const forms = formsFor(context, comment, token, returned)
  return createElement(
    OwnComment,
    { comment: showComment(comment), status: statusOf(comment) },
    forms && createElement(OwnForms, forms),
  )
}

/** The token stands in the address of the page: no other site may learn it from there. */
const PRIVATE = { 'referrer-policy': 'same-origin' }

function tokenIn(c: Request<AppEnv>): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  const token = bearer ?? c.req.query('token')
  return token && SECRET.test(token) ? token : undefined
}

/** What writers may see of, and do to, their own comments. */
export function ownRoutes(context: Context): Hono<AppEnv> {
  const { config, store, now, changes } = context
  const limit = context.limiter({ name: 'own', times: 120, seconds: 600 })
  const notYours = () => new Refused(403, 'wrong-token', t.comments.problems.notYours)

  function show(
    c: Request<AppEnv>,
    comment: Comment,
    token: string,
    {
      returned,
      status = 200,
      code,
      message,
    }: {
      returned?: Returned
      status?: 200 | 422
      code?: string
      message?: string
    } = {},
  ): Response {
    const article = articleFor(context, comment)
    if (wantsJson(c))
      return c.json(
        {
          ...(code && { error: code, message }),
          id: comment.id,
          thread: comment.thread,
          status: comment.status,
          until: comment.created + OWN_MS,
          html: renderToStaticMarkup(ownElement(context, comment, token, returned)),
        } satisfies Own,
        status,
      )
    const page = createElement(OwnPage, {
      ...article,
      comment: showComment(comment),
      status: `${statusOf(comment)}${comment.status === 'waiting' ? ` ${words.waitingLead}` : ''}`,
      forms: formsFor(context, comment, token, returned),
    })
    return renderPage(context, words.title, page, { status, headers: PRIVATE })
  }

  function showDeleted(c: Request<AppEnv>, comment: Comment): Response {
    if (wantsJson(c))
      return c.json({ id: comment.id, thread: comment.thread, status: 'deleted' } satisfies Own)
    const page = createElement(OwnPage, {
      ...articleFor(context, comment),
      comment: undefined,
      status: words.deleted,
    })
    return renderPage(context, words.deletedTitle, page)
  }

  async function edit(c: Request<AppEnv>, comment: Comment, token: string, fields: Fields) {
    const draft = checkDraft(fields, config.moderators)
    const typed = { name: fields.name ?? '', body: fields.body ?? '' }
    const comeBack = (code: string, rest: Omit<Returned, 'name' | 'body'>) =>
      show(c, comment, token, {
        returned: { ...typed, ...rest },
        status: 422,
        code,
        message: rest.alert ?? Object.values(rest.problems ?? {})[0] ?? t.comments.personal.heading,
      })
    if ('alert' in draft) return comeBack('trap', draft)
    if ('problems' in draft) return comeBack('invalid', draft)
    if ('found' in draft) return comeBack('personal-data', draft)
    const { addressHash, browserHash } = readWriter(context, c, fields)
    if (await store.isBanned(browserHash ? [addressHash, browserHash] : [addressHash], now()))
      return comeBack('banned', { alert: t.comments.problems.banned })
    // Whoever would have to wait with a new comment waits with a changed one.
    const mayStay =
      config.hold === 'none' ||
      (config.hold === 'first' && browserHash !== null && (await store.isKnownWriter(browserHash)))
    const result = await store.editComment(comment.id, {
      ...draft,
      tokenHash: plainHash(token),
      status: comment.status === 'approved' && mayStay ? 'approved' : 'waiting',
      since: now() - OWN_MS,
      now: now(),
    })
    if (result === 'too-late') return comeBack('too-late', { alert: t.comments.problems.tooLate })
    if (typeof result === 'string') throw notYours()
    changes.changed(comment.thread)
    return wantsJson(c) ? show(c, result, token) : c.redirect(links.ownComment(comment.id, token), 303)
  }

  const deleted = (c: Request<AppEnv>, comment: Comment) =>
    wantsJson(c) ? showDeleted(c, comment) : c.redirect(links.ownComment(comment.id), 303)

  async function remove(c: Request<AppEnv>, comment: Comment, token: string) {
    const result = await store.deleteOwn(comment.id, {
      tokenHash: plainHash(token),
      since: now() - OWN_MS,
      now: now(),
    })
    if (result === 'too-late') throw new Refused(409, 'too-late', t.comments.problems.tooLate)
    if (result !== 'deleted') throw notYours()
    changes.changed(comment.thread)
    return deleted(c, comment)
  }

  return new Hono<AppEnv>()
    .get('/comments/:id/own', async (c) => {
      const id = commentIdOf(c.req.param('id'))
      await limit(limitKey(context, c))
      const token = tokenIn(c)
      const comment = token && (await store.ownComment(id, plainHash(token)))
      if (comment) return show(c, comment, token)
      const gone = await store.comment(id)
      if (gone?.status === 'deleted') return showDeleted(c, gone)
      throw notYours()
    })
    .post('/comments/:id/own', async (c) => {
      const id = commentIdOf(c.req.param('id'))
      const fields = await readFields(c)
      await limit(limitKey(context, c))
      const token = fields.token && SECRET.test(fields.token) ? fields.token : undefined
      const comment = token && (await store.ownComment(id, plainHash(token)))
      if (!comment) {
        // A second press of the button: its browser shows the answer to this one.
        const gone = fields.action === 'delete' ? await store.comment(id) : undefined
        if (gone?.status === 'deleted') return deleted(c, gone)
        throw notYours()
      }
      if (fields.action === 'delete') return remove(c, comment, token)
      if (fields.action === 'edit') return edit(c, comment, token, fields)
      throw new Refused(422, 'bad-form', t.comments.problems.form)
    })
}
