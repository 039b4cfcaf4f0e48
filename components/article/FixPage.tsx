import { CommentPlace } from '@/components/comments/CommentPlace'
import { OutcomeReport, OutcomeSlot } from '@/components/outcomes/OutcomeReport'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import type { Fix } from '@/lib/content/documents'
import { estimate } from '@/lib/content/estimates'
import { type Graph, nameOf } from '@/lib/content/graph'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import {
  audienceOf,
  expectedQuestions,
  fixesByOdds,
  type Questionnaire,
  saidOf,
} from '@/lib/questionnaire/view'
import { threadOf } from '@/lib/threads'
import { ArticleBody } from './ArticleBody'
import { Fact, FixDemands } from './Fact'
import { Sources } from './Sources'
import { Variants } from './Variants'

/** How often a fix ends a cause, in the three words that a reader needs. */
function curesHow(often: number) {
  return often >= 0.6 ? t.fix.curesHow.often : often >= 0.25 ? t.fix.curesHow.some : t.fix.curesHow.rare
}

/** A fix: what it costs, its steps, how to check and undo it, what it cures, and where to go next. */
export function FixPage({
  graph,
  fix,
  questionnaires,
}: {
  graph: Graph
  fix: Fix
  questionnaires: readonly Questionnaire[]
}) {
  const product = graph.product(fix.product)
  const setting = { saidOf: saidOf(graph, fix.product) }
  const audience = audienceOf(graph, fix)
  const chances = questionnaires.flatMap((questionnaire) =>
    fixesByOdds(questionnaire)
      .filter((one) => one.fix === fix)
      .map(({ chance }) => ({ guide: questionnaire.guide, chance })),
  )
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs
        above={[
          { title: product.short, href: links.product(fix.product) },
          { title: t.product.fixes, href: links.fixes(fix.product) },
        ]}
      />
      <plan-return hidden>
        <p className="trail">
          {t.fix.inPlan} <a href={links.product(fix.product)}>{t.fix.back}</a>
        </p>
      </plan-return>
      <div className="spread">
        <article>
          <h1>{fix.title}</h1>
          <p className="lead">{fix.summary}</p>
          <dl className="facts">
            <Fact name={t.fix.takes}>{t.minutes(fix.minutes)}</Fact>
            {chances.map(({ guide, chance }) => (
              <Fact key={guide.id} name={`${t.fix.chance} (${t.estimate})`}>
                {t.fix.chanceValue(t.oneIn(chance), nameOf(guide))}
              </Fact>
            ))}
            <FixDemands fix={fix} />
            <Fact name={t.fix.for}>{audience ?? t.fix.everybody}</Fact>
          </dl>
          <p className="quiet">
            {t.evidence.label}: {t.evidence[fix.evidence]} {fix.loses && `${t.fix.loses}: ${fix.loses}`}
          </p>
          <OutcomeSlot fix={fix} />
          {fix.after.length > 0 && (
            <p className="note">
              {t.fix.after}:{' '}
              {fix.after.map((id) => {
                const first = graph.fix(fix.product, id)
                return (
                  <a key={id} href={links.fix(first)}>
                    {first.title}
                  </a>
                )
              })}
            </p>
          )}
          <Variants article={fix} setting={setting} />
          <div className="prose">
            <ArticleBody article={fix} setting={setting} />
            <h2 id="check">{t.fix.check}</h2>
            <ArticleBody article={fix} text={fix.check} setting={setting} />
          </div>
          <div className="actions">
            <a className="action good" href="#works">
              {t.plan.works}
            </a>
            <a
              className="action plain"
              data-next=""
              href={questionnaires[0] ? links.diagnose(questionnaires[0].guide) : links.product(fix.product)}
            >
              {t.plan.worksNot}
            </a>
          </div>
          <OutcomeReport fix={fix} />
          <section id="works" className="done" tabIndex={-1}>
            <h2>{t.works.heading}</h2>
            <p>{t.works.undo}</p>
          </section>
          <div className="prose">
            <h2 id="undo">{t.fix.undo}</h2>
            <ArticleBody article={fix} text={fix.undo} setting={setting} />
          </div>
          <Sources sources={graph.sourcesOf(fix)} reviewed={fix.reviewed} />
          <CommentPlace thread={threadOf('fixes', fix)} />
        </article>
        <aside>
          {Object.keys(fix.cures).length > 0 && (
            <section>
              <h2>{t.fix.cures}</h2>
              <ul>
                {Object.entries(fix.cures).map(([id, often]) => {
                  const cause = graph.cause(fix.product, id)
                  return (
                    <li key={id}>
                      <a href={links.cause(cause)}>{cause.title}</a>{' '}
                      <span className="quiet">{curesHow(estimate(often, 'how-often'))}</span>
                    </li>
                  )
                })}
              </ul>
            </section>
          )}
          {fix.worksAround.length > 0 && (
            <section>
              <h2>{t.fix.worksAround}</h2>
              <ul>
                {fix.worksAround.map((id) => {
                  const cause = graph.cause(fix.product, id)
                  return (
                    <li key={id}>
                      <a href={links.cause(cause)}>{cause.title}</a>
                    </li>
                  )
                })}
              </ul>
            </section>
          )}
          {questionnaires.map(({ guide, policy }) => (
            <section key={guide.id} className="no-print">
              <h2>{t.fix.startQuestions}</h2>
              <a href={links.diagnose(guide)}>
                {t.fix.startQuestionsLink(Math.max(1, Math.round(expectedQuestions(policy.root))))}
              </a>
            </section>
          ))}
        </aside>
      </div>
    </Page>
  )
}
