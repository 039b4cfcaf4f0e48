import { type CommentField, LONGEST_BODY, LONGEST_NAME, TRAP } from '@/lib/comments'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { Finding } from '@/lib/personal-data'

const words = t.comments.form

/** What the form comes back with when the server could not take it yet. */
export interface Returned {
  name: string
  body: string
  /** The same submission sent again is still one comment. */
  submission?: string | undefined
  /** What is wrong, for the whole form. */
  alert?: string | undefined
  /** What is wrong, for each field. */
  problems?: Partial<Record<CommentField, string>> | undefined
  /** What may be personal, and is asked about. */
  found?: readonly Finding[] | undefined
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null
  return (
    <span id={id} className="problem">
      {text}
    </span>
  )
}

/** What was found that may not be meant for everybody. */
export function Found({ found }: { found: readonly Finding[] }) {
  return (
    <ul>
      {found.map(({ kind, text, start }) => (
        <li key={`${start} ${text}`}>
          {t.comments.personal.kind[kind]}: <code dir="ltr">{text}</code>
        </li>
      ))}
    </ul>
  )
}

function Ask({ found }: { found: readonly Finding[] }) {
  return (
    <div className="warning" role="alert">
      <p>
        <strong>{t.comments.personal.heading}</strong> {t.comments.personal.lead}
      </p>
      <Found found={found} />
      <div className="actions">
        <button type="submit" name="personal" value="remove" className="action">
          {t.comments.personal.takeOut}
        </button>
        <button type="submit" name="personal" value="keep" className="action plain">
          {t.comments.personal.sendAnyway}
        </button>
      </div>
      <p className="quiet">{t.comments.personal.orEdit}</p>
    </div>
  )
}

/** The fields that a comment has, whether it is new or changed. `prefix` keeps ids apart on a page of many forms. */
export function CommentFields({ prefix, returned }: { prefix: string; returned?: Returned | undefined }) {
  const { name = '', body = '', problems = {}, found = [] } = returned ?? {}
  const id = (part: string) => `${prefix}-${part}`
  const problemId = (field: CommentField) => (problems[field] ? id(`${field}-problem`) : undefined)
  return (
    <>
      {found.length > 0 && <Ask found={found} />}
      <p className="quiet" id={id('private')}>
        {words.private}
      </p>
      <div>
        <label htmlFor={id('body')}>{words.body}</label>
        <Problem id={id('body-problem')} text={problems.body} />
        <textarea
          id={id('body')}
          name="body"
          rows={5}
          required
          maxLength={LONGEST_BODY}
          dir="auto"
          aria-describedby={[problemId('body'), id('private')].filter(Boolean).join(' ')}
          aria-invalid={problems.body ? true : undefined}
          // biome-ignore lint/a11y/noAutofocus: only on a form that came back, where the mistake is.
          autoFocus={Boolean(problems.body) || undefined}
          defaultValue={body}
        />
      </div>
      <div>
        <label htmlFor={id('name')}>{words.name}</label>
        <Problem id={id('name-problem')} text={problems.name} />
        <input
          id={id('name')}
          name="name"
          maxLength={LONGEST_NAME}
          dir="auto"
          autoComplete="nickname"
          aria-describedby={problemId('name')}
          aria-invalid={problems.name ? true : undefined}
          defaultValue={name || undefined}
        />
      </div>
      <label className="trap" aria-hidden="true">
        {words.trap}
        <input name={TRAP} tabIndex={-1} autoComplete="off" />
      </label>
    </>
  )
}

/** The form that sends a comment: plain HTML, which its script makes more comfortable. */
export function CommentForm({
  thread,
  parent,
  returned,
}: {
  thread: string
  /** The comment that it answers. */
  parent?: { id: string; name: string } | undefined
  returned?: Returned | undefined
}) {
  const prefix = `write-${thread.split('/').at(-1)}`
  return (
    <form method="post" action={links.comments(thread)} className="comment-form">
      {returned?.alert && (
        <p className="problem" role="alert">
          {returned.alert}
        </p>
      )}
      {parent && (
        <p>
          {t.comments.replyTo(parent.name || t.comments.nobody)}{' '}
          <a href={links.thread(thread)}>{words.cancelReply}</a>
          <input type="hidden" name="parent" value={parent.id} />
        </p>
      )}
      {returned?.submission && <input type="hidden" name="submission" value={returned.submission} />}
      <CommentFields prefix={prefix} returned={returned} />
      {!returned?.found?.length && (
        <p className="send">
          <button type="submit" className="action">
            {words.send}
          </button>
          <span className="quiet">
            {words.waits} {words.keeps}
          </span>
        </p>
      )}
    </form>
  )
}
