import type { Code, CodeFamily, Source } from '../documents'
import { readEstimate } from '../estimates'
import type { Field, Fields } from '../fields'
import type { Documents } from '../graph'
import type { Article } from '../read'
import { isRecord } from './finding'
import { answerFields, fieldsOf, linkFields } from './shapes'

const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []

const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

/** A value of its field's form: the author's where it has it, otherwise the default, otherwise nothing. */
function salvageValue(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'text':
    case 'markdown':
    case 'date':
    case 'reference':
      return typeof value === 'string' ? value : field.required ? '' : undefined
    case 'number':
      return typeof value === 'number' ? value : field.required ? field.min : undefined
    case 'choice':
      return field.options.includes(value as string) ? value : field.required ? field.options[0] : undefined
    case 'estimate':
      return readEstimate(value, field.scale) === undefined ? undefined : value
    case 'texts':
    case 'references':
    case 'choices':
      return texts(value)
    case 'estimates':
      // The entry counts even where its estimate does not: that cause is listed, or that fix does touch it.
      return Object.fromEntries(
        Object.entries(
          isRecord(value) ? value : Object.fromEntries(texts(value).map((cause) => [cause, null])),
        ).map(([cause, estimate]) => [
          cause,
          readEstimate(estimate, field.scale) === undefined ? 0.1 : estimate,
        ]),
      )
    case 'applies':
      return Object.fromEntries(
        Object.entries(isRecord(value) ? value : {}).map(([question, answers]) => [question, texts(answers)]),
      )
    case 'answers':
      return records(value).map((answer) => salvage(answerFields, answer))
    case 'links':
      return records(value).map((link) => salvage(linkFields, link))
    case 'data':
      return value
  }
}

function salvage(fields: Fields, data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const given = Object.hasOwn(data, name)
      const kept = given || field.required ? salvageValue(field, data[name]) : undefined
      const value = kept ?? ('default' in field ? structuredClone(field.default) : undefined)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The documents of one type. */
function documentsOfType<T>(articles: readonly Article[], type: Article['type']): T[] {
  return articles
    .filter((article) => article.type === type && article.syntax.length === 0)
    .map(({ id, product, file, body, type, data }) => {
      const fields = type ? fieldsOf(type) : {}
      return { ...salvage(fields, data), id, product, file, body: body.replace(/^\n+/, '') } as T
    })
}

function byProduct<T>(
  articles: readonly Article[],
  type: Article['type'],
  read: (data: Record<string, unknown>) => T,
) {
  return Object.fromEntries(
    articles
      .filter((article) => article.type === type && article.syntax.length === 0)
      .map(({ product, data }) => [product, read(data)]),
  )
}

/**
 * The documents of all articles, with the defaults of their fields: what contentlayer gives for articles
 * that the check accepts, but with dates as they are written. What is broken is left out or stands in by
 * something harmless, so that rules can go on and report everything at once.
 */
export function documentsOf(articles: readonly Article[]): Documents {
  return {
    products: documentsOfType(articles, 'Product'),
    guides: documentsOfType(articles, 'Guide'),
    causes: documentsOfType(articles, 'Cause'),
    fixes: documentsOfType(articles, 'Fix'),
    questions: documentsOfType(articles, 'Question'),
    faq: documentsOfType(articles, 'Faq'),
    sources: byProduct(
      articles,
      'Sources',
      ({ sources }) =>
        Object.fromEntries(
          Object.entries(isRecord(sources) ? sources : {}).filter(([, source]) => isRecord(source)),
        ) as unknown as Record<string, Source>,
    ),
    codes: byProduct(articles, 'Codes', ({ families, codes, messages }) => ({
      families: records(families) as unknown as CodeFamily[],
      codes: records(codes) as unknown as Code[],
      messages: records(messages) as unknown as Code[],
    })),
  }
}
