import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { Card } from './Card'
import { DoneNote } from './DeskPage'
import type { Desk, DeskComment, DeskEntry, Done } from './desk'
import { DeskFrame } from './Frame'
import { Keys } from './Keys'
import { LogList, OlderEntries } from './LogList'

const words = t.moderation

/** One comment with everything that was done to it. */
export function CommentPage({
  desk,
  comment,
  entries,
  next,
  done,
}: {
  desk: Desk
  comment: DeskComment
  entries: readonly DeskEntry[]
  /** The last entry of these, if there are more. */
  next: number | undefined
  done: Done | undefined
}) {
  const back = moderationLinks.comment(comment.id)
  return (
    <DeskFrame desk={desk}>
      <h1>
        {t.moderation.logPage.comment}: {words.comment.status[comment.status].toLowerCase()}
      </h1>
      <moderation-desk>
        <DoneNote desk={desk} done={done} back={back} />
        {comment.status === 'deleted' ? (
          <p className="empty">{words.comment.deleted}</p>
        ) : (
          <>
            <Keys />
            <ol className="cards" data-list="">
              <li>
                <Card desk={desk} comment={comment} back={back} />
              </li>
            </ol>
          </>
        )}
        <div data-end="">
          <h2>{words.comment.history}</h2>
          <LogList desk={desk} entries={entries} back={back} />
          <OlderEntries next={next} comment={comment.id} />
        </div>
      </moderation-desk>
    </DeskFrame>
  )
}

/** Why nothing was done, and where to look now. */
export function ProblemPage({
  desk,
  problem,
  comment,
  typed,
}: {
  desk: Desk
  problem: string
  /** The comment that it is about, if it exists. */
  comment: string | undefined
  /** What the moderator had typed. */
  typed: string | undefined
}) {
  return (
    <DeskFrame desk={desk}>
      <h1>{words.problems.title}</h1>
      <p className="lead" role="alert">
        {problem}
      </p>
      {typed && (
        <div className="stack">
          <label htmlFor="typed">{words.problems.typed}</label>
          <textarea id="typed" rows={6} readOnly dir="auto" defaultValue={typed} />
        </div>
      )}
      <p>
        {comment && (
          <>
            <a className="action" href={moderationLinks.comment(comment)}>
              {words.problems.show}
            </a>{' '}
          </>
        )}
        <a className="action plain" href={moderationLinks.desk()}>
          {words.problems.back}
        </a>
      </p>
    </DeskFrame>
  )
}
