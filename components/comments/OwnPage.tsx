import type { ShownComment } from '@/lib/comments'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { CommentFields, type Returned } from './CommentForm'
import { OwnComment } from './CommentItem'

const words = t.comments.own

/** The writer's forms: to change a comment, and to delete it for good. */
export function OwnForms({
  id,
  token,
  left,
  returned,
}: {
  id: string
  token: string
  /** Milliseconds for which it may still be changed. */
  left: number
  returned: Returned
}) {
  const asks = Boolean(returned.found?.length)
  const open = Boolean(returned.alert || returned.problems || asks) || undefined
  return (
    <>
      <p className="quiet">{words.until(left)}</p>
      <details className="write" open={open}>
        <summary>{words.edit}</summary>
        <form method="post" action={links.ownComment(id)} className="comment-form">
          {returned.alert && (
            <p className="problem" role="alert">
              {returned.alert}
            </p>
          )}
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="action" value="edit" />
          <CommentFields prefix={`edit-${id}`} returned={returned} />
          {!asks && (
            <p className="send">
              <button type="submit" className="action">
                {words.save}
              </button>
            </p>
          )}
        </form>
      </details>
      <details className="write">
        <summary>{words.delete}</summary>
        <form method="post" action={links.ownComment(id)}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="action" value="delete" />
          <button type="submit" className="small-button">
            {words.deleteSure}
          </button>
        </form>
      </details>
    </>
  )
}

/** What a writer sees of a comment of theirs, after sending it and whenever they come back. */
export function OwnPage({
  comment,
  status,
  title,
  href,
  thread,
  forms,
}: {
  comment: ShownComment | undefined
  status: string
  title: string
  href: string
  thread: string
  /** Where it may still be changed. */
  forms?: Parameters<typeof OwnForms>[0] | undefined
}) {
  return (
    <div className="measure">
      <h1 className="mt-8">{comment ? words.title : words.deletedTitle}</h1>
      <p className="lead" role="status">
        {status}
      </p>
      {comment && <OwnComment comment={comment}>{forms && <OwnForms {...forms} />}</OwnComment>}
      <p className="mt-8">
        {t.comments.backTo} <a href={href}>{title}</a> · <a href={links.thread(thread)}>{words.read}</a>
      </p>
    </div>
  )
}
