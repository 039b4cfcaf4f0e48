import { Hono } from 'hono'
import { createElement } from 'react'
import { CommentPage } from '../../components/moderation/CommentPage'
import { DeskPage } from '../../components/moderation/DeskPage'
import { LogPage } from '../../components/moderation/LogPage'
import { COMMENT_ID } from '../../lib/comments'
import { moderationLinks } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import type { AppEnv, Context } from '../context'
import { commentIdOf } from '../threads/find'
import { act, answer, isAction, sayProblem, undo } from './act'
import { type DeskEnv, deskOf, readForm } from './env'
import { serveDeskFile } from './files'
import { renderDesk } from './page'
import { promoteRoutes } from './promote/routes'
import { entryNumber, readComment, readDone, readList, readLog, readSearch } from './read'
import { refuseStranger, sessionOf, signInRoutes, signOut } from './sign-in'

const words = t.moderation

/** The pages of a signed-in moderator. */
function deskRoutes(context: Context): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get(moderationLinks.desk(), async (c) => {
    const search = readSearch(c.req.query())
    const [list, done] = await Promise.all([readList(context, search), readDone(context, c.req.query('did'))])
    const about = search.thread ? context.articles.get(search.thread)?.title : undefined
    return renderDesk(
      context,
      words.title,
      createElement(DeskPage, { desk: deskOf(context, c), list, done, about }),
    )
  })

  app.get(moderationLinks.log(), async (c) => {
    const { before, comment, did } = c.req.query()
    const about = comment && COMMENT_ID.test(comment) ? comment : undefined
    const [log, done] = await Promise.all([
      readLog(context, { before: entryNumber(before), comment: about }),
      readDone(context, did),
    ])
    const page = createElement(LogPage, { desk: deskOf(context, c), ...log, comment: about, done })
    return renderDesk(context, words.logPage.title, page)
  })

  app.get(moderationLinks.comment(':id'), async (c) => {
    const id = commentIdOf(c.req.param('id') ?? '')
    const [comment, log, done] = await Promise.all([
      readComment(context, id),
      readLog(context, { comment: id }),
      readDone(context, c.req.query('did')),
    ])
    if (!comment) return sayProblem(context, c, { problem: words.comment.none, status: 404 })
    const page = createElement(CommentPage, { desk: deskOf(context, c), comment, ...log, done })
    return renderDesk(context, words.logPage.comment, page)
  })

  app.post(moderationLinks.act(':id', ':action'), async (c) => {
    const fields = await readForm(context, c)
    const id = commentIdOf(c.req.param('id') ?? '')
    const action = c.req.param('action') ?? ''
    if (action === 'answer') return answer(context, c, id, fields)
    if (isAction(action)) return act(context, c, id, action, fields)
    return sayProblem(context, c, { problem: words.problems.unknown, comment: id, status: 404 })
  })

  app.post('/moderate/log/:entry/undo', async (c) => {
    const fields = await readForm(context, c)
    const entry = entryNumber(c.req.param('entry'))
    if (entry === undefined) return sayProblem(context, c, { problem: words.problems.noEntry, status: 404 })
    return undo(context, c, entry, fields)
  })

  app.post(moderationLinks.signOut(), (c) => signOut(context, c))
  app.route('/', promoteRoutes(context))
  return app
}

/** Everything below `/moderate`: signing in, the comments, the log. */
export function moderationRoutes(context: Context): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/moderate', (c) => c.redirect(moderationLinks.desk(), 308))
  app.get(moderationLinks.file(':name'), (c, next) => serveDeskFile(c.req.path) ?? next())
  app.route('/', signInRoutes(context))

  const desk = new Hono<DeskEnv>()
  desk.use('/moderate/*', async (c, next) => {
    const session = await sessionOf(context, c)
    if (!session) return refuseStranger(context, c)
    c.set('session', session)
    await next()
  })
  desk.route('/', deskRoutes(context))
  return app.route('/', desk as unknown as Hono<AppEnv>)
}
