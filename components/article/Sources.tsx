import type { Source } from '@/lib/content/documents'
import { messages as t } from '@/lib/messages'

/** Where the facts of an article come from, and when somebody last checked it against them. */
export function Sources({ sources, reviewed }: { sources: readonly Source[]; reviewed: string }) {
  return (
    <footer>
      {sources.length > 0 && (
        <details className="fold">
          <summary>
            {t.sources} ({sources.length})
          </summary>
          <ul className="quiet list-disc ps-5">
            {sources.map(({ title, publisher, url }) => (
              <li key={title}>
                {publisher}: {url ? <a href={url}>{title}</a> : `${title} (${t.sourceWithoutLink})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet mt-3">{t.reviewed(t.date(reviewed))}</p>
    </footer>
  )
}
