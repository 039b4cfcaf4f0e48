import { messages as t } from '@/lib/messages'
import { site } from '@/site.config'

type Fix = { product: string; id: string }

/**
 * Below the buttons that say what became of a fix, or below the message for IT: what is counted, shown only
 * where it is. On the hand-over there is one more thing to say.
 */
export function OutcomeReport({ fix }: { fix?: Fix }) {
  if (!site.outcomes) return null
  return (
    <outcome-report hidden className="no-print" {...(fix && { fix: `${fix.product}/${fix.id}` })}>
      {!fix && (
        <label className="mt-3 block">
          <input type="checkbox" autoComplete="off" className="me-2" />
          {t.outcomes.passedOn}
        </label>
      )}
      <p className="quiet">{t.outcomes.note}</p>
    </outcome-report>
  )
}

/** Where our server writes how a fix turned out. Empty on a static host. */
export function OutcomeSlot({ fix }: { fix: Fix }) {
  return site.outcomes && <outcome-count fix={`${fix.product}/${fix.id}`} />
}
