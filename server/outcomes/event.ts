import { z } from 'zod'
import type { OutcomeEvent } from '../store/store'

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id: lower case with hyphens')

const articleId = z
  .string()
  .max(160)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'product/id')

/** More than any questionnaire asks. */
const MOST_ANSWERS = 60

/** Nobody presses a button a thousand times in one tab. */
const MOST_STEPS = 999

/** What `POST /outcomes` takes; `elements/outcome-visit.ts` sends it. */
export const toldSchema = z.strictObject({
  /** Random, drawn by the tab: at least as long as nobody guesses. */
  visit: z.string().regex(/^[a-z0-9]{16,40}$/, '16 to 40 of a-z and 0-9'),
  step: z.int().min(0).max(MOST_STEPS),
  /** `teams/caa20002`; null on a fix that was opened by itself. */
  guide: articleId.nullable(),
  answers: z.array(z.tuple([id, id])).max(MOST_ANSWERS),
  tried: z.array(id).max(MOST_ANSWERS),
  event: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['failed', 'solved']), fix: articleId }),
    z.strictObject({ kind: z.literal('shown'), fix: articleId.nullable() }),
    z.strictObject({ kind: z.literal('escalated'), fix: z.null().optional() }),
  ]),
})

/** What a tab tells. */
export type Told = z.infer<typeof toldSchema>

/** The event as the store has it: within a guide a fix needs no product. */
export function storedEvent({ kind, fix }: Told['event']): OutcomeEvent {
  const bare = fix?.split('/')[1] ?? null
  if (kind === 'escalated') return { kind }
  if (kind === 'shown') return { kind, fix: bare }
  return { kind, fix: bare ?? '' }
}
