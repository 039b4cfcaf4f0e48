// npm run bench:server: how many pages the server serves, how fast, and what a hundred posts a second cost its
// readers, beside nginx serving the same files. Everything runs on this machine, the load too: compare the
// numbers of one run with each other, not with those of another.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { links } from '../lib/links'
import { startNginx } from './nginx'
import { type Posts, startPosting } from './posts'
import { solveProofs } from './proofs'

const READERS = 1_000
/** Pages a second that readers ask for who read what they were given: two each. */
const PACE = 2_000
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10)
const FIX = 'teams/fixes/clear-cache'
const SECRET = 'a secret that only the benchmark knows of'

/** What one run of readers came to. */
interface Row {
  what: string
  where: string
  requests: number
  p50: number
  p97: number
  p99: number
  errors: number
  rss: string
}

const free = async () => {
  const { createServer } = await import('node:net')
  return new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}

/** Resident memory of a process, in MB; NaN where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number.parseInt(stdout, 10) / 1024)
}

async function waitFor(origin: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server at ${origin} ended with ${child.exitCode}.`)
    const well = await fetch(`${origin}/`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (well) return
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function startServer(folder: string): Promise<{ origin: string; child: ChildProcess }> {
  const port = await free()
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '',
      DATA_FOLDER: join(folder, 'data'),
      SECRET,
      // The most work: what has a proof is published at once, and readers see it.
      HOLD_COMMENTS: 'none',
      TRUSTED_PROXIES: '1',
    },
    // It logs as it would, to a file.
    stdio: ['ignore', openSync(join(folder, 'log.jsonl'), 'a'), 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await waitFor(origin, child)
  return { origin, child }
}

/**
 * Readers who keep their connections, in a process of their own: at a pace, or asking again as soon as they are
 * answered, which no server can bear without making somebody wait.
 */
function read(url: string, seconds: number, pace?: number) {
  const args = [
    '-j',
    '-n',
    '-c',
    READERS,
    '-d',
    seconds,
    '-t',
    10,
    '-H',
    'accept-encoding=gzip',
    ...(pace ? ['-R', pace] : []),
    url,
  ]
  const child = spawn(process.execPath, ['node_modules/autocannon/autocannon.js', ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  return new Promise<ReturnType<typeof JSON.parse>>((done) => {
    child.once('close', () => done(JSON.parse(out)))
  })
}

async function measure(
  what: string,
  where: string,
  url: string,
  child: ChildProcess,
  pace?: number,
): Promise<Row> {
  const before = memoryOf(child)
  const { requests, latency, errors, timeouts, non2xx } = await read(url, SECONDS, pace)
  return {
    ...{ what, where, requests: requests.average, p50: latency.p50, p97: latency.p97_5, p99: latency.p99 },
    ...{ errors: errors + timeouts + non2xx, rss: `${before} → ${memoryOf(child)}` },
  }
}

const columns = [
  '',
  'served by',
  'requests/s',
  'p50 ms',
  'p97.5 ms',
  'p99 ms',
  'errors',
  'memory MB',
] as const

function print(rows: readonly Row[]): void {
  const cells = rows.map(({ what, where, requests, p50, p97, p99, errors, rss }) =>
    [what, where, Math.round(requests), p50, p97, p99, errors, rss].map(String),
  )
  const widths = columns.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)))
  for (const row of [columns, ...cells])
    console.log(
      row
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
}

function printPosts(beside: string, { sent, failed, latencies }: Posts): void {
  const sorted = latencies.sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  console.log(
    `Posts beside ${beside}: ${sent} by then, p50 ${at(0.5)} ms, p97.5 ${at(0.975)} ms, p99 ${at(0.99)} ms, ${failed.length} not taken.`,
  )
  for (const why of new Set(failed)) console.log(`  ${why}`)
}

async function run(): Promise<void> {
  if (!existsSync('out/threads.json'))
    throw new Error('There is no published site in out/. Run: npm run build')
  const threads = Object.keys(JSON.parse(readFileSync('out/threads.json', 'utf8')))
  const asset = readdirSync('out/assets').find((name) => /^elements\..*\.js$/.test(name))
  const paths = {
    'fix with comments': `/${FIX}/`,
    'question, a file': '/teams/caa20002/diagnose/',
    'script, a file': `/assets/${asset}`,
  }
  const perRun = 20 * (SECONDS + 2)
  console.log(`${READERS} readers, ${SECONDS} s each, ${cpus().length} cores, Node.js ${process.version}.`)
  const proofs = await solveProofs(
    SECRET,
    [FIX, ...threads.filter((one) => one !== FIX).slice(0, 9)],
    perRun * 8,
  )

  const folder = mkdtempSync(join(tmpdir(), 'fixpath-bench-'))
  const { origin, child } = await startServer(folder)
  const nginx = await startNginx(folder)
  try {
    const post = (rate: number) => startPosting(origin, { thread: FIX, proofs, rate })
    // Something to read: as many comments as stand in place, and more.
    const first = post(100)
    await new Promise((done) => setTimeout(done, 2_000))
    await first.stop()
    await read(`${origin}/${FIX}/`, 3)

    const rows: Row[] = []
    for (const [what, path] of Object.entries(paths)) {
      rows.push(await measure(what, 'fixpath', origin + path, child))
      if (nginx) rows.push(await measure(what, 'nginx', nginx.origin + path, nginx.child))
    }
    const paced = Object.entries(paths).map(([what, path]) => [`${what}, ${PACE}/s`, path] as const)
    for (const [what, path] of paced) rows.push(await measure(what, 'fixpath', origin + path, child, PACE))
    const posting = post(100)
    for (const [what, path] of paced)
      rows.push(await measure(`${what}, 100 posts/s`, 'fixpath', origin + path, child, PACE))
    const calm = posting.sofar()
    for (const [what, path] of Object.entries(paths))
      rows.push(await measure(`${what}, 100 posts/s`, 'fixpath', origin + path, child))
    const posts = await posting.stop()
    print(rows)
    printPosts(`${PACE} pages a second`, calm)
    printPosts('as many pages as can be', posts)

    const speed = (what: string, where = 'fixpath') =>
      rows.find((row) => row.what === what && row.where === where)?.requests ?? 0
    for (const what of Object.keys(paths)) {
      const share = (speed(`${what}, 100 posts/s`) / speed(what)).toFixed(2)
      const beside = nginx ? `${(speed(what) / speed(what, 'nginx')).toFixed(2)} of nginx; ` : ''
      console.log(`${what}: ${beside}under posts ${share} of what it is without.`)
    }
    const { comments, outcomes } = posts.taken
    const { total } = await (await fetch(`${origin}${links.threadJson(FIX)}`)).json()
    console.log(
      `Taken: ${comments} comments, ${outcomes} outcomes and votes; ${total} comments stand in the thread.`,
    )
  } finally {
    nginx?.stop()
    child.kill()
    await new Promise((done) => child.once('exit', done))
    rmSync(folder, { recursive: true, force: true })
  }
}

await run()
