import { ArticleBody } from '@/components/article/ArticleBody'
import { Fact, FixDemands } from '@/components/article/Fact'
import { Variants } from '@/components/article/Variants'
import { OutcomeReport } from '@/components/outcomes/OutcomeReport'
import type { Fix } from '@/lib/content/documents'
import { answersThatLeaveSteps } from '@/lib/content/variants'
import { explainTry } from '@/lib/diagnosis/explain'
import type { PolicyNode } from '@/lib/diagnosis/policy'
import { links, TRIED } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { planFrom, type Stop } from '@/lib/questionnaire/states'
import { audienceOf, givenAnswers, type Questionnaire, saidOf } from '@/lib/questionnaire/view'
import { Bar } from './Bars'
import { Frame } from './Frame'

type Try = Extract<PolicyNode, { kind: 'try' }>

function Rung({
  fix,
  node,
  href,
  audience,
}: {
  fix: Fix
  node: Try
  href: string
  audience?: string | undefined
}) {
  return (
    <li>
      <a href={href}>{fix.title}</a>
      <span className="meta">
        {t.minutes(fix.minutes)} · {t.oneIn(node.chance)}
      </span>
      <Bar share={node.chance} />
      {(fix.risk !== 'none' || fix.needs.length > 0 || audience) && (
        <p>
          {[
            ...(fix.risk === 'none' ? [] : [t.risk[fix.risk]]),
            ...fix.needs.map((need) => t.needs[need]),
            ...(audience ? [t.plan.onlyFor(audience)] : []),
          ].join(' · ')}
        </p>
      )}
    </li>
  )
}

/** Why the first fix of the plan comes first, from the engine's own numbers. */
function Why({ questionnaire, stop, fix }: { questionnaire: Questionnaire; stop: Stop; fix: Fix }) {
  const { graph, guide, model } = questionnaire
  const { chance, causes, against } = explainTry(model, stop.state, fix.id)
  const titleOf = (id: string) => graph.cause(guide.product, id).title
  const named = causes.slice(0, 3).map(({ id, share }) => t.plan.share(t.percent(share), titleOf(id)))
  return (
    <details className="fold">
      <summary>{t.plan.whyThis}</summary>
      <p>{t.plan.why(t.oneIn(chance), t.aboutMinutes(fix.minutes))}</p>
      {named.length > 0 && <p>{t.plan.whyCauses(t.list(named))}</p>}
      {against.length > 0 && <p>{t.plan.whyAgainst(t.list(against.slice(0, 5).map(titleOf)))}</p>}
    </details>
  )
}

/** What follows if the first fix does not help: the other fixes as a ladder, then a question or the hand-over. */
function Ladder({ questionnaire, stop, node }: { questionnaire: Questionnaire; stop: Stop; node: Try }) {
  const { graph, guide } = questionnaire
  const { tries, end } = planFrom(node)
  return (
    <section id="plan">
      <h2>{t.plan.ifNot}</h2>
      <ol className="ladder">
        {tries.slice(1).map((node) => {
          const later = graph.fix(guide.product, node.fix)
          return (
            <Rung
              key={node.fix}
              fix={later}
              node={node}
              href={links.fixFrom(later, guide, stop.segments, false)}
              audience={audienceOf(graph, later)}
            />
          )
        })}
        <li>
          {end.kind === 'ask'
            ? t.plan.thenQuestion(graph.question(guide.product, end.question).short)
            : t.plan.thenHandover}
        </li>
      </ol>
    </section>
  )
}

/** A run of fixes: the first with its steps, the others as a ladder, and what follows them. */
export function PlanPage({
  questionnaire,
  stop,
  node,
}: {
  questionnaire: Questionnaire
  stop: Stop
  node: Try
}) {
  const { graph, guide } = questionnaire
  const { tries } = planFrom(node)
  const fix = graph.fix(guide.product, node.fix)
  const setting = {
    saidOf: saidOf(graph, guide.product),
    answers: answersThatLeaveSteps(fix, givenAnswers(stop.state)),
  }
  const audience = audienceOf(graph, fix)
  const next = links.diagnose(guide, [...stop.segments, `${TRIED}.${fix.id}`])
  return (
    <Frame
      questionnaire={questionnaire}
      stop={stop}
      beside={<Ladder questionnaire={questionnaire} stop={stop} node={node} />}
    >
      <p className="eyebrow">
        {stop.state.tried.length ? t.plan.next : t.plan.doThis} ·{' '}
        <a href="#plan">{t.plan.heading(tries.length)}</a>
      </p>
      <h1 className="mt-1">{fix.title}</h1>
      <p className="lead">{fix.summary}</p>
      <dl className="facts">
        <Fact name={t.fix.takes}>{t.minutes(fix.minutes)}</Fact>
        <Fact name={t.fix.chance}>
          {t.oneIn(node.chance)} <small className="quiet">({t.estimate})</small>
        </Fact>
        <FixDemands fix={fix} />
      </dl>
      {audience && (
        <p className="note">
          {t.plan.onlyFor(audience)}{' '}
          <a href={next} data-skip="">
            {t.plan.skip}
          </a>
        </p>
      )}
      <Why questionnaire={questionnaire} stop={stop} fix={fix} />
      <Variants article={fix} setting={setting} />
      <div className="prose">
        <ArticleBody article={fix} setting={setting} />
        <h2>{t.fix.check}</h2>
        <ArticleBody article={fix} text={fix.check} setting={setting} />
      </div>
      <div className="actions">
        <a className="action good" href="#works">
          {t.plan.works}
        </a>
        <a className="action plain" data-next="" href={next}>
          {t.plan.worksNot}
        </a>
      </div>
      <OutcomeReport fix={fix} />
      <section id="works" className="done" tabIndex={-1}>
        <h2>{t.works.heading}</h2>
        <p>{t.works.undo}</p>
        <p>
          {t.works.tell} <a href={links.guide(guide)}>{guide.title}</a>
        </p>
      </section>
      <p>
        <a href={links.fixFrom(fix, guide, stop.segments, true)}>{t.plan.fullPage}</a>
      </p>
    </Frame>
  )
}
