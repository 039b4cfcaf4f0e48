import type { Model, Question } from '../../diagnosis/model'

const ask = (table: Record<string, Record<string, number>>, overlaps: string[] = []): Question => ({
  cost: 0.5,
  answers: { ...table, unsure: { '*': 0.1 } },
  overlaps,
})

/** A row and what is left of it to 0.9: the rest cannot tell. */
const pair = (yes: Record<string, number>) => ({
  yes,
  no: Object.fromEntries(Object.entries(yes).map(([cause, chance]) => [cause, 0.9 - chance])),
})

/** How things are: what simulated readers follow. */
export const truth: Model = {
  causes: { crumbs: 0.45, frozen: 0.15, unplugged: 0.25 },
  questions: {
    smell: ask(pair({ crumbs: 0.8, '*': 0.1 })),
    light: ask(pair({ unplugged: 0.05, crumbs: 0.7, '*': 0.75 }), ['hum']),
    hum: ask(pair({ unplugged: 0.1, '*': 0.65 })),
    knock: ask(pair({ frozen: 0.85, '*': 0.05 })),
  },
  fixes: {
    empty: { cost: 6, cures: { crumbs: 0.8 } },
    thaw: { cost: 10, cures: { frozen: 0.9, crumbs: 0.15 } },
    plug: { cost: 1, cures: { unplugged: 0.95 } },
    shake: { cost: 2, cures: { crumbs: 0.4, frozen: 0.3, unplugged: 0.2 } },
  },
  escalation: { cost: 60 },
}

/** What the authors think: they have the causes, some answers and most cure rates wrong. */
export const authors: Model = {
  ...truth,
  causes: { crumbs: 0.15, frozen: 0.6, unplugged: 0.1 },
  questions: {
    smell: ask(pair({ crumbs: 0.5, '*': 0.3 })),
    light: ask(pair({ unplugged: 0.3, crumbs: 0.5, '*': 0.6 }), ['hum']),
    hum: ask(pair({ unplugged: 0.3, '*': 0.5 })),
    knock: ask(pair({ frozen: 0.6, '*': 0.2 })),
  },
  fixes: {
    empty: { cost: 6, cures: { crumbs: 0.4 } },
    thaw: { cost: 10, cures: { frozen: 0.6, crumbs: 0.35 } },
    plug: { cost: 1, cures: { unplugged: 0.5 } },
    shake: { cost: 2, cures: { crumbs: 0.7, frozen: 0.7, unplugged: 0.7 } },
  },
}

/** The guide of these models. */
export const guide = 'toasters/e42'
