import { anchorOf } from '@/lib/comments'
import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { Actions } from './Actions'
import { type Desk, type DeskComment, seenOf } from './desk'

const words = t.moderation

/** A name as it was typed: whatever its direction, it disturbs nothing around it. */
export function Name({ name }: { name: string }) {
  return <bdi>{words.comment.by(name)}</bdi>
}

/** How long ago, with the exact time for whoever points at it. */
export function When({ at, now }: { at: number; now: number }) {
  const minutes = Math.floor((now - at) / 60_000)
  const { when } = words
  const text =
    minutes < 1
      ? when.now
      : minutes < 60
        ? when.minutes(minutes)
        : minutes < 24 * 60
          ? when.hours(Math.floor(minutes / 60))
          : when.days(Math.floor(minutes / (24 * 60)))
  return (
    <time dateTime={new Date(at).toISOString()} title={when.exact(at)}>
      {text}
    </time>
  )
}

function Byline({ comment, now }: { comment: DeskComment; now: number }) {
  const { article, parent, staff, pinned, likeStaff, banned } = comment
  return (
    <div className="byline">
      <h2>
        <Name name={comment.name} />
      </h2>
      {staff && <span className="badge">{t.comments.staff}</span>}
      {pinned && <span className="badge plain">{t.comments.pinned}</span>}
      {likeStaff && <strong className="risk">{words.comment.likeStaff}</strong>}
      {banned && <strong className="risk">{words.comment.banned}</strong>}
      <span>
        {words.comment.on}{' '}
        {article ? (
          <a href={article.href}>{article.title}</a>
        ) : (
          `${words.comment.goneArticle} (${comment.thread})`
        )}
      </span>
      <a href={moderationLinks.comment(comment.id)}>
        <When at={comment.created} now={now} />
      </a>
      {comment.edited !== null && <span>({t.comments.edited})</span>}
      {parent && (
        <span>
          {words.comment.answers}{' '}
          <a href={moderationLinks.comment(parent.id)}>
            <Name name={parent.name} />
          </a>
          : <q dir="auto">{parent.words}</q>
        </span>
      )}
    </div>
  )
}

/** A comment as readers will see it, what to look out for in it, and what can be done. */
export function Card({
  desk,
  comment,
  back,
}: {
  desk: Desk
  comment: DeskComment
  /** Where the moderator goes on afterwards. */
  back: string
}) {
  const { id, body, html, personal } = comment
  return (
    <article
      id={anchorOf(id)}
      className="card"
      tabIndex={-1}
      data-seen={seenOf(comment)}
      aria-label={words.comment.by(comment.name)}
    >
      <Byline comment={comment} now={desk.now} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by server/threads/markdown.ts. */}
      <div className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      {personal.length > 0 && (
        <p className="quiet">
          <strong className="risk">{words.comment.personal}</strong>{' '}
          {words.comment.personalKinds(personal.map(({ kind }) => kind))}:{' '}
          {personal.map(({ text, start }, index) => (
            <span key={start}>
              {index > 0 && ', '}
              <code dir="ltr">{text}</code>
            </span>
          ))}
        </p>
      )}
      <details className="source">
        <summary>{words.comment.source}</summary>
        <pre dir="auto">{body}</pre>
      </details>
      <Actions desk={desk} comment={comment} back={back} />
    </article>
  )
}
