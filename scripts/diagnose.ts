// npm run diagnose -- teams/caa20002            what the engine makes of a guide, for people
// npm run diagnose -- --model FILE.json --json  the compiled tree of any model, for programs
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Model, readModel } from '../lib/diagnosis/model'
import { compilePolicy } from '../lib/diagnosis/policy'
import { MAX_PAGES } from '../lib/questionnaire/pages'
import {
  countLeaves,
  reportAmbiguous,
  reportPolicy,
  reportSavings,
  reportSensitivity,
} from './diagnose-report'

const USAGE = `Usage:
  npm run diagnose -- teams/caa20002                      a guide of content/
  npm run --silent diagnose -- --model FILE.json          any model
Options:
  --json       print one JSON object instead of a report
  --pages N    at most N nodes in the tree (guides: ${MAX_PAGES}; models: no limit)`

/** Says what is wrong and ends with status 2: the input is at fault, not the engine. */
function refuse(lines: readonly string[]): never {
  for (const line of lines) console.error(line)
  process.exit(2)
}

function modelFromFile(file: string): Model {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    refuse([`${file} cannot be read as JSON: ${(error as Error).message}`])
  }
  const { model, problems } = readModel(json)
  if (model) return model
  const lines = problems.map(({ path, found, expected }) => `  ${path}: found ${found}; expected ${expected}`)
  return refuse([`${file} is not a model:`, ...lines])
}

/** Articles are read only when a guide is asked for: a model file needs none of that code. */
async function modelFromGuide(name: string): Promise<Model> {
  const [{ checkContent, documentsOf }, { buildGraph }, { modelOf }, { readContent }] = await Promise.all([
    import('../lib/content/check'),
    import('../lib/content/graph'),
    import('../lib/content/model'),
    import('../lib/content/read'),
  ])
  const folder = process.env.CONTENT_DIR ?? 'content'
  const articles = readContent(folder)
  const errors = checkContent(articles, { contentFolder: folder }).filter(
    ({ severity }) => severity === 'error',
  )
  if (errors.length) refuse([`The content has ${errors.length} errors. Run: npm run content`])
  const graph = buildGraph(documentsOf(articles))
  const guide = graph.guides.find(({ product, id }) => `${product}/${id}` === name)
  const known = graph.guides.map(({ product, id }) => `${product}/${id}`)
  return guide ? modelOf(graph, guide) : refuse([`There is no guide ${name}. Guides: ${known.join(', ')}`])
}

const { values, positionals } = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { model: { type: 'string' }, json: { type: 'boolean' }, pages: { type: 'string' } },
    })
  } catch (error) {
    return refuse([(error as Error).message, USAGE])
  }
})()
const pages = values.pages === undefined ? undefined : Number(values.pages)
if (pages !== undefined && (!Number.isInteger(pages) || pages < 1))
  refuse([`--pages is ${values.pages}; it must be a whole number from 1.`])
if ((values.model === undefined) === (positionals.length !== 1)) refuse([USAGE])

const model =
  values.model === undefined ? await modelFromGuide(positionals[0] ?? '') : modelFromFile(values.model)
const started = performance.now()
const limit = pages ?? (values.model === undefined ? MAX_PAGES : undefined)
const policy = compilePolicy(model, limit === undefined ? {} : { maxNodes: limit })
const milliseconds = Math.round(performance.now() - started)
if (values.json) {
  const { root: tree, ...numbers } = policy
  console.log(JSON.stringify({ ...numbers, paths: countLeaves(tree), milliseconds, tree }))
} else {
  const print = (lines: readonly string[]) => console.log(lines.join('\n'))
  print(reportPolicy(policy))
  print(reportAmbiguous(model))
  // These compile many trees more: what is known is shown before.
  print(reportSavings(model, policy))
  print(reportSensitivity(model, policy, limit))
}
