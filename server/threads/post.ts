import { Hono, type Context as Request } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { CommentForm, type Returned } from '../../components/comments/CommentForm'
import { ReturnedPage } from '../../components/comments/ThreadPage'
import { COMMENT_ID, type NotWritten, OWN_MS, type Written } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import type { Article } from '../articles'
import { type Fields, readFields, wantsJson } from '../body'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { describeError } from '../log'
import { renderPage } from '../page'
import type { Comment, Refusal } from '../store/store'
import { plainHash } from '../visitor'
import { checkDraft } from './check'
import { articleOf } from './find'
import { ownElement } from './own'
import { checkProof } from './proof'
import { newCommentId, ownToken, readWriter, type Writer } from './writer'

/** Comments and tries to send one, for each address (an office is often one address) and ten minutes. */
const SECONDS = 600
const TRIES = 60
const COMMENTS = 20
/** Without a proof of work. */
const UNPROVEN = 6

/** Why a comment was not taken, and what the form comes back with. */
class NotTaken extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    readonly returned: Omit<Returned, 'name' | 'body'>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code)
  }
}

const REFUSALS: Readonly<Record<Refusal, [ContentfulStatusCode, string]>> = {
  'no-parent': [409, t.comments.problems.parent],
  'too-deep': [409, t.comments.problems.deep],
  duplicate: [409, t.comments.problems.duplicate],
  'used-proof': [422, t.comments.problems.proof],
}

/** What the form is to come back with after any error. */
function asNotTaken(context: Context, c: Request<AppEnv>, error: unknown): NotTaken {
  if (error instanceof NotTaken) return error
  if (error instanceof Refused)
    return new NotTaken(error.status, error.code, { alert: error.message }, error.headers)
  context.log.write('error', { id: c.get('requestId'), ...describeError(error) })
  return new NotTaken(503, 'broken', { alert: t.server.broken })
}

/** Sending a comment. */
export function postRoutes(context: Context): Hono<AppEnv> {
  const { config, store, now, changes } = context
  const limits = {
    tries: context.limiter({ name: 'tries', times: TRIES, seconds: SECONDS }),
    comments: context.limiter({ name: 'comments', times: COMMENTS, seconds: SECONDS }),
    unproven: context.limiter({ name: 'unproven', times: UNPROVEN, seconds: SECONDS }),
  }

  /** Stores what was sent; throws what keeps it from being stored. */
  async function take(
    article: Article,
    fields: Fields,
    writer: Writer,
  ): Promise<{ comment: Comment; token: string }> {
    await limits.tries(writer.limitKey)
    const draft = checkDraft(fields, config.moderators)
    if ('alert' in draft) throw new NotTaken(422, 'trap', draft)
    if ('problems' in draft) throw new NotTaken(422, 'invalid', draft)
    if ('found' in draft) throw new NotTaken(422, 'personal-data', draft)
    const parent = fields.parent || null
    if (parent !== null && !COMMENT_ID.test(parent))
      throw new NotTaken(422, 'no-parent', { alert: t.comments.problems.parent })
    const { addressHash, browserHash } = writer
    const hashes = browserHash ? [addressHash, browserHash] : [addressHash]
    if (await store.isBanned(hashes, now()))
      throw new NotTaken(403, 'banned', { alert: t.comments.problems.banned })
    const proof = await checkProof(context, article.thread, fields.proof)
    if (proof === 'wrong') throw new NotTaken(422, 'proof', { alert: t.comments.problems.proof })
    const proven = proof !== 'missing'
    await (proven ? limits.comments : limits.unproven)(writer.limitKey)

    const isKnown = proven && browserHash !== null && (await store.isKnownWriter(browserHash))
    const isApproved = proven && (config.hold === 'none' || (config.hold === 'first' && isKnown))
    const { name, body } = draft
    const submission = writer.submission(article.thread, parent ?? '', name, body)
    const id = newCommentId()
    const result = await store.addComment(
      {
        id,
        submission,
        thread: article.thread,
        parent,
        name,
        body,
        status: isApproved ? 'approved' : 'waiting',
        staff: null,
        tokenHash: plainHash(ownToken(context, id, submission)),
        addressHash,
        browserHash,
        now: now(),
      },
      proven ? proof : undefined,
    )
    if ('refused' in result) {
      const [status, alert] = REFUSALS[result.refused]
      throw new NotTaken(status, result.refused, { alert })
    }
    if (result.comment.status === 'approved') changes.changed(article.thread)
    return { comment: result.comment, token: ownToken(context, result.comment.id, submission) }
  }

  async function comeBack(c: Request<AppEnv>, article: Article, fields: Fields, why: NotTaken) {
    const { status, code, headers } = why
    const parentId = fields.parent && COMMENT_ID.test(fields.parent) ? fields.parent : undefined
    const above =
      parentId && code !== 'no-parent' ? await store.comment(parentId).catch(() => undefined) : undefined
    const parent =
      above?.status === 'approved' && above.thread === article.thread
        ? { id: above.id, name: above.staff ?? above.name }
        : undefined
    const { name = '', body = '', submission } = fields
    const returned = { name, body, submission, ...why.returned }
    if (wantsJson(c)) {
      const [problem] = Object.values(returned.problems ?? {})
      const answer: NotWritten = {
        error: code,
        message: returned.alert ?? problem ?? t.comments.personal.heading,
        html: renderToStaticMarkup(createElement(CommentForm, { thread: article.thread, parent, returned })),
      }
      return c.json(answer, status, headers)
    }
    const page = createElement(ReturnedPage, { ...article, parent, returned })
    return renderPage(context, t.comments.form.problem, page, { status, headers })
  }

  return new Hono<AppEnv>().post('/threads/:product/:kind/:id/comments', async (c) => {
    const article = articleOf(context, c.req.param())
    const fields = await readFields(c)
    try {
      const { comment, token } = await take(article, fields, readWriter(context, c, fields))
      if (!wantsJson(c)) return c.redirect(links.ownComment(comment.id, token), 303)
      const written: Written = {
        id: comment.id,
        thread: comment.thread,
        status: comment.status === 'approved' ? 'approved' : 'waiting',
        token,
        until: comment.created + OWN_MS,
        html: renderToStaticMarkup(ownElement(context, comment, token)),
      }
      return c.json(written, 201)
    } catch (error) {
      return comeBack(c, article, fields, asNotTaken(context, c, error))
    }
  })
}
