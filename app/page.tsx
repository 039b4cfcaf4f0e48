import { GuideList } from '@/components/guide/GuideList'
import { CodeField } from '@/components/shell/CodeField'
import { Page } from '@/components/shell/Page'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

export default function Home() {
  return (
    <Page disclaimer={graph.products[0]?.disclaimer}>
      <div className="measure pt-10">
        <h1>{t.front.title}</h1>
        <p className="lead">{t.front.lead}</p>
        <CodeField known={graph.guides[0]?.codes[0]} />
        <h2>{t.front.guides}</h2>
        <GuideList guides={graph.guides} />
        <ul className="flex flex-wrap gap-x-6">
          {graph.products.map((product) => (
            <li key={product.file}>
              <a href={links.product(product.product)}>{product.name}</a>
            </li>
          ))}
          <li>
            <a href={links.codes()}>{t.product.codes}</a>
          </li>
        </ul>
        <h2>{t.front.how}</h2>
        <ol className="list-decimal ps-6">
          {t.front.steps.map((step) => (
            <li key={step} className="mb-2">
              {step}
            </li>
          ))}
        </ol>
        <p className="quiet mt-4">{t.front.light}</p>
      </div>
    </Page>
  )
}
