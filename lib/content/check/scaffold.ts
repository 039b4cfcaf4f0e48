import { type DocumentTypeName, documentTypes } from '../documents'
import type { Field } from '../fields'
import { fieldsOf } from './shapes'
import { listOptions, pasteable } from './suggest'
import { REPLACE } from './syntax'

/** The kinds of article that can be begun from a scaffold. */
export const scaffoldTypes = {
  guide: 'Guide',
  cause: 'Cause',
  fix: 'Fix',
  question: 'Question',
  faq: 'Faq',
} as const satisfies Record<string, DocumentTypeName>

/** A kind of article that can be begun from a scaffold. */
export type ScaffoldKind = keyof typeof scaffoldTypes

/** What exists already, so that a new article names it instead of an example. */
export interface ScaffoldIds {
  causes: readonly string[]
  fixes: readonly string[]
  handovers: readonly string[]
  guides: readonly string[]
  sources: readonly string[]
}

const steps = `<Steps>
1. ${REPLACE} the first thing to do, verb first.

   <See>${REPLACE} what the reader sees afterwards.</See>
</Steps>`

const bodies: Record<ScaffoldKind, string> = {
  guide: `${REPLACE} what readers should do first.\n\n## What the code says\n\n${REPLACE} what is known.`,
  cause: `${REPLACE} why it happens, how to recognise it, and what speaks against it.`,
  fix: `${REPLACE} what this does, and how sure we are.\n\n${steps}`,
  question: `${REPLACE} how to find out, for somebody who is not technical.`,
  faq: `${REPLACE} the short answer in one sentence. Then the rest.`,
}

/** What is written for a field: fields of the reader's words are marked, ids are those that exist. */
function writeValue(kind: ScaffoldKind, name: string, field: Field, ids: ScaffoldIds, today: string): string {
  const [cause = 'some-cause', other] = ids.causes
  switch (field.kind) {
    case 'text':
    case 'markdown':
      return `"${REPLACE} ${field.example.replaceAll('"', "'")}"`
    case 'texts':
      return name === 'codes' ? '[]' : `["${REPLACE} ${field.example.replace(/^\[["']?|["']?\]$/g, '')}"]`
    case 'date':
      return today
    case 'estimates':
      return kind === 'guide'
        ? `{ ${cause}: common${other ? `, ${other}: occasional` : ''} }`
        : `{ ${cause}: usually }`
    case 'answers':
      return ['yes', 'no']
        .map(
          (id, index) =>
            `\n  - id: "${id}"\n    label: "${REPLACE} ${id}, in the reader's words"\n    said: "${REPLACE} ${id}, in three words"\n    suggests: { ${cause}: ${index ? 'rarely' : 'usually'}, "*": sometimes }`,
        )
        .join('')
    case 'reference':
      return field.to === 'fix' ? (ids.handovers[0] ?? 'some-handover') : field.example
    case 'references': {
      const known = {
        guide: ids.guides,
        fix: ids.fixes,
        source: ids.sources,
        cause: ids.causes,
        question: [],
        faq: [],
      }
      const [first] = known[field.to]
      return first && field.required ? `[${first}]` : '[]'
    }
    default:
      return field.example
  }
}

/** Optional fields that a kind of article needs all the same. */
const needed: Partial<Record<ScaffoldKind, readonly string[]>> = { fix: ['kind', 'cures', 'sources'] }

/** The text of a new article: its frontmatter explains each field, and what is to be replaced is marked. */
export function scaffoldArticle(kind: ScaffoldKind, ids: ScaffoldIds, today: string): string {
  const fields = Object.entries(fieldsOf(scaffoldTypes[kind]))
  const lines = fields.flatMap(([name, field]) => {
    const options = 'options' in field ? ` One of ${listOptions(field.options)}.` : ''
    const written = field.required || needed[kind]?.includes(name)
    const value = written ? writeValue(kind, name, field, ids, today) : field.example
    const text = pasteable(name, value)
    return [`# ${field.description}${options}`, written ? text : `# ${text.replaceAll('\n', '\n# ')}`]
  })
  return `---\n${lines.join('\n')}\n---\n\n${bodies[kind]}\n`
}

/** The file of an article, below the content folder. */
export function fileOf(product: string, kind: ScaffoldKind, id: string): string {
  return `${product}/${documentTypes[scaffoldTypes[kind]].folder}/${id}.mdx`
}
