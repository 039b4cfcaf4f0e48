import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../../../lib/content/check'

/** Some thousands of articles take a few seconds. */
const MOST_MS = 60_000

const program = fileURLToPath(new URL('./check-program.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

/**
 * What `npm run content` would refuse in a draft: its own errors, and those that it brings about elsewhere.
 *
 * @throws an Error if the content folder cannot be read
 */
export function checkDraft(draft: {
  /** The content folder. */
  folder: string
  /** The file of the draft, below it. */
  file: string
  text: string
  /** YYYY-MM-DD. */
  today: string
}): Promise<Problem[]> {
  return new Promise((done, fail) => {
    const child = execFile(
      process.execPath,
      ['--import', tsx, program],
      { timeout: MOST_MS, maxBuffer: 16 * 1024 * 1024 },
      (error, output, said) => {
        if (error)
          fail(new Error(`The articles in ${draft.folder} could not be checked: ${said || error.message}`))
        else done(JSON.parse(output) as Problem[])
      },
    )
    // A program that ended early reads nothing; its exit says why.
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(draft))
  })
}
