import { messages as t } from '@/lib/messages'
import { Page } from './Page'

/** An address that an article had before: leads on by itself, and says where to. */
export function Moved({ title, href }: { title: string; href: string }) {
  return (
    <Page>
      <meta httpEquiv="refresh" content={`0; url=${href}`} />
      <h1 className="mt-8">{t.moved.title}</h1>
      <p className="lead">
        {t.moved.lead} <a href={href}>{title}</a>
      </p>
    </Page>
  )
}
