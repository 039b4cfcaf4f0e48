import { existsSync } from 'node:fs'
import { Hono } from 'hono'
import { createElement } from 'react'
import {
  type CheckProblem,
  PromotedPage,
  type PromoteFields,
  PromotePage,
  type PromoteProblems,
} from '../../../components/moderation/PromotePage'
import { moderationLinks } from '../../../lib/links'
import { messages as t } from '../../../lib/messages'
import { wantsJson } from '../../body'
import type { Context } from '../../context'
import type { Comment } from '../../store/store'
import { commentIdOf } from '../../threads/find'
import { SECOND_PRESS_MS, sayProblem } from '../act'
import { type DeskEnv, type DeskRequest, deskOf, readForm } from '../env'
import { renderDesk } from '../page'
import { entryNumber, firstWords, readComment } from '../read'
import { checkDraft } from './check-draft'
import { draftFrom, fileOfDraft, writeArticle } from './draft'
import { problemsOf, readPromote } from './fields'
import { saveDraft } from './save-draft'

const words = t.moderation.promote

/** How much of a thread is looked through for answers. */
const MOST_ANSWERS = 200

/** The guides of a product: id and title. */
function guidesOf({ articles }: Context, product: string) {
  return articles
    .all()
    .filter(({ thread }) => thread.startsWith(`${product}/guides/`))
    .map(({ thread, title }) => ({ id: thread.split('/')[2] ?? '', title }))
}

const productOf = ({ thread }: Pick<Comment, 'thread'>) => thread.split('/')[0] ?? ''

/** The comment that asks, and the answers of the staff to it. An answer stands for the comment that it answers. */
async function askedAndAnswers({ store }: Context, comment: Comment) {
  const above = comment.staff && comment.parent ? await store.comment(comment.parent) : undefined
  const asked = above && above.status !== 'deleted' ? above : comment
  const { comments } = await store.readThread(asked.thread, { limit: MOST_ANSWERS, offset: 0 })
  const answers = comments.filter(
    ({ staff, parent, status }) => staff && parent === asked.id && status === 'approved',
  )
  return { asked, answers }
}

/** Making an FAQ entry of a comment. */
export function promoteRoutes(context: Context): Hono<DeskEnv> {
  const { store, config, articles } = context

  async function show(
    c: DeskRequest,
    comment: Comment,
    chosen: string | undefined,
    typed?: {
      fields: PromoteFields
      problems?: PromoteProblems
      checked?: readonly CheckProblem[]
      status: number
    },
  ): Promise<Response> {
    const { asked, answers } = await askedAndAnswers(context, comment)
    const own = comment.staff ? comment.id : answers.at(-1)?.id
    const answer = answers.find(({ id }) => id === (chosen ?? own))
    const shown = await readComment(context, asked.id)
    if (!shown) return sayProblem(context, c, { problem: t.moderation.problems.noComment, status: 404 })
    const belongs = (articles.get(asked.thread)?.guides ?? []).map((guide) => guide.split('/')[1] ?? '')
    const page = createElement(PromotePage, {
      desk: deskOf(context, c),
      comment: shown,
      answers: answers.map(({ id, staff, body }) => ({ id, name: staff ?? '', words: firstWords(body) })),
      chosen: answer?.id,
      guides: guidesOf(context, productOf(asked)),
      fields: typed?.fields ?? draftFrom(asked, answer, belongs),
      problems: typed?.problems,
      checked: typed?.checked,
    })
    return renderDesk(context, words.title, page, { status: typed?.status ?? 200 })
  }

  /** The comment of an address, if an entry can be made of it. */
  async function commentOf(c: DeskRequest): Promise<Comment | undefined> {
    const comment = await store.comment(commentIdOf(c.req.param('id') ?? ''))
    return comment?.status === 'deleted' ? undefined : comment
  }

  const noComment = (c: DeskRequest) =>
    sayProblem(context, c, { problem: t.moderation.problems.noComment, status: 404 })

  async function log(c: DeskRequest, comment: Comment, detail: string) {
    return store.log({
      at: context.now(),
      by: c.get('session').name,
      action: 'promote',
      comment: comment.id,
      detail,
    })
  }

  /** Writes the draft; or says what keeps it from being written. */
  async function write(
    file: string,
    text: string,
    today: string,
  ): Promise<
    'saved' | 'exists' | { problems: PromoteProblems; checked?: readonly CheckProblem[]; status: number }
  > {
    const folder = config.contentFolder
    if (!existsSync(folder)) return { problems: { whole: words.noPlace(folder) }, status: 409 }
    const checked = await checkDraft({ folder, file, text, today })
    if (checked.length > 0) return { problems: {}, checked, status: 422 }
    const saved = await saveDraft(folder, file, text)
    if (saved !== 'no-place') return saved
    return { problems: { whole: words.noPlace(folder) }, status: 409 }
  }

  /** The entry of a draft that this moderator has just written: the button was pressed twice. */
  async function writtenJustNow(c: DeskRequest, comment: Comment, file: string) {
    const [last] = await store.auditLog({ limit: 1, comment: comment.id })
    const isSame = last?.action === 'promote' && last.detail === file && last.by === c.get('session').name
    return isSame && context.now() - last.at < SECOND_PRESS_MS ? last : undefined
  }

  const app = new Hono<DeskEnv>()
  const path = moderationLinks.promote(':id')

  app.get(path, async (c) => {
    const comment = await commentOf(c)
    if (!comment) return noComment(c)
    const did = entryNumber(c.req.query('did'))
    const [entry] =
      did === undefined ? [] : await store.auditLog({ limit: 1, before: did + 1, comment: comment.id })
    if (entry?.action === 'promote' && entry.id === did) {
      const page = createElement(PromotedPage, {
        desk: deskOf(context, c),
        comment: comment.id,
        file: entry.detail,
      })
      return renderDesk(context, words.doneTitle, page)
    }
    return show(c, comment, c.req.query('answer'))
  })

  app.post(path, async (c) => {
    const fields = await readForm(context, c)
    const comment = await commentOf(c)
    if (!comment) return noComment(c)
    const product = productOf(comment)
    const given = readPromote(
      fields,
      guidesOf(context, product).map(({ id }) => id),
    )
    const isJson = wantsJson(c)
    const refuse = (problems: PromoteProblems, status: number, checked: readonly CheckProblem[] = []) =>
      isJson
        ? c.json({ error: 'not-written', problems, checked }, status as 422)
        : show(c, comment, fields.chosen ?? 'none', { fields: given, problems, checked, status })
    const problems = problemsOf(given)
    if (Object.keys(problems).length > 0) return refuse(problems, 422)

    const draft = { product, ...given }
    const file = fileOfDraft(draft)
    const today = new Date(context.now()).toISOString().slice(0, 10)
    const text = writeArticle(draft, today)
    if (fields.download !== undefined) {
      await log(c, comment, `downloaded ${file}`)
      return c.body(text, 200, {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `attachment; filename="${draft.id}.mdx"`,
      })
    }
    const written = await write(file, text, today)
    const before = written === 'exists' ? await writtenJustNow(c, comment, file) : undefined
    if (before) return c.redirect(moderationLinks.promote(comment.id, { did: String(before.id) }), 303)
    if (written === 'exists') return refuse({ id: words.exists(file) }, 409)
    if (written !== 'saved') return refuse(written.problems, written.status, written.checked)
    const entry = await log(c, comment, file)
    if (isJson) return c.json({ file, entry: entry.id }, 201)
    return c.redirect(moderationLinks.promote(comment.id, { did: String(entry.id) }), 303)
  })

  return app
}
