import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOutcomes } from './outcomes'
import { splitVisits } from './split'
import { guide, truth } from './testing/models'
import { simulateVisits } from './testing/simulate'

const models = { [guide]: truth }
const read = (...lines: string[]) => readOutcomes(lines.join('\n'), models)
const line = (changes: object = {}) =>
  JSON.stringify({
    guide,
    answers: [['smell', 'yes']],
    tried: ['plug', 'empty'],
    result: 'solved',
    solvedBy: 'empty',
    ...changes,
  })

describe('readOutcomes', () => {
  it('reads a visit on each line, and passes over empty lines', () => {
    const { visits, problems } = read(
      `\uFEFF${line()}\r`,
      '',
      line({ result: 'silent', solvedBy: undefined, at: 3 }),
      '',
    )
    expect(problems).toEqual([])
    expect(visits).toEqual([
      { guide, answers: [['smell', 'yes']], tried: ['plug', 'empty'], result: 'solved' },
      { guide, answers: [['smell', 'yes']], tried: ['plug', 'empty'], result: 'silent' },
    ])
  })

  it('says everything that is wrong, at once', () => {
    const { problems } = read(
      line(),
      '{"guide":',
      '[1]',
      '{}',
      line({ guide: 'toasters/e43' }),
      line({
        answers: [
          ['smell', 'maybe'],
          ['taste', 'yes'],
          ['toString', 'yes'],
        ],
        tried: ['bin', 'empty'],
      }),
      line({
        answers: [
          ['smell', 'yes'],
          ['smell', 'no'],
        ],
        tried: ['empty', 'plug', 'empty'],
      }),
      line({ answers: [['smell']], tried: 'empty', result: 'fine' }),
      line({ solvedBy: 'plug' }),
      line({ solvedBy: undefined }),
      line({ tried: [] }),
      line({ result: 'silent' }),
    )
    expect(problems.map(({ line, message }) => `${line}: ${message}`).join('\n')).toMatchInlineSnapshot(`
      "2: This is no JSON.
      3: A line must be one JSON object.
      4: "guide" must be a text such as "teams/caa20002"; it is nothing.
      4: "answers" must be a list of [question, answer]; it is nothing.
      4: "tried" must be a list of fixes in the order tried; it is nothing.
      4: "result" must be "solved", "escalated" or "silent"; it is nothing.
      5: There is no guide "toasters/e43".
      6: The question "smell" of toasters/e42 has no answer "maybe".
      6: The guide toasters/e42 has no question "taste".
      6: The guide toasters/e42 has no question "toString".
      6: The guide toasters/e42 has no fix "bin".
      7: The question "smell" is answered twice.
      7: The fix "empty" is tried twice.
      8: "answers" must be a list of [question, answer]; it is [["smell"]].
      8: "tried" must be a list of fixes in the order tried; it is "empty".
      8: "result" must be "solved", "escalated" or "silent"; it is "fine".
      9: "solvedBy" must be the last fix tried, "empty"; it is "plug".
      10: "solvedBy" must be the last fix tried, "empty"; it is nothing.
      11: The result is "solved", but "tried" is empty.
      12: "solvedBy" is "empty", but the result is "silent"."
    `)
  })

  it('finds what was renamed since', () => {
    const { visits, problems } = readOutcomes(
      line({ tried: ['plug', 'tidy'], solvedBy: 'tidy' }),
      models,
      (kind, id) => (kind === 'fix' && id === 'tidy' ? 'empty' : id),
    )
    expect(problems).toEqual([])
    expect(visits[0]?.tried).toEqual(['plug', 'empty'])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { visits, problems } = readOutcomes(text, models)
        expect(visits).toEqual([])
        if (text.trim() && text.trim() !== '\uFEFF') expect(problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('splitVisits', () => {
  const visits = simulateVisits(guide, truth, {
    seed: 3,
    visits: 900,
    reportsWorked: 0.5,
    reportsFailed: 0.8,
  })

  it('holds out about a third, also of visits that are all the same', () => {
    for (const list of [visits, Array.from({ length: 900 }, () => visits[0] as (typeof visits)[number])]) {
      const { train, heldOut } = splitVisits(list)
      expect(train.length + heldOut.length).toBe(900)
      expect(heldOut.length).toBeGreaterThan(250)
      expect(heldOut.length).toBeLessThan(350)
    }
  })

  it('does not depend on the order of the visits', () => {
    expect(splitVisits([...visits].reverse())).toEqual(splitVisits(visits))
  })
})
