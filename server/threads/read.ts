import { Hono, type Context as Request } from 'hono'
import { createElement } from 'react'
import { ThreadPage } from '../../components/comments/ThreadPage'
import { anchorOf, COMMENT_ID, PER_PAGE } from '../../lib/comments'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { securityHeaders } from '../../lib/publish/security'
import type { Article } from '../articles'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { pageHtml, renderPage } from '../page'
import { answer } from '../send'
import { type Comment, DEEPEST } from '../store/store'
import { commentsFeed } from './feed'
import { articleOf, commentIdOf } from './find'
import { threadJson } from './json'
import { makeChallenge } from './proof'
import { readPage } from './shown'
import { limitKey } from './writer'

/** How many comments a feed holds. */
const IN_FEED = 50

/** The number of a page in an address. */
function pageIn(c: Request<AppEnv>): number {
  const text = c.req.query('page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refused(404, 'no-page', t.comments.problems.noPage)
  return Number(text)
}

/** Reading threads: pages, fragments, JSON, feeds, permalinks. */
export function readRoutes(context: Context): Hono<AppEnv> {
  const { articles, config, pages, store } = context
  const limitChallenges = context.limiter({ name: 'challenges', times: 120, seconds: 600 })

  /** Answers with what is kept under a name, or is made now. */
  async function send(
    c: Request<AppEnv>,
    key: string,
    threads: readonly string[],
    type: string,
    make: () => Promise<string | undefined>,
  ): Promise<Response> {
    const page = await pages.get(key, threads, async () => {
      const text = await make()
      return text === undefined ? undefined : { type, text }
    })
    if (!page) throw new Refused(404, 'no-page', t.comments.problems.noPage)
    return answer(c.req.raw, page, securityHeaders)
  }

  const feedsOf = (article: Article) =>
    article.guides.flatMap((guide) => {
      const [product = '', id = ''] = guide.split('/')
      return articles.guide(guide) ? [links.commentsFeed({ product, id })] : []
    })

  const title = (article: Article) => `${t.comments.about} ${article.title}`

  /** The page with the form for an answer to one comment; made for whoever asks for it. */
  async function replyPage(article: Article, parent: Comment): Promise<Response> {
    const shown = await readPage(context, article, 1)
    if (!shown) throw new Refused(404, 'no-page', t.comments.problems.noPage)
    const above = { id: parent.id, name: parent.staff ?? parent.name }
    return renderPage(
      context,
      title(article),
      createElement(ThreadPage, { shown, parent: above, feeds: feedsOf(article) }),
    )
  }

  return (
    new Hono<AppEnv>()
      .get('/threads/:product/:kind/:id/', async (c) => {
        const article = articleOf(context, c.req.param())
        const page = pageIn(c)
        const reply = c.req.query('reply')
        if (reply && COMMENT_ID.test(reply)) {
          const parent = await store.comment(reply)
          const isOpen =
            parent?.status === 'approved' && parent.thread === article.thread && parent.depth < DEEPEST
          if (isOpen) return replyPage(article, parent)
        }
        return send(
          c,
          `thread ${article.thread} ${page}`,
          [article.thread],
          'text/html; charset=utf-8',
          async () => {
            const shown = await readPage(context, article, page)
            return (
              shown &&
              pageHtml(context, title(article), createElement(ThreadPage, { shown, feeds: feedsOf(article) }))
            )
          },
        )
      })
      .get('/threads/:product/:kind/:file{[a-z0-9-]+\\.json}', async (c) => {
        const { product, kind, file } = c.req.param()
        const article = articleOf(context, { product, kind, id: file.replace('.json', '') })
        const page = pageIn(c)
        return send(
          c,
          `json ${article.thread} ${page}`,
          [article.thread],
          'application/json; charset=utf-8',
          () => threadJson(context, article, page),
        )
      })
      // Every page has one address, and it ends with a slash.
      .get('/threads/:product/:kind/:id', (c) =>
        c.redirect(links.thread(articleOf(context, c.req.param()).thread) + new URL(c.req.url).search, 308),
      )
      .get('/comments/:id', (c) => c.redirect(links.comment(commentIdOf(c.req.param('id'))), 308))
      .get('/comments/:id/', async (c) => {
        const id = commentIdOf(c.req.param('id'))
        const [comment, place] = await Promise.all([store.comment(id), store.placeInThread(id)])
        if (!comment || place === undefined || !articles.get(comment.thread))
          throw new Refused(404, 'no-comment', t.comments.problems.noComment)
        const page = Math.floor(place / PER_PAGE) + 1
        c.header('cache-control', 'no-cache')
        return c.redirect(`${links.thread(comment.thread, page)}#${anchorOf(id)}`, 302)
      })
      .get('/:product/:guide/comments.xml', async (c) => {
        const { product, guide: id } = c.req.param()
        const guide = articles.guide(`${product}/${id}`)
        if (!guide) throw new Refused(404, 'unknown-thread', t.comments.problems.unknownThread)
        const self = links.commentsFeed({ product, id })
        return send(c, `feed ${self}`, guide.threads, 'application/atom+xml; charset=utf-8', async () =>
          commentsFeed({
            origin: config.siteUrl,
            self,
            guide,
            comments: await store.latestComments(guide.threads, IN_FEED),
            articleOf: articles.get,
          }),
        )
      })
      .get('/challenge', async (c) => {
        await limitChallenges(limitKey(context, c))
        const thread = c.req.query('thread') ?? ''
        if (!articles.get(thread)) throw new Refused(404, 'unknown-thread', t.comments.problems.unknownThread)
        return c.json(await makeChallenge(context, thread))
      })
  )
}
