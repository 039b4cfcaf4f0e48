import { Scroll } from '@/components/shell/Scroll'
import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { Desk, DeskEntry } from './desk'
import { FormToken } from './Frame'

const words = t.moderation.logPage

/** What the store can take back. */
const UNDOABLE = ['approve', 'hide', 'pin', 'unpin', 'ban', 'unban']

const nameOf = (action: string) =>
  action in words.names ? words.names[action as keyof typeof words.names] : action

/** Lines of the log, each with its way back where there is one. */
export function LogTable({
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
    <Scroll label={words.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.comment}</th>
            <th scope="col">{words.detail}</th>
            <th scope="col">{words.undo}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, by, action, comment, detail }) => (
            <tr key={id}>
              <td>
                <time dateTime={new Date(at).toISOString()}>{t.moderation.when.exact(at)}</time>
              </td>
              <td>
                <bdi>{by}</bdi>
              </td>
              <td>{nameOf(action)}</td>
              <td>
                <a href={moderationLinks.comment(comment)}>
                  <code>{comment.slice(0, 8)}</code>
                </a>
              </td>
              <td>{detail}</td>
              <td>
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
