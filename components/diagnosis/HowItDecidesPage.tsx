import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import { Scroll } from '@/components/shell/Scroll'
import { nameOf } from '@/lib/content/graph'
import type { PolicyNode, UnusedReason } from '@/lib/diagnosis/policy'
import type { Sensitivity } from '@/lib/diagnosis/sensitivity'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { drawTree } from '@/lib/questionnaire/drawing'
import { planFrom } from '@/lib/questionnaire/states'
import {
  expectedQuestions,
  fixesByOdds,
  likelyCauses,
  type Questionnaire,
  reachOfFixes,
  START,
  saidOf,
} from '@/lib/questionnaire/view'
import { Bar } from './Bars'
import { IfWrong } from './IfWrong'
import { LikelyCauses } from './LikelyCauses'
import { TreeOutline } from './TreeOutline'
import { TreePicture } from './TreePicture'

/** How many questions deep the drawing goes; the outline below it goes to the end. */
const DRAWN_LEVELS = 3

/** Expected minutes: the plain order, the other methods, this tree, the proven bound. */
function Comparison({ policy }: Pick<Questionnaire, 'policy'>) {
  const { order, bestFixedOrder, lookahead } = policy.baselines
  const rows = [
    ...(order === undefined ? [] : [{ name: t.decides.order, minutes: order }]),
    { name: t.decides.bestFixedOrder, minutes: bestFixedOrder },
    { name: t.decides.lookahead, minutes: lookahead },
    { name: t.decides.tree, minutes: policy.ecr, own: true },
    { name: t.decides.bound, minutes: policy.bound },
  ]
  const most = Math.max(...rows.map(({ minutes }) => minutes))
  const above = policy.ecr / policy.bound - 1
  return (
    <>
      <ul className="bars">
        {rows.map(({ name, minutes, own }) => (
          <li key={name}>
            <span>{own ? <b>{name}</b> : name}</span>
            <b>{minutes.toFixed(1)} min</b>
            <Bar share={minutes / most} marked={own ?? false} />
          </li>
        ))}
      </ul>
      {order !== undefined && <p className="mt-4">{t.decides.saving(t.percent(1 - policy.ecr / order))}</p>}
      <p className="quiet">{policy.optimal ? t.decides.optimal : t.decides.within(t.percent(above))}</p>
    </>
  )
}

/** What no path uses, each with the reason why not. */
function Unused({
  title,
  items,
}: {
  title: string
  items: readonly { name: string; href?: string; reason: UnusedReason }[]
}) {
  return (
    <>
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p>{t.decides.allUsed}</p>
      ) : (
        <ul className="list-disc ps-5">
          {items.map(({ name, href, reason }) => (
            <li key={name}>
              {href ? <a href={href}>{name}</a> : name}: {t.decides.reasons[reason]}.
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** How the questions are chosen: the numbers, the tree as a picture and as text, what is unused and why. */
export function HowItDecidesPage({
  questionnaire,
  sensitivity,
}: {
  questionnaire: Questionnaire
  sensitivity: Sensitivity
}) {
  const { graph, guide, model, policy } = questionnaire
  const product = graph.product(guide.product)
  const code = nameOf(guide)
  const said = saidOf(graph, guide.product)
  const label = (node: PolicyNode) => {
    if (node.kind === 'ask') return graph.question(guide.product, node.question).short
    if (node.kind === 'escalate') return t.decides.handover
    return t.decides.plan(planFrom(node).tries.length, graph.fix(guide.product, node.fix).title)
  }
  const drawing = drawTree(policy.root, { answer: said, label, more: t.decides.more }, DRAWN_LEVELS)
  const reached = reachOfFixes(policy.root)
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs
        above={[
          { title: product.short, href: links.product(guide.product) },
          { title: code, href: links.guide(guide) },
        ]}
      />
      <div className="measure">
        <h1>{t.decides.title}</h1>
        <p className="lead">{t.decides.lead(code)}</p>
        <h2>{t.decides.compare}</h2>
        <p className="quiet mb-4">{t.decides.compareNote(t.aboutMinutes(model.escalation.cost))}</p>
        <Comparison policy={policy} />
      </div>
      <h2>{t.decides.shape}</h2>
      <p className="measure mb-4">
        {t.decides.shapeNote(policy.nodes, expectedQuestions(policy.root).toFixed(1))}
        {policy.unlimited < policy.ecr - 0.005 &&
          ` ${t.decides.cap(t.precise(policy.ecr - policy.unlimited))}`}
      </p>
      <TreePicture {...drawing} />
      <div className="measure">
        <h2>{t.decides.whole}</h2>
        <ul className="tree-outline">
          <TreeOutline questionnaire={questionnaire} node={policy.root} segments={[]} />
        </ul>
        <Unused
          title={t.decides.unusedFixes}
          items={policy.unused.fixes.map(({ id, reason }) => {
            const fix = graph.fix(guide.product, id)
            return { name: fix.title, href: links.fix(fix), reason }
          })}
        />
        <Unused
          title={t.decides.unusedQuestions}
          items={policy.unused.questions.map(({ id, reason }) => ({
            name: graph.question(guide.product, id).short,
            reason,
          }))}
        />
        <IfWrong questionnaire={questionnaire} sensitivity={sensitivity} />
        <h2>{t.decides.how}</h2>
        {t.decides.howBody.map((paragraph) => (
          <p key={paragraph} className="mb-3">
            {paragraph}
          </p>
        ))}
        <h2>{t.decides.priors}</h2>
        <LikelyCauses causes={likelyCauses(questionnaire, START)} most={40} first />
        <h2>{t.decides.fixes}</h2>
        <Scroll label={t.decides.fixes}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.product.fixes}</th>
                <th scope="col">{t.fix.takes}</th>
                <th scope="col">{t.fix.chance}</th>
                <th scope="col">{t.decides.reach}</th>
              </tr>
            </thead>
            <tbody>
              {fixesByOdds(questionnaire).map(({ fix, chance }) => (
                <tr key={fix.id}>
                  <th scope="row">
                    <a href={links.fix(fix)}>{fix.title}</a>
                  </th>
                  <td>{t.minutes(fix.minutes)}</td>
                  <td>{t.percent(chance)}</td>
                  <td>{t.percent(reached.get(fix.id) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Page>
  )
}
