import type { Fix } from '@/lib/content/documents'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

/** What gets somebody working meanwhile: one tap away on every page of a questionnaire. */
export function Workarounds({ fixes }: { fixes: readonly Fix[] }) {
  if (!fixes.length) return null
  return (
    <section className="box">
      <h2>{t.guide.workingNow}</h2>
      <ul>
        {fixes.map((fix) => (
          <li key={fix.id}>
            <a href={links.fix(fix)}>{fix.title}</a> <span className="quiet">{t.minutes(fix.minutes)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
