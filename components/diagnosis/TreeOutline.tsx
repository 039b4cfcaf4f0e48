import { UNSURE } from '@/lib/diagnosis/model'
import type { PolicyNode } from '@/lib/diagnosis/policy'
import { links, type Segment, TRIED } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { branches, planFrom } from '@/lib/questionnaire/states'
import { type Questionnaire, saidOf } from '@/lib/questionnaire/view'
import { atId } from './Frame'

interface Props {
  questionnaire: Questionnaire
  node: PolicyNode
  segments: readonly Segment[]
  said?: string
}

function Here() {
  return <span className="here"> ← {t.decides.here}</span>
}

/** A run of fixes, the question or hand-over after it, and the ids of each point between. */
function Plan({ questionnaire, node, segments, said }: Props) {
  const { graph, guide } = questionnaire
  const { tries, end } = planFrom(node)
  const points = tries.map((_, index) => [
    ...segments,
    ...tries.slice(0, index).map(({ fix }): Segment => `${TRIED}.${fix}`),
  ])
  const after: Segment[] = [...segments, ...tries.map(({ fix }): Segment => `${TRIED}.${fix}`)]
  return (
    <li>
      {said && <span className="quiet">{said}: </span>}
      <ol className="list-decimal ps-5">
        {tries.map((step, index) => (
          <li key={step.fix} id={atId(points[index] ?? [])} className="leaf">
            <a href={links.diagnose(guide, points[index])}>{graph.fix(guide.product, step.fix).title}</a>{' '}
            <span className="quiet">{t.oneIn(step.chance)}</span>
            <Here />
          </li>
        ))}
      </ol>
      <ul>
        <TreeOutline questionnaire={questionnaire} node={end} segments={after} />
      </ul>
    </li>
  )
}

/** A subtree as nested lists that fold: the same facts as the drawing, and all of them. */
export function TreeOutline({ questionnaire, node, segments, said }: Props) {
  const { graph, guide } = questionnaire
  if (node.kind === 'try')
    return <Plan questionnaire={questionnaire} node={node} segments={segments} {...(said ? { said } : {})} />
  if (node.kind === 'escalate')
    return (
      <li id={atId(segments)} className="leaf">
        {said && <span className="quiet">{said}: </span>}
        <a href={links.diagnose(guide, segments)}>{t.decides.handover}</a>
        <Here />
      </li>
    )
  const wordsFor = saidOf(graph, guide.product)
  return (
    <li>
      <details id={atId(segments)} open={segments.length === 0}>
        <summary>
          {said && <span className="quiet">{said}: </span>}
          {graph.question(guide.product, node.question).short}{' '}
          <span className="quiet">{t.percent(node.reach)}</span>
          <Here />
        </summary>
        <ul>
          {[...branches(node)]
            .sort(([, a], [, b]) => b.reach - a.reach)
            .map(([segment, child]) => {
              const answer = segment.slice(node.question.length + 1)
              return (
                <TreeOutline
                  key={segment}
                  questionnaire={questionnaire}
                  node={child}
                  segments={[...segments, segment]}
                  said={answer === UNSURE ? t.ask.unsureSaid : wordsFor(node.question, answer)}
                />
              )
            })}
        </ul>
      </details>
    </li>
  )
}
