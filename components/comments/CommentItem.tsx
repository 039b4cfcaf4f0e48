import type { ReactNode } from 'react'
import { anchorOf, type ShownComment } from '@/lib/comments'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

/** A name as it was typed: whatever its direction, it disturbs nothing around it. */
function Name({ name }: { name: string }) {
  return <bdi className="name">{name || t.comments.nobody}</bdi>
}

/** Who wrote it, when, and what it answers. */
function Byline({ comment, isOwn = false }: { comment: ShownComment; isOwn?: boolean }) {
  const { id, parent, name, staff, pinned, created, edited } = comment
  const date = t.comments.date(created)
  const at = new Date(created).toISOString()
  return (
    <p className="byline">
      <Name name={name} />
      {staff && <span className="badge">{t.comments.staff}</span>}
      {pinned && <span className="badge plain">{t.comments.pinned}</span>}
      {parent && (
        <span>
          {t.comments.inReplyTo}{' '}
          <a href={links.comment(parent.id)}>
            {parent.name === undefined ? t.comments.another : <Name name={parent.name} />}
          </a>
        </span>
      )}
      {isOwn ? (
        <time dateTime={at}>{date}</time>
      ) : (
        <a href={links.comment(id)} aria-label={`${t.comments.permalink}, ${date}`}>
          <time dateTime={at}>{date}</time>
        </a>
      )}
      {edited !== null && <span>({t.comments.edited})</span>}
      {isOwn && <span className="badge plain">{t.comments.own.yours}</span>}
    </p>
  )
}

/** The text of a comment: sanitised by the server, and of whatever direction it is. */
function Body({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` has passed the closed schema of server/threads/markdown.ts.
  return <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}

/** A comment in its thread, with what a reader may do: say "me too", answer. */
export function CommentItem({ comment, thread }: { comment: ShownComment; thread: string }) {
  const { id, depth, staff, votes, html, removed, open } = comment
  return (
    <li id={anchorOf(id)} className={staff ? 'comment staff' : 'comment'} data-depth={depth || undefined}>
      {removed ? (
        <p className="quiet">{t.comments.gone}</p>
      ) : (
        <>
          <Byline comment={comment} />
          <Body html={html} />
          <div className="comment-actions">
            <form method="post" action={links.vote(id)}>
              <button type="submit" className="small-button">
                {t.comments.meToo}
                {votes > 0 && (
                  <>
                    {' '}
                    <b aria-hidden="true">{votes}</b>
                    <span className="sr-only">, {t.comments.meTooCount(votes)}</span>
                  </>
                )}
              </button>
            </form>
            {open && (
              <a
                href={links.replyTo(thread, id)}
                rel="nofollow"
                aria-label={t.comments.replyTo(comment.name || t.comments.nobody)}
              >
                {t.comments.reply}
              </a>
            )}
          </div>
        </>
      )}
    </li>
  )
}

/** A comment as its writer sees it: with what became of it, and the way to change it. */
export function OwnComment({
  comment,
  status,
  children,
}: {
  comment: ShownComment
  /** What became of it; where the page does not say so already. */
  status?: string
  children?: ReactNode
}) {
  return (
    <div className="comment own" data-depth={comment.depth || undefined}>
      <Byline comment={comment} isOwn />
      <Body html={comment.html} />
      {status && <p className="quiet">{status}</p>}
      {children}
    </div>
  )
}
