import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { Desk, DeskComment } from './desk'
import { DeskFrame, FormToken } from './Frame'

const words = t.moderation.promote

/** The fields of the form, as they were typed. */
export interface PromoteFields {
  id: string
  question: string
  guides: readonly string[]
  answer: string
}

/** What keeps the draft from being written, by field; `whole` is about all of it. */
export type PromoteProblems = Partial<Record<keyof PromoteFields | 'whole', string>>

/** What the content check refuses. */
export interface CheckProblem {
  line: number
  message: string
  mend?: string | undefined
}

function Hint({ id, text }: { id: string; text: string }) {
  return (
    <span className="quiet" id={id}>
      {text}
    </span>
  )
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <span className="problem" id={id}>
      {text}
    </span>
  ) : null
}

const describedBy = (field: string, problem: string | undefined) => ({
  'aria-describedby': problem ? `${field}-problem ${field}-hint` : `${field}-hint`,
  'aria-invalid': problem ? true : undefined,
})

/** The form that makes an FAQ entry of a comment: everything is filled in, and everything can be changed. */
export function PromotePage({
  desk,
  comment,
  answers,
  chosen,
  guides,
  fields,
  problems = {},
  checked = [],
}: {
  desk: Desk
  comment: DeskComment
  /** Answers that could be the answer of the entry. */
  answers: readonly { id: string; name: string; words: string }[]
  /** The one that it is made from; the comment's own text if undefined. */
  chosen: string | undefined
  /** The guides of the product. */
  guides: readonly { id: string; title: string }[]
  fields: PromoteFields
  problems?: PromoteProblems | undefined
  checked?: readonly CheckProblem[] | undefined
}) {
  return (
    <DeskFrame desk={desk}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <figure className="quoted">
        <figcaption className="quiet">
          {words.from}{' '}
          <a href={moderationLinks.comment(comment.id)}>{t.moderation.comment.by(comment.name)}</a>
        </figcaption>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by server/threads/markdown.ts. */}
        <blockquote className="prose" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      </figure>
      {answers.length > 0 && (
        <nav aria-label={words.answerOf}>
          <p>{words.answerOf}:</p>
          <ul className="choices">
            {[...answers, { id: '', name: words.theComment, words: '' }].map((answer) => (
              <li key={answer.id}>
                <a
                  href={moderationLinks.promote(comment.id, { answer: answer.id || 'none' })}
                  aria-current={(chosen ?? '') === answer.id ? 'true' : undefined}
                >
                  <bdi>{answer.name}</bdi>
                </a>{' '}
                {answer.words && <q dir="auto">{answer.words}</q>}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <form method="post" action={moderationLinks.promote(comment.id)} className="stack">
        <FormToken desk={desk} />
        {chosen && <input type="hidden" name="chosen" value={chosen} />}
        {(problems.whole || checked.length > 0) && (
          <div className="warning" role="alert">
            <p>{problems.whole ?? words.problems}</p>
            {checked.length > 0 && (
              <ul>
                {checked.map(({ line, message, mend }) => (
                  <li key={`${line} ${message}`}>
                    {message} <span className="quiet">({words.line(line)})</span>
                    {mend && (
                      <>
                        {' '}
                        {words.mend} <code>{mend}</code>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        <label htmlFor="question">{words.question}</label>
        <Hint id="question-hint" text={words.questionHint} />
        <Problem id="question-problem" text={problems.question} />
        <input
          id="question"
          name="question"
          required
          dir="auto"
          defaultValue={fields.question}
          {...describedBy('question', problems.question)}
        />
        <label htmlFor="id">{words.id}</label>
        <Hint id="id-hint" text={words.idHint} />
        <Problem id="id-problem" text={problems.id} />
        <input
          id="id"
          name="id"
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={80}
          spellCheck={false}
          autoCapitalize="off"
          className="mono"
          defaultValue={fields.id}
          {...describedBy('id', problems.id)}
        />
        <fieldset aria-describedby={problems.guides ? 'guides-problem' : undefined}>
          <legend>{words.guides}</legend>
          <Problem id="guides-problem" text={problems.guides} />
          {guides.map(({ id, title }) => (
            <label key={id} className="check">
              <input type="checkbox" name={`guide-${id}`} defaultChecked={fields.guides.includes(id)} />{' '}
              {title}
            </label>
          ))}
        </fieldset>
        <label htmlFor="answer">{words.answer}</label>
        <Hint id="answer-hint" text={words.answerHint} />
        <Problem id="answer-problem" text={problems.answer} />
        <textarea
          id="answer"
          name="answer"
          rows={12}
          required
          dir="auto"
          className="mono"
          defaultValue={fields.answer}
          {...describedBy('answer', problems.answer)}
        />
        <p className="buttons">
          <button type="submit" className="action">
            {words.save}
          </button>
          <button type="submit" name="download" value="yes" className="action plain">
            {words.download}
          </button>
        </p>
      </form>
      <ToDo />
    </DeskFrame>
  )
}

function ToDo() {
  return (
    <section>
      <h2>{words.toDo}</h2>
      <ol className="to-do">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}

/** The draft is written: where it is, and what comes next. */
export function PromotedPage({ desk, comment, file }: { desk: Desk; comment: string; file: string }) {
  return (
    <DeskFrame desk={desk}>
      <h1>{words.doneTitle}</h1>
      <p className="lead" role="status">
        {words.doneLead(file)}
      </p>
      <ToDo />
      <p>
        <a href={moderationLinks.comment(comment)}>{t.moderation.problems.show}</a>
      </p>
    </DeskFrame>
  )
}
