// npm run bench:engine: how good, how fast and how large the engine's answers are, and how that grows.
// Each model is compiled in a process of its own, so that its peak memory is its own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Model } from '../lib/diagnosis/model'
import { compilePolicy } from '../lib/diagnosis/policy'
import { buildGuide } from '../lib/diagnosis/testing/models'
import { buildPrinter } from '../lib/diagnosis/testing/printer'

/** Causes, questions and fixes of the random models. */
const SIZES = [
  [4, 3, 4],
  [6, 5, 6],
  [9, 7, 5],
  [12, 6, 12],
  [20, 15, 20],
  [30, 22, 30],
  [40, 30, 40],
] as const
const SEEDS = [1, 2, 3]
const GUIDE = 'teams/caa20002'

interface Row {
  ecr: number
  bound: number
  optimal: boolean
  order?: number
  bestFixedOrder: number
  lookahead: number
  nodes: number
  seconds: number
  megabytes: number
}

async function modelOfGuide(): Promise<Model> {
  const [{ documentsOf }, { buildGraph }, { modelOf }, { readContent }] = await Promise.all([
    import('../lib/content/check'),
    import('../lib/content/graph'),
    import('../lib/content/model'),
    import('../lib/content/read'),
  ])
  const graph = buildGraph(documentsOf(readContent('content')))
  const guide = graph.guides.find(({ product, id }) => `${product}/${id}` === GUIDE)
  if (!guide) throw new Error(`There is no guide ${GUIDE}.`)
  return modelOf(graph, guide)
}

const models: Record<string, () => Model | Promise<Model>> = {
  'printer, 5 questions': () => buildPrinter(5),
  'printer, 22 questions': () => buildPrinter(),
  [GUIDE]: modelOfGuide,
}
for (const [causes, questions, fixes] of SIZES)
  for (const seed of SEEDS)
    models[`${causes}/${questions}/${fixes} #${seed}`] = () => buildGuide(seed, causes, questions, fixes)

/** Compiles one model and prints its row as JSON. */
async function measure(name: string): Promise<void> {
  const model = await (models[name] as (typeof models)[string])()
  const started = process.cpuUsage()
  const { ecr, bound, optimal, baselines, nodes } = compilePolicy(model)
  const { user, system } = process.cpuUsage(started)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({ ecr, bound, optimal, ...baselines, nodes, seconds: (user + system) / 1e6, megabytes }),
  )
}

function run(name: string): Row {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), name],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return JSON.parse(stdout)
}

const mean = (rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0) / rows.length

const COLUMNS = [
  'ecr',
  'optimal',
  'ecr/bound',
  'ecr/lookahead',
  'ecr/best order',
  'nodes',
  'CPU s',
  'MB',
  'CPU ×',
]

function print(name: string, cells: readonly string[]) {
  console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(15)).join(''))
}

/** One line; `before` is the size before, for how the time grows. */
function show(name: string, rows: readonly Row[], before?: readonly Row[]) {
  const optimal = rows.filter((row) => row.optimal).length
  print(name, [
    mean(rows, ({ ecr }) => ecr).toFixed(2),
    `${optimal} of ${rows.length}`,
    mean(rows, ({ ecr, bound }) => ecr / bound).toFixed(3),
    mean(rows, ({ ecr, lookahead }) => ecr / lookahead).toFixed(3),
    mean(rows, ({ ecr, bestFixedOrder }) => ecr / bestFixedOrder).toFixed(3),
    mean(rows, ({ nodes }) => nodes).toFixed(0),
    mean(rows, ({ seconds }) => seconds).toFixed(2),
    mean(rows, ({ megabytes }) => megabytes).toFixed(0),
    before ? (mean(rows, ({ seconds }) => seconds) / mean(before, ({ seconds }) => seconds)).toFixed(1) : '',
  ])
}

if (process.argv[2] !== undefined) await measure(process.argv[2])
else {
  console.log(
    'Ratios of expected minutes; 1 is as good, below 1 is better. ecr/bound is 1 when proven optimal.\n',
  )
  print('causes/questions/fixes', COLUMNS)
  let before: Row[] | undefined
  for (const size of SIZES) {
    const rows = SEEDS.map((seed) => run(`${size.join('/')} #${seed}`))
    show(size.join('/'), rows, before)
    before = rows
  }
  for (const name of ['printer, 5 questions', 'printer, 22 questions', GUIDE]) show(name, [run(name)])
}
