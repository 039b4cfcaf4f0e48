import { Hono } from 'hono'
import { links } from '../../lib/links'
import { messages as t } from '../../lib/messages'
import { threadOf } from '../../lib/threads'
import { readJson } from '../body'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { limitKey } from '../threads/writer'
import { storedEvent, toldSchema } from './event'
import { readGuides, unknownIn } from './guides'

/** A reader presses a button every few seconds at most; a company may share one address. */
const RATE = { name: 'outcome', times: 600, seconds: 600 }

/** Crawlers run scripts today; what they open is nobody's outcome. They say what they are. */
const ROBOT = /bot\b|crawler|spider/i

/** Records what readers tell of fixes, and says that it does. */
export function outcomeRoutes(context: Context): Hono<AppEnv> {
  const { store, articles } = context
  const limit = context.limiter(RATE)
  const idsOf = readGuides(context)
  const threadOfFix = (fix: string) => {
    const [product = '', id = ''] = fix.split('/')
    return threadOf('fixes', { product, id })
  }
  const isFix = (fix: string) => articles.get(threadOfFix(fix)) !== undefined

  return new Hono<AppEnv>().post(links.outcomes(), async (c) => {
    await limit(limitKey(context, c))
    const read = toldSchema.safeParse(await readJson(c))
    if (!read.success) {
      const [first] = read.error.issues
      throw new Refused(422, 'bad-outcome', t.outcomes.bad(first?.path.join('.') ?? '', first?.message ?? ''))
    }
    const told = read.data
    const unknown = unknownIn(told, told.guide === null ? undefined : await idsOf(told.guide), isFix)
    if (unknown) throw new Refused(422, 'unknown-outcome', t.outcomes.unknown(unknown))
    if (!ROBOT.test(c.req.header('user-agent') ?? '')) {
      const { visit, step, guide, answers, tried } = told
      const event = storedEvent(told.event)
      const fix = told.event.fix ?? null
      const added = await store.addOutcome({
        visit,
        step,
        guide,
        answers,
        tried,
        event,
        fix,
        now: context.now(),
      })
      // Only the page of the fix shows a count.
      if (added && fix && event.kind !== 'shown') context.changes.changed(threadOfFix(fix))
    }
    return c.body(null, 204)
  })
}
