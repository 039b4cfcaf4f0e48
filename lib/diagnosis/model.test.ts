import { describe, expect, test } from 'vitest'
import { type ModelProblem, readModel } from './model'

const good = {
  causes: { vpn: 0.2, 'stale-cache': 0.35 },
  questions: {
    vpn: { cost: 0.2, answers: { on: { vpn: 0.95, '*': 0.2 }, off: { vpn: 0.05, '*': 0.8 } } },
  },
  fixes: { 'turn-off-vpn': { cost: 1, cures: { vpn: 0.95 }, applies: { vpn: ['on', 'unsure'] }, after: [] } },
  escalation: { cost: 60 },
  order: ['turn-off-vpn'],
}

const lines = (problems: readonly ModelProblem[]) =>
  problems.map(({ path, found, expected }) => `${path}: found ${found}; expected ${expected}`).join('\n')

test('a good model is handed back as it is', () => {
  expect(readModel(good)).toEqual({ model: good, problems: [] })
})

test('extra members and rounded sums are accepted', () => {
  const rounded = structuredClone(good) as Record<string, unknown> & typeof good
  rounded.source = 'a note'
  rounded.questions.vpn.answers.on.vpn = 0.9500004
  expect(readModel(rounded).problems).toEqual([])
})

describe('problems', () => {
  test('all at once, each with its path', () => {
    const bad = {
      causes: { vpn: 1.2, 'stale-cache': '0.35', '*': 0.1, 'odd name': 0.1 },
      questions: {
        vpn: {
          cost: -1,
          answers: { on: { vpn: 0.95, '*': 0.2 }, off: { vpm: 0.05, '*': 0.7 } },
          overlaps: ['vpn', 'hotspot', 3],
        },
        web: { cost: null, answers: {} },
        phone: 'works?',
        'odd question': { cost: 1, answers: { yes: { '*': 2 }, no: null } },
      },
      fixes: {
        a: {
          cost: 1,
          cures: { vpn: 0.95, '*': 0.5 },
          applies: { vpn: ['onn'], clock: ['right'], web: [] },
          after: ['b'],
        },
        b: { cost: 1, cures: { nobody: 7 }, after: ['a', 'a'], last: 'yes' },
        c: { cures: [], after: ['wipe'] },
        wipe: { cost: 5, cures: { vpn: 1 }, last: true },
        d: { cost: 1, cures: {}, after: ['d'] },
      },
      escalation: {},
      order: ['a', 'z', 'a'],
    }
    expect(lines(readModel(bad).problems)).toMatchInlineSnapshot(`
      "$.causes.vpn: found 1.2; expected a probability from 0 to 1
      $.causes.stale-cache: found "0.35"; expected a probability from 0 to 1
      $.causes["*"]: found "*"; expected a name: what the causes leave over to 1 is something else by itself
      $.questions.vpn.cost: found -1; expected minutes: a finite number, 0 or more
      $.questions.vpn.answers.off.vpm: found "vpm"; expected the id of one of the causes, or "*"
      $.questions.vpn.answers: found a sum of 0.9 for something else ("*"); expected answers that sum to 1 for every cause
      $.questions.vpn.answers: found a sum of 0.9 for the cause odd name; expected answers that sum to 1 for every cause
      $.questions.vpn.answers: found a sum of 1.65 for the cause vpn; expected answers that sum to 1 for every cause
      $.questions.vpn.overlaps[0]: found "vpn"; expected one of the other questions
      $.questions.vpn.overlaps[1]: found "hotspot"; expected the id of one of the questions
      $.questions.vpn.overlaps[2]: found 3; expected the id of one of the questions
      $.questions.web.cost: found null; expected minutes: a finite number, 0 or more
      $.questions.web.answers: found no answers; expected at least one answer
      $.questions.phone: found "works?"; expected a question: an object with cost and answers
      $.questions["odd question"].answers.yes["*"]: found 2; expected a probability from 0 to 1
      $.questions["odd question"].answers.no: found null; expected an object of causes and chances
      $.fixes.a.cures["*"]: found "*"; expected the id of one of the causes
      $.fixes.a.applies.vpn[0]: found "onn"; expected the id of one of the answers of vpn
      $.fixes.a.applies.clock: found "clock"; expected the id of one of the questions
      $.fixes.a.applies.web: found an empty array; expected at least one answer
      $.fixes.b.cures.nobody: found "nobody"; expected the id of one of the causes
      $.fixes.b.cures.nobody: found 7; expected a probability from 0 to 1
      $.fixes.b.after[1]: found "a"; expected each id once
      $.fixes.b.last: found "yes"; expected true or false
      $.fixes.c.cost: found nothing; expected minutes: a finite number, 0 or more
      $.fixes.c.cures: found an empty array; expected an object of causes and chances
      $.fixes.d.after[0]: found "d"; expected one of the other fixes
      $.fixes.a.after: found a ring: a would have to come before itself; expected fixes that can come first
      $.fixes.b.after: found a ring: b would have to come before itself; expected fixes that can come first
      $.fixes.c.after: found wipe, which must come last; expected fixes that are not last, or last: true here
      $.escalation.cost: found nothing; expected minutes: a finite number, 0 or more
      $.order[1]: found "z"; expected the id of one of the fixes
      $.order[2]: found "a"; expected each id once"
    `)
  })

  test('of the whole', () => {
    expect(lines(readModel([]).problems)).toMatchInlineSnapshot(
      `"$: found an empty array; expected a model: an object"`,
    )
    expect(lines(readModel({}).problems)).toMatchInlineSnapshot(`
      "$.causes: found nothing; expected an object of causes and how common each is
      $.questions: found nothing; expected an object of questions
      $.fixes: found nothing; expected an object of fixes
      $.escalation: found nothing; expected an object with cost"
    `)
  })

  test('sums that miss 1, also for something else', () => {
    const short = structuredClone(good)
    short.questions.vpn.answers.off['*'] = 0.7
    expect(lines(readModel(short).problems)).toMatchInlineSnapshot(`
      "$.questions.vpn.answers: found a sum of 0.9 for something else ("*"); expected answers that sum to 1 for every cause
      $.questions.vpn.answers: found a sum of 0.9 for the cause stale-cache; expected answers that sum to 1 for every cause"
    `)
  })

  test('a cause that cannot occur needs no answers', () => {
    const model = structuredClone(good) as typeof good & { causes: Record<string, number> }
    model.causes.none = 0
    ;(model.questions.vpn.answers.on as Record<string, number>).none = 0.5
    expect(readModel(model).problems).toEqual([])
  })

  test('names that every object inherits are no ids', () => {
    const model = structuredClone(good)
    model.order = ['constructor']
    model.fixes['turn-off-vpn'].applies = { toString: ['on'] } as never
    expect(lines(readModel(model).problems)).toMatchInlineSnapshot(`
      "$.fixes.turn-off-vpn.applies.toString: found "toString"; expected the id of one of the questions
      $.order[0]: found "constructor"; expected the id of one of the fixes"
    `)
  })
})
