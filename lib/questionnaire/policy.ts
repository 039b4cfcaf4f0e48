import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guide } from '../content/documents'
import type { Graph } from '../content/graph'
import { modelOf } from '../content/model'
import { compilePolicy, type Policy } from '../diagnosis/policy'

/** The most pages that the questionnaire of one guide may have; each answer and each failed fix is one. */
export const MAX_PAGES = 1500

const cacheFolder = join(process.cwd(), '.cache', 'policies')
const engineFolder = join(process.cwd(), 'lib', 'diagnosis')
const compiled = new Map<string, Policy>()

/** Changes with everything that a compiled policy depends on: the model and the engine's own source. */
function fingerprint(text: string): string {
  const hash = createHash('sha256').update(text)
  for (const file of readdirSync(engineFolder).sort())
    if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
      hash.update(readFileSync(join(engineFolder, file)))
  return hash.digest('hex').slice(0, 32)
}

/**
 * The compiled tree of a guide. Compiling takes seconds, and the pages of a guide are rendered by several
 * processes, so the result is kept on disk until the guide's estimates or the engine change.
 */
export function policyOf(graph: Graph, guide: Guide): Policy {
  const model = modelOf(graph, guide)
  const text = JSON.stringify(model)
  const known = compiled.get(text)
  if (known) return known
  const file = join(cacheFolder, `${fingerprint(`${MAX_PAGES} ${text}`)}.json`)
  const policy = readPolicy(file) ?? compilePolicy(model, { maxNodes: MAX_PAGES })
  compiled.set(text, policy)
  return writePolicy(file, policy)
}

function readPolicy(file: string): Policy | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function writePolicy(file: string, policy: Policy): Policy {
  mkdirSync(cacheFolder, { recursive: true })
  // Written beside and renamed: another process may be reading.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(policy))
  renameSync(draft, file)
  return policy
}
