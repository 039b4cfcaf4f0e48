import { messages as t } from '@/lib/messages'

/** Where a page stands: the pages above it, each a link. */
export function Crumbs({ above }: { above: readonly { title: string; href: string }[] }) {
  return (
    <nav aria-label={t.breadcrumb} className="crumbs">
      <ol>
        {above.map(({ title, href }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
