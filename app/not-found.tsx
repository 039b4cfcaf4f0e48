import { CodeField } from '@/components/shell/CodeField'
import { Page } from '@/components/shell/Page'
import { graph } from '@/lib/content/source'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

export default function NotFound() {
  return (
    <Page disclaimer={graph.products[0]?.disclaimer}>
      <div className="measure pt-10">
        <h1>{t.lost.title}</h1>
        <p className="lead">{t.lost.lead}</p>
        <lost-page hidden>
          <p className="note" role="status">
            {t.lost.looking}
          </p>
        </lost-page>
        <h2>{t.lost.try}</h2>
        <ul className="list-disc ps-5 mb-6">
          {graph.guides.map((guide) => (
            <li key={guide.file}>
              <a href={links.guide(guide)}>{guide.title}</a>
            </li>
          ))}
          <li>
            <a href={links.codes()}>{t.product.codes}</a>
          </li>
          <li>
            <a href={links.home()}>{t.home}</a>
          </li>
        </ul>
        <CodeField known={graph.guides[0]?.codes[0]} />
      </div>
    </Page>
  )
}
