import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import type { Cause } from '@/lib/content/documents'
import { estimate } from '@/lib/content/estimates'
import { type Graph, nameOf } from '@/lib/content/graph'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { type Questionnaire, saidOf } from '@/lib/questionnaire/view'
import { ArticleBody } from './ArticleBody'
import { Fact } from './Fact'
import { Sources } from './Sources'

/** A cause: how to recognise it, how common it is, who can end it and what ends it. */
export function CausePage({
  graph,
  cause,
  questionnaires,
}: {
  graph: Graph
  cause: Cause
  questionnaires: readonly Questionnaire[]
}) {
  const product = graph.product(cause.product)
  const fixes = graph
    .fixesFor(cause)
    .sort(
      (a, b) =>
        estimate(b.cures[cause.id] ?? 'never', 'how-often') -
        estimate(a.cures[cause.id] ?? 'never', 'how-often'),
    )
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs
        above={[
          { title: product.short, href: links.product(cause.product) },
          { title: t.product.causes, href: links.causes(cause.product) },
        ]}
      />
      <div className="spread">
        <article>
          <h1>{cause.title}</h1>
          <p className="lead">{cause.summary}</p>
          <dl className="facts">
            <Fact name={t.cause.owner}>
              {cause.owner === 'vendor' ? product.vendor : t.owner[cause.owner]}
            </Fact>
            {questionnaires.map(({ guide, model }) => (
              <Fact key={guide.id} name={t.cause.share}>
                {t.cause.shareValue(t.percent(model.causes[cause.id] ?? 0), nameOf(guide))}
              </Fact>
            ))}
          </dl>
          <p className="quiet">
            {t.evidence.label}: {t.evidence[cause.evidence]}
          </p>
          <h2>{t.cause.signs}</h2>
          <ul className="list-disc ps-5">
            {cause.signs.map((sign) => (
              <li key={sign} className="mb-1">
                {sign}
              </li>
            ))}
          </ul>
          <div className="prose">
            <ArticleBody article={cause} setting={{ saidOf: saidOf(graph, cause.product) }} />
          </div>
          <Sources sources={graph.sourcesOf(cause)} reviewed={cause.reviewed} />
        </article>
        <aside>
          <section>
            <h2>{t.cause.fixes}</h2>
            {fixes.length > 0 && (
              <ol className="ladder">
                {fixes.map((fix) => (
                  <li key={fix.id}>
                    <a href={links.fix(fix)}>{fix.title}</a>
                    <span className="meta">{t.minutes(fix.minutes)}</span>
                  </li>
                ))}
              </ol>
            )}
            {cause.owner !== 'reader' &&
              questionnaires.map(({ guide }) => {
                const handover = graph.fix(guide.product, guide.handover)
                return (
                  <p key={guide.id} className="mt-3">
                    {fixes.length === 0 && `${t.cause.noFix} `}
                    <a href={links.fix(handover)}>{handover.title}</a>
                  </p>
                )
              })}
          </section>
          {questionnaires.map(({ guide }) => (
            <section key={guide.id} className="no-print">
              <h2>{t.cause.start}</h2>
              <a href={links.guide(guide)}>{guide.title}</a>
            </section>
          ))}
        </aside>
      </div>
    </Page>
  )
}
