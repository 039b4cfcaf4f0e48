import { links, moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { type Desk, type DeskComment, seenOf } from './desk'
import { FormToken } from './Frame'

const words = t.moderation.actions

/** What every form about a comment carries: who acts, what they saw, and where they go on. */
function Hidden({ desk, comment, back }: { desk: Desk; comment: DeskComment; back: string }) {
  return (
    <>
      <FormToken desk={desk} />
      <input type="hidden" name="seen" value={seenOf(comment)} />
      <input type="hidden" name="back" value={back} />
    </>
  )
}

function Press({
  id,
  action,
  shortcut,
  strong,
}: {
  id: string
  action: 'approve' | 'hide' | 'pin' | 'unpin' | 'unban'
  shortcut?: string
  strong?: boolean
}) {
  return (
    <button
      type="submit"
      className={strong ? 'small-button strong' : 'small-button'}
      formAction={moderationLinks.act(id, action)}
      data-key={shortcut}
    >
      {words[action]}
    </button>
  )
}

/** An action that asks first, also without JavaScript: the button that does it is folded away. */
function Ask({ id, action, shortcut }: { id: string; action: 'delete' | 'ban'; shortcut?: string }) {
  return (
    <details>
      <summary className="small-button" data-key={shortcut}>
        {words[action]}
      </summary>
      <div className="ask">
        <p>{words[`${action}Lead`]}</p>
        <button type="submit" className="small-button risk" formAction={moderationLinks.act(id, action)}>
          {words[`${action}Sure`]}
        </button>
      </div>
    </details>
  )
}

function AnswerForm({ desk, comment, back }: { desk: Desk; comment: DeskComment; back: string }) {
  return (
    <details>
      <summary className="small-button" data-key="r">
        {words.answer}
      </summary>
      <form method="post" action={moderationLinks.act(comment.id, 'answer')} className="ask stack">
        <Hidden desk={desk} comment={comment} back={back} />
        <label htmlFor={`answer-${comment.id}`}>{words.answerLabel}</label>
        <textarea
          id={`answer-${comment.id}`}
          name="body"
          rows={5}
          required
          maxLength={4000}
          dir="auto"
          aria-describedby={`lead-${comment.id}`}
        />
        <p className="quiet" id={`lead-${comment.id}`}>
          {words.answerLead(desk.name)} {comment.status !== 'approved' && words.answerApproves}
        </p>
        <p>
          <button type="submit" className="small-button strong">
            {words.answerSend}
          </button>
        </p>
      </form>
    </details>
  )
}

/** Everything that a moderator may do to a comment. */
export function Actions({ desk, comment, back }: { desk: Desk; comment: DeskComment; back: string }) {
  const { id, status, pinned, banned, bannable } = comment
  return (
    <div className="desk-actions">
      <form method="post">
        <Hidden desk={desk} comment={comment} back={back} />
        {status !== 'approved' && <Press id={id} action="approve" shortcut="a" strong />}
        {status !== 'hidden' && <Press id={id} action="hide" shortcut="h" />}
        {status === 'approved' && <Press id={id} action={pinned ? 'unpin' : 'pin'} />}
        <Ask id={id} action="delete" shortcut="d" />
        {banned ? <Press id={id} action="unban" /> : bannable && <Ask id={id} action="ban" />}
      </form>
      <AnswerForm desk={desk} comment={comment} back={back} />
      <a className="small-button" href={moderationLinks.promote(id)}>
        {words.promote}
      </a>
      {status === 'approved' && <a href={links.comment(id)}>{t.moderation.comment.here}</a>}
    </div>
  )
}
