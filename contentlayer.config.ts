import { defineDocumentType, makeSource } from 'contentlayer2/source-files'
import { documentTypes } from './lib/content/documents'
import type { Field } from './lib/content/fields'

/** The contentlayer type that loads a field of ours; what it cannot express, the content check does. */
function loaderType(field: Field) {
  switch (field.kind) {
    case 'text':
    case 'markdown':
    case 'reference':
      return { type: 'string' } as const
    case 'number':
      return { type: 'number' } as const
    case 'date':
      return { type: 'date' } as const
    case 'choice':
      return { type: 'enum', options: field.options } as const
    case 'choices':
      return { type: 'list', of: { type: 'enum', options: field.options } } as const
    case 'texts':
    case 'references':
      return { type: 'list', of: { type: 'string' } } as const
    default:
      return { type: 'json' } as const
  }
}

const types = Object.entries(documentTypes).map(([name, { pattern, fields }]) =>
  defineDocumentType(() => ({
    name,
    filePathPattern: pattern,
    contentType: pattern.endsWith('.mdx') ? 'markdown' : 'data',
    fields: Object.fromEntries(
      Object.entries<Field>(fields).map(([key, field]) => [
        key,
        {
          ...loaderType(field),
          required: field.required,
          description: field.description,
          ...('default' in field ? { default: field.default } : {}),
        },
      ]),
    ) as never,
  })),
)

export default makeSource({
  contentDirPath: process.env.CONTENT_DIR ?? 'content',
  documentTypes: types,
  // The default drops a broken article silently; readers would miss it and nobody would know.
  onUnknownDocuments: 'fail',
  onMissingOrIncompatibleData: 'fail',
  onExtraFieldData: 'fail',
  disableImportAliasWarning: true,
  // Only the source text is kept: articles are compiled when a page is rendered. Compiled bodies in the
  // one index that contentlayer writes exhaust memory at some thousands of articles.
  markdown: (builder) => {
    builder.Parser = () => ({ type: 'root', children: [] }) as never
    builder.Compiler = () => ''
  },
})
