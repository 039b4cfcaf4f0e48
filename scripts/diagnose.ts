// npm run diagnose -- teams/caa20002            what the engine makes of a guide, for people
// npm run diagnose -- --model FILE.json --json  the compiled tree of any model, for programs
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkContent, documentsOf } from '../lib/content/check'
import { buildGraph } from '../lib/content/graph'
import { modelOf } from '../lib/content/model'
import { readContent } from '../lib/content/read'
import { type Model, readModel } from '../lib/diagnosis/model'
import { compilePolicy, type Policy, type PolicyNode } from '../lib/diagnosis/policy'
import { messages as t } from '../lib/messages'
import { MAX_PAGES } from '../lib/questionnaire/policy'
import { branches } from '../lib/questionnaire/states'

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

function modelFromGuide(name: string): Model {
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

function countLeaves(node: PolicyNode): number {
  if (node.kind === 'escalate') return 1
  return branches(node).reduce((sum, [, child]) => sum + countLeaves(child), 0)
}

const minutes = (number: number) => `${number.toFixed(2)} min`
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** The tree as an outline: what is asked or tried, how many readers come there, how long it still takes. */
function outline(node: PolicyNode, indent = '', answer = ''): string[] {
  const here = `${percent(node.reach)}, ${minutes(node.cost)} to go`
  const lead = `${indent}${answer && `${answer}: `}`
  if (node.kind === 'escalate') return [`${lead}escalate (${percent(node.reach)})`]
  if (node.kind === 'try')
    return [`${lead}try ${node.fix}, helps ${percent(node.chance)} (${here})`, ...outline(node.next, indent)]
  return [
    `${lead}ask ${node.question} (${here})`,
    ...Object.entries(node.answers).flatMap(([answer, child]) => outline(child, `${indent}  `, answer)),
  ]
}

function report({ root, ecr, bound, optimal, baselines, nodes, unlimited, unused }: Policy): string[] {
  const rows = (items: Policy['unused']['fixes']) =>
    items.length ? items.map(({ id, reason }) => `  ${id}: ${t.decides.reasons[reason]}`) : ['  none']
  return [
    'Expected time until the problem is gone',
    ...(baselines.order === undefined ? [] : [`  the order given        ${minutes(baselines.order)}`]),
    `  best order, no questions ${minutes(baselines.bestFixedOrder)}`,
    `  one step ahead         ${minutes(baselines.lookahead)}`,
    `  this tree              ${minutes(ecr)}${optimal ? ' (optimal)' : ''}`,
    `  proven lower bound     ${minutes(bound)}`,
    `The tree has ${nodes} nodes and ${countLeaves(root)} leaves; without a limit it would take ${minutes(unlimited)}.`,
    '',
    'Tree',
    ...outline(root),
    '',
    'Fixes that no path leads to',
    ...rows(unused.fixes),
    'Questions that are never asked',
    ...rows(unused.questions),
  ]
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

const model = values.model === undefined ? modelFromGuide(positionals[0] ?? '') : modelFromFile(values.model)
const started = performance.now()
const limit = pages ?? (values.model === undefined ? MAX_PAGES : undefined)
const policy = compilePolicy(model, limit === undefined ? {} : { maxNodes: limit })
const milliseconds = Math.round(performance.now() - started)
if (values.json) {
  const { root: tree, ...numbers } = policy
  console.log(JSON.stringify({ ...numbers, paths: countLeaves(tree), milliseconds, tree }))
} else for (const line of report(policy)) console.log(line)
