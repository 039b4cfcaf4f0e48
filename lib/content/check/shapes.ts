import { type DocumentTypeName, documentTypes } from '../documents'
import type { Fields } from '../fields'

/** One answer of a question. */
export const answerFields = {
  id: {
    kind: 'text',
    required: true,
    description: 'Names the answer in addresses: lower case, with hyphens.',
    example: 'works',
  },
  label: {
    kind: 'text',
    required: true,
    description: 'The reader’s words, on a large button.',
    example: 'Yes, it works there',
  },
  said: {
    kind: 'text',
    required: true,
    description: 'The words of the trail: "You said: web version works".',
    example: 'web version works',
  },
  suggests: {
    kind: 'estimates',
    scale: 'how-often',
    required: true,
    description: 'Cause: how often readers with that cause give this answer. "*" is every other cause.',
    example: '{ stale-cache: almost-always, "*": sometimes }',
  },
} as const satisfies Fields

/** A link with its words. */
export const linkFields = {
  title: { kind: 'text', required: true, description: 'The words of the link.', example: 'Service status' },
  url: { kind: 'text', required: true, description: 'The whole address.', example: 'https://example.com' },
} as const satisfies Fields

/** One source of `sources.yaml`. */
export const sourceFields = {
  title: {
    kind: 'text',
    required: true,
    description: 'The title of the page or text.',
    example: 'Clear the cache',
  },
  publisher: { kind: 'text', required: true, description: 'Who published it.', example: 'Microsoft' },
  url: {
    kind: 'text',
    required: false,
    description: 'Its public address, where one is confirmed.',
    example: 'https://example.com',
  },
} as const satisfies Fields

const entrySources = {
  kind: 'references',
  to: 'source',
  required: true,
  description: 'Ids of sources.yaml; [] if nothing was found.',
  example: '[]',
} as const

/** One family of codes. */
export const familyFields = {
  starts: {
    kind: 'text',
    required: true,
    description: 'How the codes of the family start.',
    example: 'CAA2',
  },
  name: {
    kind: 'text',
    required: true,
    description: 'What the family is about.',
    example: 'Answer from the server',
  },
  reading: {
    kind: 'text',
    required: true,
    description: 'What such a code tells a reader.',
    example: 'The server was reached, and it said no.',
  },
  sources: entrySources,
} as const satisfies Fields

/** One code, or one numbered message of a server. */
export const codeFields = {
  code: {
    kind: 'text',
    required: true,
    description: 'The code, upper case, without 0x.',
    example: 'CAA20002',
  },
  spellings: {
    kind: 'texts',
    required: false,
    default: [],
    description: 'How else people write it.',
    example: '["0xCAA20002"]',
  },
  meaning: {
    kind: 'text',
    required: true,
    description: 'What it says, in one sentence.',
    example: 'The server refused the request.',
  },
  documented: {
    kind: 'text',
    required: false,
    description: 'What the vendor documents about it.',
    example: 'Nothing found.',
  },
  owner: {
    kind: 'choice',
    options: ['reader', 'it', 'vendor'],
    required: true,
    description: 'Who can end it.',
    example: 'reader',
  },
  guide: {
    kind: 'reference',
    to: 'guide',
    required: false,
    description: 'The guide that treats it.',
    example: 'caa20002',
  },
  see: {
    kind: 'texts',
    required: false,
    default: [],
    description: 'Articles that help today: causes/ID or fixes/ID.',
    example: '[fixes/clear-cache]',
  },
  sources: entrySources,
} as const satisfies Fields

/** What the entries of the fields of kind `data` hold, in `sources.yaml` and `codes.yaml`. */
export const dataEntries: Readonly<Record<string, { fields: Fields; what: string; keyed: boolean }>> = {
  sources: { fields: sourceFields, what: 'source', keyed: true },
  families: { fields: familyFields, what: 'family of codes', keyed: false },
  codes: { fields: codeFields, what: 'code', keyed: false },
  messages: { fields: codeFields, what: 'message', keyed: false },
}

/** The fields of a document type, looked at without their exact types. */
export function fieldsOf(type: DocumentTypeName): Fields {
  return documentTypes[type].fields
}

const names: Record<DocumentTypeName, string> = {
  Product: 'product.mdx',
  Guide: 'a guide',
  Cause: 'a cause',
  Fix: 'a fix',
  Question: 'a question',
  Faq: 'a FAQ entry',
  Sources: 'sources.yaml',
  Codes: 'codes.yaml',
}

/** A document type in the words of a message: `a fix`. */
export function nameOf(type: DocumentTypeName): string {
  return names[type]
}
