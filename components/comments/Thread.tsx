import type { ShownThread } from '@/lib/comments'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { CommentForm } from './CommentForm'
import { CommentItem } from './CommentItem'

/** The comments of a page of a thread, in their order; what the script puts anew when it refreshes. */
export function CommentList({ shown }: { shown: ShownThread }) {
  if (shown.comments.length === 0) return <p className="quiet">{t.comments.none}</p>
  return (
    <ol className="comment-list">
      {shown.comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} thread={shown.thread} />
      ))}
    </ol>
  )
}

/** What stands below an article: the first comments, the way to the others, and the folded form. */
function Below({ shown }: { shown: ShownThread }) {
  return (
    <>
      <div data-list="">
        <CommentList shown={shown} />
      </div>
      {shown.comments.length > 0 && (
        <p className="quiet">
          <a href={links.thread(shown.thread)}>
            {shown.pages > 1 ? t.comments.all(shown.count) : t.comments.ownPage}
          </a>
          {shown.feed && (
            <>
              {' · '}
              <a href={shown.feed} type="application/atom+xml">
                {t.comments.feed}
              </a>
            </>
          )}
        </p>
      )}
      <details className="write">
        <summary>{t.comments.write}</summary>
        <CommentForm thread={shown.thread} />
      </details>
    </>
  )
}

/** The comments of an article in its page; `folded` where many stand on one page. */
export function Thread({ shown, folded = false }: { shown: ShownThread; folded?: boolean }) {
  const heading = <span data-count="">{t.comments.heading(shown.count)}</span>
  if (folded)
    return (
      <details className="fold comments no-print">
        <summary>{heading}</summary>
        <Below shown={shown} />
      </details>
    )
  return (
    <section className="comments no-print">
      <h2 id="comments">{heading}</h2>
      <Below shown={shown} />
    </section>
  )
}
