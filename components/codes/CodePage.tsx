import { Fact } from '@/components/article/Fact'
import { Sources } from '@/components/article/Sources'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import type { Code } from '@/lib/content/documents'
import type { Graph } from '@/lib/content/graph'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

/** One code: what it says, what is documented, who can end it, what helps today. */
export function CodePage({ graph, product: id, code }: { graph: Graph; product: string; code: Code }) {
  const product = graph.product(id)
  const guide = code.guide ? graph.guide(id, code.guide) : undefined
  const sources = code.sources.flatMap((source) => graph.sources[id]?.[source] ?? [])
  const helps = (code.see ?? []).map((path) => {
    const [folder, article = ''] = path.split('/')
    return folder === 'causes'
      ? { title: graph.cause(id, article).title, href: links.cause({ product: id, id: article }) }
      : { title: graph.fix(id, article).title, href: links.fix({ product: id, id: article }) }
  })
  return (
    <Page disclaimer={product.disclaimer}>
      {guide && <meta httpEquiv="refresh" content={`0; url=${links.guide(guide)}`} />}
      <Crumbs above={[{ title: t.codes.title, href: links.codes() }]} />
      <div className="measure">
        <h1>
          <span className="code-large">{code.code}</span>
        </h1>
        <p className="lead">{code.meaning}</p>
        {guide && (
          <p className="note">
            {t.codes.moved(code.code)} <a href={links.guide(guide)}>{guide.title}</a>
          </p>
        )}
        <dl className="facts">
          <Fact name={t.codes.owner}>{code.owner === 'vendor' ? product.vendor : t.owner[code.owner]}</Fact>
        </dl>
        {code.documented && (
          <>
            <h2>{t.codes.documented}</h2>
            <p>{code.documented}</p>
          </>
        )}
        {helps.length > 0 && (
          <>
            <h2>{t.codes.see}</h2>
            <ul className="list-disc ps-5">
              {helps.map(({ title, href }) => (
                <li key={href}>
                  <a href={href}>{title}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="mt-8">
          <Sources sources={sources} reviewed={product.reviewed} />
        </div>
      </div>
    </Page>
  )
}
