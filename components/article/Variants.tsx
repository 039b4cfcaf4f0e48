import type { Located } from '@/lib/content/documents'
import { audienceId, isMeant, variantsOf } from '@/lib/content/variants'
import { messages as t } from '@/lib/messages'
import { type ArticleSetting, audienceWords } from './article-components'

/** Where an article differs by system or app: a way to each part, so that nobody scrolls through the others. */
export function Variants({ article, setting }: { article: Located; setting: ArticleSetting }) {
  const variants = variantsOf(article).filter((audience) => isMeant(audience, setting.answers ?? new Map()))
  if (variants.length < 2) return null
  return (
    <nav className="jump" aria-label={t.fix.jump}>
      <b>{t.fix.jump}:</b>
      <ul>
        {variants.map((audience) => (
          <li key={audienceId(audience)}>
            <a href={`#${audienceId(audience)}`}>{audienceWords(audience, setting)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
