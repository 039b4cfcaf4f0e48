import { messages as t } from '@/lib/messages'

/** How a fix turned out for those who told us, with what that says of all. */
export function OutcomeCount({
  helped,
  told,
  interval: [low, high],
}: {
  helped: number
  told: number
  /** Shares from 0 to 1. */
  interval: readonly [low: number, high: number]
}) {
  return (
    <p className="quiet">
      <strong>{t.outcomes.helped(helped, told)}</strong>{' '}
      {t.outcomes.interval(Math.round(low * 100), Math.round(high * 100))}
    </p>
  )
}
