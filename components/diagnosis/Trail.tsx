import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { TrailItem } from '@/lib/questionnaire/view'

function Items({ items, label }: { items: readonly TrailItem[]; label: string }) {
  if (!items.length) return null
  return (
    <div>
      <h2 className="inline font-bold">{label}: </h2>
      <ul className="inline-flex">
        {items.map(({ kind, said, href }) => (
          <li key={href}>
            {said}{' '}
            <a href={href} aria-label={kind === 'answer' ? t.trail.changeOf(said) : t.trail.undoOf(said)}>
              {kind === 'answer' ? t.trail.change : t.trail.back}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the reader has said and tried, each with a way to change it. */
export function Trail({
  items,
  guide,
}: {
  items: readonly TrailItem[]
  guide: { product: string; id: string }
}) {
  if (!items.length) return null
  return (
    <nav className="trail" aria-label={t.trail.said}>
      <Items label={t.trail.said} items={items.filter(({ kind }) => kind === 'answer')} />
      <Items label={t.trail.tried} items={items.filter(({ kind }) => kind === 'tried')} />
      <a href={links.diagnose(guide)}>{t.trail.startOver}</a>
    </nav>
  )
}
