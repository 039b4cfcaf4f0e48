import type { Model } from '../../diagnosis/model'
import { type Compile, judgeUpdate, type Verdict } from '../../learning/judge'
import { type Learning, learnEstimates } from '../../learning/learn'
import { type OutcomeProblem, type Rename, readOutcomes } from '../../learning/outcomes'
import { DEFAULT_STRENGTH } from '../../learning/space'
import { splitVisits } from '../../learning/split'
import { findByAlias } from '../aliases'
import { documentsOf } from '../check'
import { buildGraph, type Graph } from '../graph'
import { type Article, readArticle } from '../read'
import { type Proposal, proposeChanges } from './propose'
import { reviseFrontmatter } from './revise'
import { learnableModels } from './tie'

/** Outcomes name articles by the ids of their day: renamed ones are found by their aliases. */
export function renameBy(graph: Graph): Rename {
  const today = { question: graph.questions, fix: graph.fixes } as const
  return (kind, id, guide) => {
    const [product = '', name = ''] = (kind === 'guide' ? id : guide).split('/')
    if (kind !== 'guide')
      return (
        findByAlias<Graph['fixes'][number] | Graph['questions'][number]>(today[kind], product, id)?.id ?? id
      )
    const found = findByAlias(graph.guides, product, name)
    return found ? `${product}/${found.id}` : id
  }
}

/** What an outcome file teaches, and what would be written. */
export interface Lesson {
  learning: Learning
  /** Visits to learn from, and to judge by. */
  learned: number
  heldOut: number
  proposals: Proposal[]
  /** The new text of each file that changes, by file relative to the content folder. */
  texts: Record<string, string>
  /** Undefined where nothing is proposed. */
  verdict: Verdict | undefined
}

/** What can be chosen. */
export interface LessonOptions {
  /** Times the usual weight of the authors' word, above 0; 1 unless given. */
  strength?: number
  compile: Compile
}

function modelsOf(articles: readonly Article[]): Record<string, Model> {
  return learnableModels(buildGraph(documentsOf(articles)))
}

/**
 * Learns from an outcome file and works out the change of files that follows; writes nothing. The change is
 * judged as it would stand: rounded, only what is proposed, read back from the new texts. `textOf` gives the
 * text of a file as it is on disk. What is wrong with the outcomes is given back instead, all at once.
 */
export function prepareLesson(
  articles: readonly Article[],
  textOf: (file: string) => string,
  outcomes: string,
  { strength = 1, compile }: LessonOptions,
): Lesson | OutcomeProblem[] {
  const graph = buildGraph(documentsOf(articles))
  const models = learnableModels(graph)
  const { visits, problems } = readOutcomes(outcomes, models, renameBy(graph))
  if (problems.length > 0) return problems
  const weight = {
    causes: DEFAULT_STRENGTH.causes * strength,
    answers: DEFAULT_STRENGTH.answers * strength,
    cures: DEFAULT_STRENGTH.cures * strength,
  }
  const { train, heldOut } = splitVisits(visits)
  const learning = learnEstimates(models, train, weight)
  const proposals = proposeChanges(graph, learning.estimates)
  const files = [...new Set(proposals.map(({ file }) => file))]
  const texts = Object.fromEntries(
    files.map((file) => [
      file,
      reviseFrontmatter(
        textOf(file),
        proposals.flatMap((one) => (one.file === file ? [{ path: one.path, value: one.learned }] : [])),
      ),
    ]),
  )
  const revised = articles.map((article) => {
    const text = texts[article.file]
    return text === undefined ? article : readArticle(article.file, text)
  })
  return {
    learning,
    learned: train.length,
    heldOut: heldOut.length,
    proposals,
    texts,
    verdict:
      proposals.length > 0 ? judgeUpdate(models, modelsOf(revised), heldOut, compile, weight) : undefined,
  }
}
