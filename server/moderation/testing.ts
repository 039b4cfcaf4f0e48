import type { NewComment } from '../store/store'
import { FAQ, startTestServer } from '../testing'
import { newCommentId } from '../threads/writer'

export const TOKENS = { ana: 'token-of-ana-0123456789', ben: 'token-of-ben-0123456789' }

/** A server with two moderators. */
export async function startServer(env: Record<string, string> = {}) {
  const server = await startTestServer({
    MODERATORS: `ana:${TOKENS.ana},ben:${TOKENS.ben}`,
    TRUSTED_PROXIES: '0',
    ...env,
  })

  /** Signs in; every request of what it gives back is that moderator's. */
  const signIn = async (who: keyof typeof TOKENS = 'ana') => {
    const answer = await server.post('/moderate/sign-in', { token: TOKENS[who] })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const page = await (await server.get('/moderate/', { cookie })).text()
    const form = /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? ''
    return {
      cookie,
      form,
      get: async (path: string) => (await server.get(path, { cookie })).text(),
      post: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
        server.post(path, { form, ...fields }, { cookie, ...headers }),
    }
  }

  return {
    ...server,
    signIn,
    /** Stores a comment of a visitor, which waits unless said otherwise. */
    addComment: (values: Partial<NewComment> = {}) =>
      server.addComment({ thread: FAQ, status: 'waiting', addressHash: newCommentId(), ...values }),
  }
}

/** A server with moderators for the tests of a file. */
export type TestServer = Awaited<ReturnType<typeof startServer>>
