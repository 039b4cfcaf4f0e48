import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { DoneNote } from './DeskPage'
import type { Desk, DeskEntry, Done } from './desk'
import { DeskFrame } from './Frame'
import { LogList, OlderEntries } from './LogList'

const words = t.moderation.logPage

/** Everything that moderators did, the newest first. */
export function LogPage({
  desk,
  entries,
  next,
  comment,
  done,
}: {
  desk: Desk
  entries: readonly DeskEntry[]
  /** The last entry of this page, if there are more. */
  next: number | undefined
  /** The comment that the log is narrowed to. */
  comment: string | undefined
  done: Done | undefined
}) {
  const back = moderationLinks.log(comment ? { comment } : {})
  return (
    <DeskFrame desk={desk} here="log">
      <h1>{comment ? words.of : words.title}</h1>
      <p className="lead">{words.lead}</p>
      <DoneNote desk={desk} done={done} back={back} />
      <LogList desk={desk} entries={entries} back={back} />
      <OlderEntries next={next} comment={comment} />
    </DeskFrame>
  )
}
