import { ArticleBody } from '@/components/article/ArticleBody'
import { explainAsk } from '@/lib/diagnosis/explain'
import { UNSURE } from '@/lib/diagnosis/model'
import type { PolicyNode } from '@/lib/diagnosis/policy'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { Stop } from '@/lib/questionnaire/states'
import { expectedQuestions, type Questionnaire, saidOf } from '@/lib/questionnaire/view'
import { Frame } from './Frame'

/** One question: its answers as large links, how to find out, and why it is asked now. */
export function AskPage({
  questionnaire,
  stop,
  node,
}: {
  questionnaire: Questionnaire
  stop: Stop
  node: Extract<PolicyNode, { kind: 'ask' }>
}) {
  const { graph, guide, model } = questionnaire
  const question = graph.question(guide.product, node.question)
  const why = explainAsk(model, stop.state, question.id, node.cost)
  const labelOf = (answer: string) =>
    answer === UNSURE ? t.ask.unsure : (question.answers.find(({ id }) => id === answer)?.label ?? answer)
  const titleOf = (cause: string) =>
    cause in guide.causes ? graph.cause(guide.product, cause).title : t.likely.other.toLowerCase()
  const asked = stop.state.answers.length
  const more = Math.round(expectedQuestions(node) / node.reach - 1)
  // As the author lists them, whatever the order of the tree's keys; "I'm not sure" last.
  const answers = [...question.answers.map(({ id }) => id), UNSURE].filter((id) => id in node.answers)
  return (
    <Frame questionnaire={questionnaire} stop={stop}>
      <p className="eyebrow">
        {t.ask.progress(asked + 1, more)} · {t.ask.seconds(question.seconds)}
      </p>
      <h1 className="mt-1">{question.question}</h1>
      <p className="lead">{question.help}</p>
      <ul className="answers">
        {answers.map((answer) => (
          <li key={answer} className={answer === UNSURE ? 'unsure' : undefined}>
            <a href={links.diagnose(guide, [...stop.segments, `${question.id}.${answer}`])}>
              {labelOf(answer)}
            </a>
          </li>
        ))}
      </ul>
      {question.body.trim() && (
        <details className="fold">
          <summary>{t.ask.howToFind}</summary>
          <div className="prose">
            <ArticleBody article={question} setting={{ saidOf: saidOf(graph, guide.product) }} />
          </div>
        </details>
      )}
      <details className="fold">
        <summary>{t.ask.why}</summary>
        <p className="mb-3">{why.saves >= 0.5 ? t.ask.saves(t.minutes(why.saves)) : t.ask.savesLittle}</p>
        <ul className="list-disc ps-5">
          {why.answers.map(({ answer, likeliest, posterior }) => (
            <li key={answer}>
              {answer === UNSURE
                ? t.ask.ifUnsure
                : t.ask.ifAnswer(labelOf(answer), titleOf(likeliest), t.percent(posterior))}
            </li>
          ))}
        </ul>
      </details>
    </Frame>
  )
}
