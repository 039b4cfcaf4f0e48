import type { Context as Request } from 'hono'
import type { Desk } from '../../components/moderation/desk'
import { messages as t } from '../../lib/messages'
import { type Fields, readFields } from '../body'
import type { AppEnv, Context } from '../context'
import { Refused } from '../errors'
import { formToken, isSame, type Session } from './session'

/** What Hono knows of a moderator's request. */
export type DeskEnv = AppEnv & { Variables: AppEnv['Variables'] & { session: Session } }

/** A moderator's request. */
export type DeskRequest = Request<DeskEnv>

/** The moderator at work, for pages. */
export function deskOf({ config, now }: Pick<Context, 'config' | 'now'>, c: DeskRequest): Desk {
  const session = c.get('session')
  return { name: session.name, formToken: formToken(config, session), now: now() }
}

/**
 * What a form of this session sent.
 *
 * @throws Refused (403) if the form was made for another session, or by another site
 */
export async function readForm({ config }: Pick<Context, 'config'>, c: DeskRequest): Promise<Fields> {
  // Forms hold Hono's kind of request; what they read is the same.
  const fields = await readFields(c)
  if (!isSame(fields.form ?? '', formToken(config, c.get('session'))))
    throw new Refused(403, 'form-token', t.moderation.problems.formToken)
  return fields
}
