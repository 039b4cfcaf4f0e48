// npm test: everything that must hold, in the order in which it is quickest to learn of a mistake.
// Ends with a plain count. Types, lint, content and build count as one check each.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bin, install, run } from './setup.mjs'

install()
const { findBrowser } = await import('./browser.mjs')
const { startPostgres } = await import('./postgres.mjs')
const results = mkdtempSync(join(tmpdir(), 'fixpath-'))
const count = { passed: 0, failed: 0, skipped: 0 }
const add = (passed, failed, skipped = 0) => {
  count.passed += passed
  count.failed += failed
  count.skipped += skipped
}
const read = (name) => {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'))
  } catch {
    return undefined
  }
}
const title = (text) => console.log(`\n── ${text} ──`)

function check(name, command, args, env) {
  title(name)
  const passed = run(command, args, env)
  add(passed ? 1 : 0, passed ? 0 : 1)
  return passed
}

check('Content', bin('tsx'), ['scripts/content.ts'])
run(bin('next'), ['typegen'])
check('Types', bin('tsc'), ['--noEmit'])
check('Lint', bin('biome'), ['check', '--error-on-warnings', '.'])

title('Unit tests')
const postgres = await startPostgres()
const unitPassed = run(
  bin('vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`],
  postgres.env,
)
const unit = read('unit.json')
if (unit) add(unit.numPassedTests, unit.numFailedTests, unit.numPendingTests + unit.numTodoTests)
// A file that does not load fails without a failed test; it must not count as nothing.
if (!unitPassed && !unit?.numFailedTests) add(0, 1)

if (check('Build', bin('next'), ['build'])) {
  title('End to end')
  const browser = await findBrowser()
  if (!browser) {
    console.error('No browser could be found or installed. Set CHROMIUM to the path of one.')
    add(0, 1)
  } else {
    const passed = run(bin('playwright'), ['test', '--reporter=list,json'], {
      ...postgres.env,
      CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'e2e.json'),
    })
    const stats = read('e2e.json')?.stats
    if (stats) add(stats.expected + stats.flaky, stats.unexpected, stats.skipped)
    if (!passed && !stats?.unexpected) add(0, 1)
  }
} else add(0, 1)

await postgres.stop()
const why = postgres.reason ? ` (those of the store in PostgreSQL: ${postgres.reason})` : ''
console.log(
  `\n${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped${why}` : ''}`,
)
process.exit(count.failed ? 1 : 0)
