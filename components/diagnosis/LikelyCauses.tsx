import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { LikelyCause } from '@/lib/questionnaire/view'
import { Bar } from './Bars'

/** A cause below this share is counted with the others. */
const SHOWN = 0.03

/** The causes as bars that keep their place from question to question and move. */
export function LikelyCauses({ causes, most = 6 }: { causes: readonly LikelyCause[]; most?: number }) {
  const shown = causes.filter(({ share }) => share >= SHOWN).slice(0, most)
  const rest = causes.length - shown.length
  return (
    <>
      <ul className="bars">
        {shown.map(({ cause, title, share }, index) => (
          <li key={title} data-cause={cause ? `cause-${cause.id}` : 'cause-other'}>
            {cause ? <a href={links.cause(cause)}>{title}</a> : <span>{title}</span>}
            <b>{t.percent(share)}</b>
            <Bar share={share} marked={index === 0} />
          </li>
        ))}
      </ul>
      <p className="quiet mt-3">
        {rest > 0 && `${t.likely.more(rest)}. `}
        {t.likely.note}
      </p>
    </>
  )
}
