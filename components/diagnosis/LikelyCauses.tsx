import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { LikelyCause } from '@/lib/questionnaire/view'
import { Bar } from './Bars'

/** A cause below this share is counted with the others. */
const SHOWN = 0.03

/** The causes as bars that keep their place from question to question and move. */
export function LikelyCauses({
  causes,
  most = 6,
  first = false,
}: {
  causes: readonly LikelyCause[]
  most?: number
  /** Before any answer. */
  first?: boolean
}) {
  const shown = causes.filter(({ share }) => share >= SHOWN || most > causes.length).slice(0, most)
  const rest = causes.slice(shown.length)
  const restShare = rest.reduce((sum, { share }) => sum + share, 0)
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
        {rest.length > 0 && `${t.likely.more(rest.length, t.percent(restShare))} `}
        {first ? t.likely.noteFirst : t.likely.note}
      </p>
    </>
  )
}
