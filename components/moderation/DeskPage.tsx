import { type DeskSearch, moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { Card } from './Card'
import { type Desk, type DeskList, type Done, TABS } from './desk'
import { DeskFrame, FormToken } from './Frame'
import { Keys } from './Keys'

const words = t.moderation

/** What was just done, with the way back. Always there, so that what changes in it is read out. */
export function DoneNote({ desk, done, back }: { desk: Desk; done: Done | undefined; back: string }) {
  const undo = done?.undo
  return (
    <div className="done-note" data-said="" tabIndex={-1}>
      <p role="status">{done?.message}</p>
      {undo && (
        <form
          method="post"
          action={'entry' in undo ? moderationLinks.undo(undo.entry) : moderationLinks.act(undo.hide, 'hide')}
        >
          <FormToken desk={desk} />
          {'seen' in undo && <input type="hidden" name="seen" value={undo.seen} />}
          <input type="hidden" name="back" value={back} />
          <button type="submit" className="small-button" data-key="u">
            {'entry' in undo ? words.done.undoButton : words.done.hideAnswer}
          </button>
        </form>
      )}
    </div>
  )
}

function Tabs({ list: { search, counts } }: { list: DeskList }) {
  return (
    <nav aria-label={words.tabsLabel} className="desk-tabs">
      {TABS.map((status) => (
        <a
          key={status}
          href={moderationLinks.desk({ ...search, status, before: undefined, did: undefined })}
          aria-current={status === search.status ? 'page' : undefined}
        >
          {words.tabs[status]} <b>{counts[status].toLocaleString('en')}</b>
        </a>
      ))}
    </nav>
  )
}

function Search({ search, about }: { search: DeskSearch; about: string | undefined }) {
  const { status, text, thread } = search
  return (
    <search>
      <form method="get" action={moderationLinks.desk()} className="desk-search">
        <input type="hidden" name="status" value={status} />
        {thread && <input type="hidden" name="thread" value={thread} />}
        <label htmlFor="text" className="sr-only">
          {words.search.label}
        </label>
        <input
          id="text"
          name="text"
          type="search"
          maxLength={200}
          dir="auto"
          defaultValue={text}
          placeholder={words.search.hint}
        />
        <button type="submit" className="small-button">
          {words.search.submit}
        </button>
      </form>
      {(text || thread) && (
        <p className="quiet">
          {thread && (
            <>
              {words.search.inThread} {about ?? thread}.{' '}
            </>
          )}
          {text && `${words.search.found(text)} `}
          <a href={moderationLinks.desk({ status })}>{words.search.clear}</a>
        </p>
      )}
    </search>
  )
}

/** The comments that wait, or another list of them, one after the other. */
export function DeskPage({
  desk,
  list,
  done,
  about,
}: {
  desk: Desk
  list: DeskList
  done: Done | undefined
  /** The title of the article that the list is narrowed to. */
  about: string | undefined
}) {
  const { search, comments, next } = list
  const { status, text, thread, before } = search
  const back = moderationLinks.desk({ status, text, thread, before })
  const searched = Boolean(text || thread)
  return (
    <DeskFrame desk={desk} here="desk">
      <h1>{words.title}</h1>
      <moderation-desk>
        <Tabs list={list} />
        <Search search={search} about={about} />
        <DoneNote desk={desk} done={done} back={back} />
        <Keys />
        <ol className="cards" data-list="">
          {comments.map((comment) => (
            <li key={comment.id}>
              <Card desk={desk} comment={comment} back={back} />
            </li>
          ))}
        </ol>
        <div data-end="">
          {comments.length === 0 && (
            <p className="empty">{searched ? words.empty.search : words.empty[status]}</p>
          )}
          {(next || before) && (
            <p className="pages">
              {before && <a href={moderationLinks.desk({ status, text, thread })}>{words.first}</a>}
              {next && (
                <a href={moderationLinks.desk({ status, text, thread, before: next })}>{words.next}</a>
              )}
            </p>
          )}
        </div>
      </moderation-desk>
    </DeskFrame>
  )
}
