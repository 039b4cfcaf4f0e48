/** `npm run outcomes -- export|counts`: what readers told of fixes. `--help` says more. */
import { existsSync } from 'node:fs'
import { documentsOf } from '../lib/content/check'
import { buildGraph } from '../lib/content/graph'
import { renameBy } from '../lib/content/learned/learn'
import { learnableModels } from '../lib/content/learned/tie'
import { readContent } from '../lib/content/read'
import { readConfig } from '../server/config'
import { type Desk, runOutcomes } from '../server/outcomes/command'
import { openStore } from '../server/store/open'

/** What learning knows of the guides of these articles. */
function lessonsIn(folder: string): ReturnType<Desk['lessons']> {
  if (!existsSync(folder)) return undefined
  const graph = buildGraph(documentsOf(readContent(folder)))
  return { models: learnableModels(graph), rename: renameBy(graph) }
}

const io: Pick<Desk, 'print' | 'say'> = {
  print: (line) => new Promise((done) => void process.stdout.write(line, () => done())),
  say: (line) => console.error(line),
}

process.stdout.on('error', (error) => {
  console.error(`Not everything could be written: ${error.message}.`)
  // The visits are marked before they are written, so that no two exports have the same.
  if (process.argv.includes('export')) console.error('To have every visit once more: export --again')
  process.exit(1)
})

process.exitCode = await runOutcomes(
  process.argv.slice(2),
  async () => {
    const config = readConfig(process.env)
    return {
      ...io,
      store: await openStore(config),
      now: Date.now,
      lessons: () => lessonsIn(config.contentFolder),
    }
  },
  io,
)
