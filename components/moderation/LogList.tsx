import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { type Desk, type DeskEntry, UNDOABLE } from './desk'
import { FormToken } from './Frame'

const words = t.moderation.logPage

/** Actions beside which the log notes how it was before. */
const STATES = ['approve', 'hide', 'delete', 'pin', 'unpin']

const nameOf = (action: string) =>
  action in words.names ? words.names[action as keyof typeof words.names] : action

/** What the store notes beside an action, for people: how it was before, until when, in which file. */
function Detail({ action, detail }: Pick<DeskEntry, 'action' | 'detail'>) {
  const [, until] = /^until (\S+)$/.exec(detail) ?? []
  const text = until
    ? words.until(t.moderation.when.exact(Date.parse(until)))
    : STATES.includes(action)
      ? words.was(detail)
      : detail
  return <span className="detail">{text}</span>
}

/** Lines of the log, each with its way back where there is one. */
export function LogList({
  desk,
  entries,
  back,
}: {
  desk: Desk
  entries: readonly DeskEntry[]
  back: string
}) {
  if (entries.length === 0) return <p className="empty">{words.empty}</p>
  return (
    <ol className="log">
      {entries.map(({ id, at, by, action, comment, detail }) => (
        <li key={id}>
          <time dateTime={new Date(at).toISOString()}>{t.moderation.when.exact(at)}</time>
          <span>
            <b>
              <bdi>{by}</bdi>
            </b>
            : {nameOf(action)}
          </span>
          <a href={moderationLinks.comment(comment)}>
            {words.ofComment} {comment.slice(0, 6)}
          </a>
          <Detail action={action} detail={detail} />
          {UNDOABLE.includes(action) && (
            <form method="post" action={moderationLinks.undo(id)}>
              <FormToken desk={desk} />
              <input type="hidden" name="back" value={back} />
              <button
                type="submit"
                className="small-button"
                aria-label={`${words.undo}: ${nameOf(action)}, ${t.moderation.when.exact(at)}`}
              >
                {words.undo}
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The way to what lies behind the last line. */
export function OlderEntries({ next, comment }: { next: number | undefined; comment: string | undefined }) {
  if (next === undefined) return null
  return (
    <p className="pages">
      <a href={moderationLinks.log({ before: String(next), ...(comment ? { comment } : {}) })}>
        {words.older}
      </a>
    </p>
  )
}
