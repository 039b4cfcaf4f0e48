import type { Estimate } from '@/lib/diagnosis/estimates'
import { OTHER } from '@/lib/diagnosis/model'
import type { FirstStep, Flip, Sensitivity } from '@/lib/diagnosis/sensitivity'
import { messages as t } from '@/lib/messages'
import { type Questionnaire, saidOf } from '@/lib/questionnaire/view'

/** How many changes of estimates are shown. */
const MOST_SHIFTS = 5

/** What becomes of the tree if one of the estimates is wrong: how much it costs, and which steps would change. */
export function IfWrong({
  questionnaire: { graph, guide },
  sensitivity: { estimates, complete, shifts, check },
}: {
  questionnaire: Questionnaire
  sensitivity: Sensitivity
}) {
  const { product } = guide
  const causeOf = (id: string) => (id === OTHER ? t.decides.otherCauses : graph.cause(product, id).title)
  const nameOf = (estimate: Estimate) => {
    const cause = causeOf(estimate.cause)
    if (estimate.kind === 'cause') return t.decides.estimateOf.cause(cause)
    if (estimate.kind === 'cure')
      return t.decides.estimateOf.cure(graph.fix(product, estimate.fix).title, cause)
    return t.decides.estimateOf.answer(saidOf(graph, product)(estimate.question, estimate.answer), cause)
  }
  const stepOf = (step: FirstStep) => {
    if (step.kind === 'ask') return t.decides.step.ask(graph.question(product, step.question).short)
    return step.kind === 'try' ? t.decides.step.try(graph.fix(product, step.fix).title) : t.decides.handover
  }
  const flipOf = ({ after, now, instead }: Flip) =>
    t.decides.flip(
      after && saidOf(graph, product)(after.question, after.answer),
      stepOf(instead),
      stepOf(now),
    )
  return (
    <>
      <h2>{t.decides.ifWrong}</h2>
      <p className="mb-3">{t.decides.ifWrongNote(estimates)}</p>
      {shifts.length === 0 ? (
        <p>{t.decides.robust}</p>
      ) : (
        <ul className="list-disc ps-5">
          {shifts.slice(0, MOST_SHIFTS).map(({ estimate, factor, regret, flips }) => (
            <li key={`${nameOf(estimate)} ${factor}`}>
              {t.decides.shift(nameOf(estimate), factor > 1, t.precise(regret), complete)}
              {flips.length > 0 && ` ${flips.slice(0, 2).map(flipOf).join(' ')}`}
            </li>
          ))}
        </ul>
      )}
      {check && <p className="mt-3">{t.decides.check(nameOf(check.estimate), t.precise(check.saves))}</p>}
    </>
  )
}
