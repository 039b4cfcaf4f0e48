/** `npm run comments -- COMMAND`: moderates from a terminal, while the server runs or not. `--help` lists the commands. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { readConfig } from '../server/config'
import { runComments } from '../server/moderation/command/command'
import type { Terminal } from '../server/moderation/command/terminal'
import { openStore } from '../server/store/open'

const io: Pick<Terminal, 'print' | 'complain'> = {
  // Whoever reads slowly, or stops reading (`| head`), is not overrun.
  print: (line) => new Promise((done) => void process.stdout.write(line, () => done())),
  complain: (line) => console.error(line),
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runComments(
  process.argv.slice(2),
  async () => ({
    ...io,
    store: await openStore(readConfig(process.env)),
    now: Date.now,
    read: (file) => (file === '-' ? text(process.stdin) : readFile(file, 'utf8')),
    lines: (file) =>
      createInterface({
        input: file === '-' ? process.stdin : createReadStream(file),
        crlfDelay: Number.POSITIVE_INFINITY,
      }),
  }),
  io,
)
