import { messages as t } from '../../lib/messages'
import { type AuditEntry, type Comment, DEEPEST, type Store } from '../store/store'
import { checkBody } from '../threads/text'
import { newCommentId } from '../threads/writer'

/** An answer of the staff. */
export interface NewAnswer {
  /** The moderator, or `command line`: for the log. */
  by: string
  /** The name that readers see beside the badge. */
  staff: string
  body: string
  /** The same submission sent twice is one answer. */
  submission: string
  now: number
  /** What the moderator saw of the comment. */
  seen?: Pick<Comment, 'status' | 'edited'> | undefined
}

/**
 * Publishes an answer of the staff: marked, pinned, below the comment (or beside it, where answers go no
 * deeper). A comment that waits is approved with it, since nobody could read what is answered otherwise.
 * `changed`: the comment is not as the moderator saw it.
 */
export async function answerComment(
  store: Store,
  id: string,
  { by, staff, body, submission, now, seen }: NewAnswer,
): Promise<{ answer: Comment; entry: AuditEntry } | { problem: string } | 'changed'> {
  const checked = checkBody(body)
  if ('problem' in checked) return checked
  const comment = await store.comment(id)
  if (!comment || comment.status === 'deleted') return 'changed'
  if (seen && (seen.status !== comment.status || seen.edited !== comment.edited)) return 'changed'
  if (comment.status !== 'approved') {
    const as = seen ?? { status: comment.status, edited: comment.edited }
    if (!(await store.moderate(id, 'approve', by, now, undefined, as))) return 'changed'
  }
  const result = await store.addComment({
    id: newCommentId(),
    submission,
    thread: comment.thread,
    parent: comment.depth < DEEPEST ? comment.id : comment.parent,
    name: staff,
    body: checked.text,
    status: 'approved',
    staff,
    tokenHash: null,
    addressHash: null,
    browserHash: null,
    now,
  })
  if ('refused' in result)
    return {
      problem:
        result.refused === 'duplicate' ? t.moderation.problems.duplicate : t.moderation.problems.tooDeep,
    }
  const answer = result.comment
  // Sent a second time, it may have been pinned and logged before, or the server may have stopped in between.
  if (!answer.pinned) await store.moderate(answer.id, 'pin', by, now)
  const detail = `answer ${answer.id}`
  const [known] = (await store.auditLog({ limit: 200, comment: id })).filter(
    (entry) => entry.detail === detail,
  )
  const entry = known ?? (await store.log({ at: now, by, action: 'answer', comment: id, detail }))
  return { answer: { ...answer, pinned: true }, entry }
}
