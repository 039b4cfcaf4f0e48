import fc from 'fast-check'
import type { Fix, Model, Question } from '../model'
import { createRandom } from '../random'

/** What random models may hold. */
export interface Shape {
  causes: number
  questions: number
  answers: number
  fixes: number
  /** Whether questions may overlap. */
  overlaps: boolean
}

/** A random model of at most this size; a good part of its probabilities are 0 or 1, and some costs are 0. */
export function buildModel(seed: number, shape: Shape): Model {
  const random = createRandom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const ids = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${i}`)
  const some = (list: string[], chance: number) => list.filter(() => random() < chance)
  const causeIds = ids('c', shape.causes)
  const questionIds = ids('q', shape.questions)
  const fixIds = ids('f', shape.fixes)
  const weights = causeIds.map(() => below(5))
  const other = below(3)
  const sum = Math.max(
    1,
    weights.reduce((a, b) => a + b, other),
  )
  const buildQuestion = (id: string, index: number): Question => {
    const answerIds = [...ids('a', 1 + below(shape.answers)), ...(random() < 0.3 ? ['unsure'] : [])]
    const columns = [...causeIds, '*'].map((cause) => {
      const column: number[] = answerIds.map(() => (random() < 0.25 ? 0 : random() ** 3))
      if (!column.some((x) => x > 0)) column[0] = 1
      const total = column.reduce((a, b) => a + b, 0)
      return [cause, column.map((x) => x / total)] as const
    })
    // Every other cause is left to the row of `*`.
    const named = columns.filter(([cause], i) => cause === '*' || (i + index) % 2 === 0)
    const answers = Object.fromEntries(
      answerIds.map((answer, a) => [
        answer,
        Object.fromEntries(named.map(([cause, column]) => [cause, column[a] as number])),
      ]),
    )
    const overlaps = shape.overlaps ? some(questionIds, 0.4).filter((other) => other !== id) : []
    return { cost: below(6) === 0 ? 0 : random(), answers, overlaps }
  }
  const questions = Object.fromEntries(questionIds.map((id, index) => [id, buildQuestion(id, index)]))
  const last = new Set(some(fixIds, 0.15))
  const buildFix = (id: string, index: number): Fix => {
    const cures = Object.fromEntries(
      some(causeIds, 0.5).map((cause) => [cause, [0, 1, random(), 1 - random() / 4][below(4)] as number]),
    )
    const fix: Fix = { cost: below(12) === 0 ? 0 : random() * 15, cures }
    const asked = questionIds[below(2 * questionIds.length + 2)]
    if (asked)
      fix.applies = {
        [asked]: [
          'a0',
          ...some(
            Object.keys(questions[asked]?.answers ?? {})
              .filter((a) => a !== 'unsure')
              .slice(1),
            0.6,
          ),
          ...(random() < 0.5 ? [] : ['unsure']),
        ],
      }
    const before = some(fixIds.slice(0, index), 0.15).filter((other) => last.has(id) || !last.has(other))
    if (before.length > 0) fix.after = before
    if (last.has(id)) fix.last = true
    return fix
  }
  return {
    causes: Object.fromEntries(causeIds.map((id, i) => [id, (weights[i] as number) / sum])),
    questions,
    fixes: Object.fromEntries(fixIds.map((id, index) => [id, buildFix(id, index)])),
    escalation: { cost: 20 + below(80) },
    order: fixIds.filter(() => random() < 0.8).sort(() => (random() < 0.5 ? -1 : 1)),
  }
}

/** Random models whose sizes shrink. */
export function arbitraryModel(most: Shape): fc.Arbitrary<Model> {
  return fc
    .record({
      seed: fc.nat(),
      causes: fc.integer({ min: 1, max: most.causes }),
      questions: fc.integer({ min: 0, max: most.questions }),
      fixes: fc.integer({ min: 0, max: most.fixes }),
    })
    .map(({ seed, ...sizes }) => buildModel(seed, { ...most, ...sizes }))
}

/** The same model with the keys of every object in another order. */
export function shuffleKeys<T>(value: T, seed: number): T {
  const random = createRandom(seed)
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit)
    if (typeof part !== 'object' || part === null) return part
    const tagged = Object.entries(part).map(([key, member]) => ({ at: random(), key, member }))
    tagged.sort((a, b) => a.at - b.at)
    return Object.fromEntries(tagged.map(({ key, member }) => [key, visit(member)]))
  }
  return visit(value) as T
}

/** A model of about the size and the make of a real guide. */
export function buildGuide(seed: number, causes: number, questions: number, fixes: number): Model {
  const random = createRandom(seed)
  const below = (n: number) => Math.floor(random() * n)
  const pick = (list: readonly number[]) => list[below(list.length)] as number
  const scale = [0.02, 0.1, 0.35, 0.7, 0.95] as const
  const common = Array.from({ length: causes }, () => pick([0.02, 0.06, 0.15, 0.3]))
  const total = common.reduce((a, b) => a + b, 0)
  const causeIds = common.map((_, i) => `c${i}`)
  const model: Model = {
    causes: Object.fromEntries(causeIds.map((id, i) => [id, ((common[i] as number) / total) * 0.9])),
    questions: {},
    fixes: {},
    escalation: { cost: 60 },
  }
  for (let q = 0; q < questions; q++) {
    const count = 2 + below(q % 5 === 0 ? 7 : 3)
    const answers: Question['answers'] = { unsure: { '*': 0.1 } }
    for (let a = 0; a < count; a++) answers[`a${a}`] = {}
    const plain = Array.from({ length: count }, () => pick(scale.slice(1)))
    for (const cause of [...causeIds, '*']) {
      let column = plain
      if (cause !== '*' && random() < 0.35) {
        column = plain.map(() => pick(scale.slice(0, 3)))
        column[below(count)] = pick(scale.slice(3))
      }
      const sum = column.reduce((a, b) => a + b, 0)
      column.forEach((weight, a) => {
        const row = answers[`a${a}`] as Record<string, number>
        row[cause] = (weight / sum) * 0.9
      })
    }
    const overlaps = q === 1 || q === 2 ? ['q0'] : []
    model.questions[`q${q}`] = { cost: pick([0.1, 0.2, 0.3, 0.5, 1, 2, 3]), answers, overlaps }
  }
  for (let f = 0; f < fixes; f++) {
    const cures: Fix['cures'] = { [`c${f % causes}`]: pick(scale.slice(2)) }
    for (let i = below(4); i > 0; i--) cures[`c${below(causes)}`] = pick(scale.slice(1, 4))
    model.fixes[`f${f}`] = { cost: pick([1, 2, 3, 4, 5, 8, 10, 15, 20]), cures }
  }
  return model
}
