import { ArticleBody } from '@/components/article/ArticleBody'
import type { ArticleSetting } from '@/components/article/article-components'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import type { Cause, Faq, Fix } from '@/lib/content/documents'
import { nameOf } from '@/lib/content/graph'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { fixesByOdds, type Questionnaire, saidOf } from '@/lib/questionnaire/view'
import { site } from '@/site.config'

type Part = { setting: ArticleSetting }

function Address({ path }: { path: string }) {
  return (
    <p className="quiet">
      {t.all.address} <a href={path}>{site.url + path}</a>
    </p>
  )
}

function FixPart({ fix, setting }: Part & { fix: Fix }) {
  return (
    <article id={fix.id}>
      <h3>{fix.title}</h3>
      <p>{fix.summary}</p>
      <p className="quiet">
        {t.fix.takes} {t.minutes(fix.minutes)}. {t.fix.risk}: {t.risk[fix.risk]}. {t.evidence.label}:{' '}
        {t.evidence[fix.evidence]}
      </p>
      <div className="prose">
        <ArticleBody article={fix} setting={setting} />
        <h4>{t.fix.check}</h4>
        <ArticleBody article={fix} text={fix.check} setting={setting} />
        <h4>{t.fix.undo}</h4>
        <ArticleBody article={fix} text={fix.undo} setting={setting} />
      </div>
      <Address path={links.fix(fix)} />
    </article>
  )
}

function CausePart({ cause, setting }: Part & { cause: Cause }) {
  return (
    <article id={cause.id}>
      <h3>{cause.title}</h3>
      <p>{cause.summary}</p>
      <ul className="list-disc ps-5">
        {cause.signs.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
      <div className="prose">
        <ArticleBody article={cause} setting={setting} />
      </div>
    </article>
  )
}

function FaqPart({ faq, setting }: Part & { faq: Faq }) {
  return (
    <article id={faq.id}>
      <h3>{faq.question}</h3>
      <div className="prose">
        <ArticleBody article={faq} setting={setting} />
      </div>
    </article>
  )
}

/** The whole guide on one page: a hand-out that prints and can be saved. */
export function WholeGuidePage({ questionnaire }: { questionnaire: Questionnaire }) {
  const { graph, guide } = questionnaire
  const product = graph.product(guide.product)
  const said = saidOf(graph, guide.product)
  const setting = (id: string): ArticleSetting => ({ saidOf: said, idPrefix: `${id}-`, deeper: 2 })
  const fixes = [
    ...graph.workaroundsOf(guide),
    ...fixesByOdds(questionnaire).map(({ fix }) => fix),
    graph.fix(guide.product, guide.handover),
  ]
  const causes = graph.causesOf(guide)
  const faqs = graph.faqOf(guide)
  const parts = [
    { id: 'all-fixes', title: t.product.fixes },
    { id: 'all-causes', title: t.product.causes },
    { id: 'all-faq', title: t.product.faq },
  ]
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs
        above={[
          { title: product.short, href: links.product(guide.product) },
          { title: nameOf(guide), href: links.guide(guide) },
        ]}
      />
      <div className="measure">
        <h1>{t.all.title(guide.title)}</h1>
        <p className="lead">{t.all.lead}</p>
        <nav className="box no-print" aria-label={t.all.contents}>
          <h2>{t.all.contents}</h2>
          <ul>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
          <ol className="list-decimal ps-6 mt-3">
            {fixes.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <p>{guide.summary}</p>
        <div className="prose">
          <ArticleBody article={guide} setting={{ saidOf: said, idPrefix: 'guide-' }} />
        </div>
        <h2 id="all-fixes">{t.product.fixes}</h2>
        {fixes.map((fix) => (
          <FixPart key={fix.id} fix={fix} setting={setting(fix.id)} />
        ))}
        <h2 id="all-causes">{t.product.causes}</h2>
        {causes.map((cause) => (
          <CausePart key={cause.id} cause={cause} setting={setting(cause.id)} />
        ))}
        <h2 id="all-faq">{t.product.faq}</h2>
        {faqs.map((faq) => (
          <FaqPart key={faq.id} faq={faq} setting={setting(faq.id)} />
        ))}
        <Address path={links.guide(guide)} />
      </div>
    </Page>
  )
}
