import type { Model } from '../model'

/** A history: what was answered, in order, and what was tried. */
interface History {
  answers: [question: string, answer: string][]
  tried: string[]
}

const chanceIn = (row: Record<string, number>, cause: string) => row[cause] ?? row['*'] ?? 0

/**
 * The least expected cost of any policy, in the most naive way: every history, every action, probabilities
 * from the definitions. Shares no code with the engine.
 */
export function bruteForce(model: Model): number {
  const named = Object.values(model.causes).reduce((a, b) => a + b, 0)
  const priors = Object.entries({ ...model.causes, '*': named > 1 - 1e-12 ? 0 : 1 - named })
  const overlap = (a: string, b: string) =>
    a !== b && (model.questions[a]?.overlaps?.includes(b) || model.questions[b]?.overlaps?.includes(a))

  const chance = (question: string, answer: string, cause: string, before: History['answers']): number => {
    const rows = model.questions[question]?.answers ?? {}
    const plain = chanceIn(rows[answer] ?? {}, cause)
    const k = before.filter(([other, said]) => said !== 'unsure' && overlap(question, other)).length
    if (answer === 'unsure' || k === 0) return plain
    const seen = (a: string) => priors.reduce((sum, [c, p]) => sum + p * chanceIn(rows[a] ?? {}, c), 0)
    const answers = Object.keys(rows).filter((a) => a !== 'unsure')
    const typical =
      seen(answer) /
      Math.max(
        Number.MIN_VALUE,
        answers.reduce((sum, a) => sum + seen(a), 0),
      )
    const sure = 1 - chanceIn(rows.unsure ?? {}, cause) * (rows.unsure ? 1 : 0)
    return plain / (1 + k) + (1 - 1 / (1 + k)) * sure * typical
  }

  const massOf = ({ answers, tried }: History) =>
    priors.map(([cause, prior]) => {
      let mass = prior
      answers.forEach(([question, answer], i) => {
        mass *= chance(question, answer, cause, answers.slice(0, i))
      })
      for (const fix of tried) mass *= 1 - (model.fixes[fix]?.cures[cause] ?? 0)
      return mass
    })

  const hasOverlaps = Object.values(model.questions).some(({ overlaps }) => (overlaps ?? []).length > 0)
  const known = new Map<string, number>()
  const solve = (history: History): number => {
    // With overlaps the order of the answers counts; that of the fixes never does.
    const said = history.answers.map(([question, answer]) => `${question}=${answer}`)
    const key = `${(hasOverlaps ? said : [...said].sort()).join()};${[...history.tried].sort().join()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const total = massOf(history).reduce((a, b) => a + b, 0)
    let best = model.escalation.cost * total
    if (total > 0) {
      const late = history.tried.some((id) => model.fixes[id]?.last)
      for (const [id, fix] of Object.entries(model.fixes)) {
        if (history.tried.includes(id) || (late && !fix.last)) continue
        if (fix.after?.some((other) => !history.tried.includes(other))) continue
        const barred = history.answers.some(([question, answer]) => {
          const allowed = fix.applies?.[question]
          return allowed && answer !== 'unsure' && !allowed.includes(answer)
        })
        if (barred) continue
        best = Math.min(best, fix.cost * total + solve({ ...history, tried: [...history.tried, id] }))
      }
      for (const [id, question] of Object.entries(model.questions)) {
        if (late || history.answers.some(([other]) => other === id)) continue
        let cost = question.cost * total
        for (const answer of Object.keys(question.answers)) {
          cost += solve({ ...history, answers: [...history.answers, [id, answer]] })
        }
        best = Math.min(best, cost)
      }
    }
    known.set(key, best)
    return best
  }
  return solve({ answers: [], tried: [] })
}
