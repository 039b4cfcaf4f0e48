import type { Field, Fields, ReferenceTarget } from '../fields'
import type { Article } from '../read'
import { isRecord } from './finding'
import type { Path } from './problem'
import { answerFields, dataEntries, fieldsOf } from './shapes'

/** An id in frontmatter that names an article or a source. */
export interface Reference {
  to: ReferenceTarget
  id: string
  path: Path
  /** Whether it is the key of an estimate or condition, and not a value. */
  part: 'key' | 'value'
}

type Visit = (reference: Reference) => string

function mapKeys(value: unknown, to: ReferenceTarget, path: Path, visit: Visit): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([id, inner]) => [
      // `*` is every cause not named.
      id === '*' ? id : visit({ to, id, path: [...path, id], part: 'key' }),
      inner,
    ]),
  )
}

function mapEntries(fields: Fields, value: unknown, path: Path, visit: Visit): unknown {
  if (Array.isArray(value))
    return value.map((entry, index) => mapFields(fields, entry, [...path, index], visit))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapFields(fields, entry, [...path, key], visit)]),
  )
}

function mapValue(field: Field, value: unknown, path: Path, visit: Visit): unknown {
  switch (field.kind) {
    case 'reference':
      return typeof value === 'string' && value.trim()
        ? visit({ to: field.to, id: value, path, part: 'value' })
        : value
    case 'references':
      return Array.isArray(value)
        ? value.map((id, index) =>
            typeof id === 'string' && id.trim()
              ? visit({ to: field.to, id, path: [...path, index], part: 'value' })
              : id,
          )
        : value
    case 'estimates':
      return mapKeys(value, 'cause', path, visit)
    case 'applies':
      return mapKeys(value, 'question', path, visit)
    case 'answers':
      return mapEntries(answerFields, value, path, visit)
    case 'data': {
      const shape = dataEntries[String(path.at(-1))]
      return shape ? mapEntries(shape.fields, value, path, visit) : value
    }
    default:
      return value
  }
}

function mapFields(fields: Fields, data: unknown, path: Path, visit: Visit): unknown {
  if (!isRecord(data)) return data
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      return [name, field ? mapValue(field, value, [...path, name], visit) : value]
    }),
  )
}

/** The frontmatter of an article with every id replaced by what `visit` gives for it. */
export function mapReferences(article: Article, visit: Visit): Record<string, unknown> {
  if (!article.type) return article.data
  return mapFields(fieldsOf(article.type), article.data, [], visit) as Record<string, unknown>
}

/** Every id in the frontmatter of an article that names another article or a source. */
export function referencesOf(article: Article): Reference[] {
  const references: Reference[] = []
  mapReferences(article, (reference) => {
    references.push(reference)
    return reference.id
  })
  return references
}
