import type { Fields, Values } from './fields'

/** Where an article stands, and its text. */
export interface Located {
  /** The file name without its ending; the id everywhere. */
  id: string
  /** The folder of the product that it belongs to. */
  product: string
  /** The file, relative to the content folder. */
  file: string
  /** The MDX below the frontmatter. */
  body: string
}

const title = (description: string, example: string) =>
  ({ kind: 'text', required: true, description, example }) as const

const summary = {
  kind: 'text',
  required: true,
  description: 'One or two plain sentences: what it is, and what to do about it.',
  example: 'Teams keeps working data on this computer. When it is damaged, sign-in can fail.',
} as const

const sources = {
  kind: 'references',
  to: 'source',
  required: false,
  default: [],
  description: 'Ids of sources.yaml: where the facts of this article come from.',
  example: '[ms-clear-cache]',
} as const

const reviewed = {
  kind: 'date',
  required: true,
  description: 'The day on which somebody last checked this article against its sources.',
  example: '2026-11-22',
} as const

const aliases = {
  kind: 'texts',
  required: false,
  default: [],
  description: 'Former ids of this article; their addresses go on working.',
  example: '[clear-teams-cache]',
} as const

const evidence = {
  kind: 'choice',
  options: ['documented', 'reported', 'reasoned', 'none'],
  required: true,
  description:
    'What speaks for it with these codes: the vendor documents it, people report it first-hand, we conclude it from such facts, or nothing was found.',
  example: 'reasoned',
} as const

/** One product: the folder's own page. */
export const productFields = {
  name: title('The full name of the product.', 'Microsoft Teams'),
  short: title('The name as people say it.', 'Teams'),
  vendor: title('Who makes it.', 'Microsoft'),
  summary,
  support: {
    kind: 'links',
    required: true,
    description: "The vendor's own help pages.",
    example: '[{ title: Service status, url: "https://status.cloud.microsoft" }]',
  },
  disclaimer: title(
    'How this site stands to the vendor; at the foot of every page.',
    'Not affiliated with Microsoft.',
  ),
  reviewed,
} as const satisfies Fields

/** One error or symptom. */
export const guideFields = {
  title: title('The error as people name it.', 'Teams error CAA20002'),
  summary,
  codes: {
    kind: 'texts',
    required: true,
    description: 'The codes that this guide treats, upper case, without 0x.',
    example: '[CAA20002]',
  },
  spellings: {
    kind: 'texts',
    required: false,
    default: [],
    description: 'What people paste besides the codes themselves.',
    example: '["0xCAA20002", "caa 20002"]',
  },
  causes: {
    kind: 'estimates',
    scale: 'how-common',
    required: true,
    description: 'Every cause of this error and how common it is here, compared with the others.',
    example: '{ stale-cache: common, vpn: rare }',
  },
  other: {
    kind: 'number',
    min: 0.01,
    max: 0.5,
    required: false,
    default: 0.05,
    description: 'The share of readers whose problem none of these causes explains.',
    example: '0.05',
  },
  handover: {
    kind: 'reference',
    to: 'fix',
    required: true,
    description: 'The fix of kind handover that ends a plan: how to pass the problem on.',
    example: 'give-it-the-details',
  },
  order: {
    kind: 'references',
    to: 'fix',
    required: true,
    description: 'The order in which a plain article lists its fixes; the baseline that the tree must beat.',
    example: '[check-connection, clear-cache]',
  },
  also: {
    kind: 'references',
    to: 'guide',
    required: false,
    default: [],
    description: 'Other guides that a reader may have meant.',
    example: '[caa20003]',
  },
  aliases,
  sources,
  reviewed,
} as const satisfies Fields

/** Why an error happens. */
export const causeFields = {
  title: title('A noun phrase of two to five words; it labels a bar.', 'Damaged Teams data'),
  summary,
  signs: {
    kind: 'texts',
    required: true,
    description: 'What a reader can see of it, one thing each.',
    example: '["Only Teams fails; Outlook and Word are fine."]',
  },
  owner: {
    kind: 'choice',
    options: ['reader', 'it', 'vendor'],
    required: true,
    description: 'Who can end it. A cause that is not the reader’s needs no fix: the plan hands over.',
    example: 'reader',
  },
  evidence,
  aliases,
  sources,
  reviewed,
} as const satisfies Fields

/** What to do about it. */
export const fixFields = {
  title: title('What to do, verb first, no full stop.', 'Clear the Teams cache'),
  summary,
  kind: {
    kind: 'choice',
    options: ['fix', 'workaround', 'handover'],
    required: false,
    default: 'fix',
    description:
      'A fix; a workaround, which gets people working and cures nothing; or the handover that ends a plan.',
    example: 'fix',
  },
  minutes: {
    kind: 'number',
    min: 0.5,
    max: 480,
    required: true,
    description: 'Minutes it takes with the check, for somebody who has never done it.',
    example: '4',
  },
  risk: {
    kind: 'choice',
    options: ['none', 'restart', 'signs-you-out', 'loses-local-data', 'irreversible'],
    required: true,
    description: 'The worst that it does when all goes well. What is irreversible comes last in every plan.',
    example: 'none',
  },
  loses: {
    kind: 'text',
    required: false,
    description: 'What is lost, in one sentence.',
    example: 'Custom meeting backgrounds, unless you copy them first.',
  },
  needs: {
    kind: 'choices',
    options: ['admin-rights', 'another-device', 'it-team'],
    required: false,
    default: [],
    description: 'What the reader must have or ask for.',
    example: '[admin-rights]',
  },
  applies: {
    kind: 'applies',
    required: false,
    default: {},
    description: 'Question: answers that must hold. Leave it out if the fix is for everybody.',
    example: '{ device: [windows] }',
  },
  cures: {
    kind: 'estimates',
    scale: 'how-often',
    required: false,
    default: {},
    description: 'Cause: how many of the people who have it are working after this fix.',
    example: '{ stale-cache: usually }',
  },
  worksAround: {
    kind: 'references',
    to: 'cause',
    required: false,
    default: [],
    description: 'The causes that a workaround works around.',
    example: '[stale-cache, stale-sign-in]',
  },
  after: {
    kind: 'references',
    to: 'fix',
    required: false,
    default: [],
    description: 'Fixes that must be tried before this one.',
    example: '[remove-stored-credentials]',
  },
  evidence,
  check: {
    kind: 'markdown',
    required: true,
    description: 'How to see that it worked, in one or two sentences.',
    example: 'Open Teams. The sign-in window accepts your password and your chats appear.',
  },
  undo: {
    kind: 'markdown',
    required: true,
    description: 'How to undo it, or why there is nothing to undo.',
    example: 'Nothing to undo. Teams builds the folder again when it starts.',
  },
  aliases,
  sources,
  reviewed,
} as const satisfies Fields

