import { parseArgs } from 'node:util'
import type { Model } from '../../lib/diagnosis/model'
import { type Rename, readOutcomes } from '../../lib/learning/outcomes'
import { printTable } from '../moderation/command/print'
import type { Store } from '../store/store'
import { wilsonInterval } from './wilson'

/** A visit whose last event is younger may go on: the reader is still trying. */
const QUIET_HOURS = 24
const HOUR_MS = 3_600_000

export const USAGE = `Usage: npm run outcomes -- COMMAND

  export               visits that are over, as the JSON lines that npm run learn reads, to standard output:
                         npm run --silent outcomes -- export > outcomes.jsonl
                       Each visit comes out once, ever: keep the file, or give --again.
      --again            all visits, also those that came out before
      --quiet-hours N    a visit is over when nothing came from it for N hours (${QUIET_HOURS})
  counts               how each fix turned out, for those who told
      --json             as JSON

  --help               print this

The store is the server's: DATABASE_URL, or the folder DATA_FOLDER (data). Lines are checked against the
articles in CONTENT_DIR (content), if they are there: what names something that no longer exists is left out.

Exit status: 0 done; 1 it could not be done; 2 the command has a mistake.`

/** What a command works with; tests give their own. */
export interface Desk {
  store: Store
  now(): number
  print(text: string): void | Promise<void>
  /** For people: the summary of an export, and what is wrong. */
  say(text: string): void
  /** What learning knows of the guides today; undefined where the articles are not. */
  lessons: () => { models: Readonly<Record<string, Model>>; rename: Rename } | undefined
}

class Misuse extends Error {}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        again: { type: 'boolean' },
        'quiet-hours': { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Misuse((error as Error).message)
  }
}

const countOf = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

async function exportLines(
  { store, now, print, say, lessons }: Desk,
  again: boolean,
  hours: string,
): Promise<void> {
  const quiet = Number(hours)
  if (hours.trim() === '' || !(quiet >= 0))
    throw new Misuse(`--quiet-hours is ${hours}; it must be a number from 0.`)
  // Read first: an error here must not cost the visits their one time.
  const known = lessons()
  const lines = await store.exportOutcomes({ quietSince: now() - quiet * HOUR_MS, now: now(), again })
  const broken: string[] = []
  let written = 0
  for (const line of lines) {
    const text = JSON.stringify(line)
    const [problem] = known ? readOutcomes(text, known.models, known.rename).problems : []
    if (problem) broken.push(problem.message)
    else {
      await print(`${text}\n`)
      written++
    }
  }
  say(`${countOf(written, 'line')} written.`)
  if (!known) say('The articles are not here, so the lines were not checked: npm run learn will.')
  if (broken.length > 0) {
    say(`${countOf(broken.length, 'line')} left out, because the articles have changed since:`)
    for (const message of new Set(broken)) say(`  ${message}`)
  }
}

async function showCounts({ store, print, say }: Desk, asJson: boolean): Promise<void> {
  const counts = [...(await store.countOutcomes())].sort(([, a], [, b]) => b.told - a.told)
  const rows = counts.map(([fix, { helped, told }]) => {
    const [low, high] = wilsonInterval(helped, told)
    return { fix, helped, told, low, high }
  })
  if (asJson) return void (await print(`${JSON.stringify(rows, null, 2)}\n`))
  if (rows.length === 0) return say('No reader has told of a fix yet.')
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const table = printTable([
    ['FIX', 'HELPED', 'TOLD', 'SHARE', '95 % INTERVAL'],
    ...rows.map(({ fix, helped, told, low, high }) => [
      fix,
      String(helped),
      String(told),
      percent(helped / told),
      `${percent(low)} to ${percent(high)}`,
    ]),
  ])
  await print(`${table}\n`)
}

/** Does what `npm run outcomes -- …` says; gives back the exit status. */
export async function runOutcomes(
  args: readonly string[],
  open: () => Promise<Desk>,
  io: Pick<Desk, 'print' | 'say'>,
): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parse(args)
    const [command, ...rest] = positionals
    if (values.help) {
      await io.print(`${USAGE}\n`)
      return 0
    }
    if (command !== 'export' && command !== 'counts')
      throw new Misuse(command ? `There is no command ${JSON.stringify(command)}.` : 'Say what to do.')
    if (rest.length > 0) throw new Misuse(`${command} takes no ${JSON.stringify(rest[0])}.`)
    const desk = await open()
    try {
      if (command === 'counts') await showCounts(desk, values.json ?? false)
      else await exportLines(desk, values.again ?? false, values['quiet-hours'] ?? String(QUIET_HOURS))
    } finally {
      await desk.store.close()
    }
    return 0
  } catch (error) {
    io.say(error instanceof Misuse ? `${error.message}\n\n${USAGE}` : (error as Error).message)
    return error instanceof Misuse ? 2 : 1
  }
}
