import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const engineFolder = join(process.cwd(), 'lib', 'diagnosis')
const known = new Map<string, unknown>()

/** Changes with everything that the engine's answer depends on: the question and the engine's own source. */
function fingerprint(text: string): string {
  const hash = createHash('sha256').update(text)
  for (const file of readdirSync(engineFolder).sort())
    if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
      hash.update(readFileSync(join(engineFolder, file)))
  return hash.digest('hex').slice(0, 32)
}

function readKept(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * What the engine makes of `input`. That takes seconds, and the pages of a guide are rendered by several
 * processes, so each result is kept in `.cache/FOLDER` until the input or the engine change.
 */
export function keepResult<Result>(folder: string, input: unknown, make: () => Result): Result {
  const text = `${folder} ${JSON.stringify(input)}`
  if (known.has(text)) return known.get(text) as Result
  const path = join(process.cwd(), '.cache', folder)
  const file = join(path, `${fingerprint(text)}.json`)
  let result = readKept(file) as Result | undefined
  if (result === undefined) {
    result = make()
    mkdirSync(path, { recursive: true })
    // Written beside and renamed: another process may be reading.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(result))
    renameSync(draft, file)
  }
  known.set(text, result)
  return result
}