/** What to ask a reader. */
export const questionFields = {
  question: title('The question as a person would ask it.', 'Does Teams work in your web browser?'),
  short: title('Names it in lists and trails.', 'Web version'),
  help: title('What to do to answer it, in one sentence.', 'Open teams.microsoft.com on the same computer.'),
  seconds: {
    kind: 'number',
    min: 1,
    max: 1800,
    required: true,
    description: 'Seconds to find out and answer.',
    example: '60',
  },
  unsure: {
    kind: 'estimate',
    scale: 'how-often',
    required: false,
    default: 'rarely',
    description: 'How often people cannot tell.',
    example: 'rarely',
  },
  overlaps: {
    kind: 'references',
    to: 'question',
    required: false,
    default: [],
    description: 'Questions that partly measure the same thing; the engine does not count it twice.',
    example: '[phone, hotspot]',
  },
  answers: {
    kind: 'answers',
    required: true,
    description: 'The answers, with what each suggests. "I’m not sure" is added by itself.',
    example:
      '\n  - id: works\n    label: Yes, it works there\n    said: web version works\n    suggests: { stale-cache: almost-always, "*": sometimes }',
  },
  aliases,
  sources,
  reviewed,
} as const satisfies Fields

/** One question that readers ask about a guide, and its answer. */
export const faqFields = {
  question: title('The question as readers ask it.', 'Can a VPN cause it?'),
  guides: {
    kind: 'references',
    to: 'guide',
    required: true,
    description: 'The guides that it belongs to.',
    example: '[caa20002]',
  },
  rank: {
    kind: 'number',
    min: 1,
    max: 999,
    required: false,
    default: 100,
    description: 'Where it stands among the questions: a smaller number comes first.',
    example: '10',
  },
  aliases,
  sources,
  reviewed,
} as const satisfies Fields

/** `sources.yaml`: every source of a product, once. */
export const sourcesFields = {
  sources: {
    kind: 'data',
    required: true,
    description: 'Id: title, publisher, and url where a public address is known.',
    example: '\n  ms-clear-cache: { title: Clear the cache, publisher: Microsoft }',
  },
} as const satisfies Fields

/** `codes.yaml`: every code that readers of a product may bring. */
export const codesFields = {
  families: {
    kind: 'data',
    required: true,
    description: 'How the first letters of a code read.',
    example: '[]',
  },
  codes: { kind: 'data', required: true, description: 'Codes that an error window shows.', example: '[]' },
  messages: { kind: 'data', required: true, description: 'Numbered messages of a server.', example: '[]' },
} as const satisfies Fields

export type Product = Values<typeof productFields> & Located
export type Guide = Values<typeof guideFields> & Located
export type Cause = Values<typeof causeFields> & Located
export type Fix = Values<typeof fixFields> & Located
export type Question = Values<typeof questionFields> & Located
export type Faq = Values<typeof faqFields> & Located

/** A source as `sources.yaml` gives it. `url` is missing where no public address is confirmed. */
export interface Source {
  title: string
  publisher: string
  url?: string
}

/** A family of codes: codes that start with `starts` read alike. */
export interface CodeFamily {
  starts: string
  name: string
  reading: string
  sources: string[]
}

/** One code, or one numbered server message, that a reader may bring. */
export interface Code {
  code: string
  spellings?: string[]
  meaning: string
  documented?: string
  owner: 'reader' | 'it' | 'vendor'
  guide?: string
  /** Articles that help today: `causes/ID` or `fixes/ID`. */
  see?: string[]
  sources: string[]
}

/** The document types: where their files lie and what fields they have. */
export const documentTypes = {
  Product: { pattern: '*/product.mdx', fields: productFields, folder: '' },
  Guide: { pattern: '*/guides/*.mdx', fields: guideFields, folder: 'guides' },
  Cause: { pattern: '*/causes/*.mdx', fields: causeFields, folder: 'causes' },
  Fix: { pattern: '*/fixes/*.mdx', fields: fixFields, folder: 'fixes' },
  Question: { pattern: '*/questions/*.mdx', fields: questionFields, folder: 'questions' },
  Faq: { pattern: '*/faq/*.mdx', fields: faqFields, folder: 'faq' },
  Sources: { pattern: '*/sources.yaml', fields: sourcesFields, folder: '' },
  Codes: { pattern: '*/codes.yaml', fields: codesFields, folder: '' },
} as const satisfies Record<string, { pattern: string; fields: Fields; folder: string }>

export type DocumentTypeName = keyof typeof documentTypes
