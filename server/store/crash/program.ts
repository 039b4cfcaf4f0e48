import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Sent } from './damage'
import type { Order } from './writer'

const here = dirname(fileURLToPath(import.meta.url))

/** The writer as one file, because it is started so often; below node_modules, so that it finds packages. */
export async function buildWriter(): Promise<{ program: string; remove(): void }> {
  const cache = join(here, '../../../node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'crash-'))
  const program = join(folder, 'writer.cjs')
  await build({
    entryPoints: [join(here, 'writer.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql', 'pg-native', 'cloudflare:sockets'],
    logLevel: 'error',
  })
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts a process that writes until it is killed; what it says is collected as it comes. */
export function startWriter(program: string, order: Order) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ORDER: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const sent: Sent[] = []
  const acknowledged: Sent[] = []
  let failure = ''
  let lines = 0
  let waiting: { until: number; resolve: () => void } | undefined
  const closed = new Promise<void>((resolve, reject) =>
    child.once('close', (code, signal) => {
      waiting?.resolve()
      if (signal === 'SIGKILL') resolve()
      else reject(new Error(`The writer ended by itself: ${failure || code}`))
    }),
  )
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line)
    if (said.sent) sent.push(said.sent)
    if (said.acknowledged) acknowledged.push(said.acknowledged)
    failure ||= said.failed ?? ''
    if (++lines === waiting?.until) waiting.resolve()
  })
  return {
    sent,
    acknowledged,
    /** Until it has said so many lines more. */
    hear: (more: number) =>
      new Promise<void>((resolve) => {
        waiting = { until: lines + more, resolve }
      }),
    /** What still stands in the pipe was said before, and counts. */
    kill: () => {
      child.kill('SIGKILL')
      return closed
    },
  }
}
