import { connect } from 'node:net'

/** The longest that a server may keep a connection that it should close: only a broken server takes this long. */
const GIVE_UP_MS = 20_000

/**
 * Sends bytes as they are and gives back everything that comes until the server closes. `more` goes on sending
 * for as long as the server takes it.
 */
export function exchange(
  port: number,
  bytes: string | Buffer,
  more?: () => string | Buffer,
): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const giveUp = setTimeout(() => {
      socket.destroy()
      fail(new Error(`The server kept the connection open. It said: ${answer.slice(0, 300)}`))
    }, GIVE_UP_MS)
    const pour = () => {
      while (more && !socket.destroyed && socket.writable) if (!socket.write(more())) return
    }
    socket.on('connect', () => {
      socket.write(bytes)
      pour()
    })
    socket.on('drain', pour)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    // A server that closes while it is being sent to resets the connection: what it said before counts.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(giveUp)
      done(answer)
    })
  })
}

/** The status of every answer in what came over a connection. */
export function statusesIn(answer: string): number[] {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}
