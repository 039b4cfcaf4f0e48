import type { Fix } from '../documents'
import type { Article } from '../read'
import type { Context } from './context'
import { isRecord } from './finding'
import { type Finding, type Path, type Problem, problemAt } from './problem'
import { referencesOf } from './references'
import { listOptions } from './suggest'

const rule = 'fix-kind'

function has(article: Article, field: 'cures' | 'worksAround'): boolean {
  const value = article.data[field]
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0
}

function checkFixKind({ idsOf }: Context, fix: Article): Problem[] {
  const kind = fix.data.kind ?? 'fix'
  const cause = idsOf(fix.product, 'cause')[0] ?? 'some-cause'
  const found = (field: 'cures' | 'worksAround', finding: Omit<Finding, 'rule'>) =>
    has(fix, field) ? [problemAt(fix, [field], { rule, ...finding }, 'key')] : []
  const lacks = (field: 'cures' | 'worksAround', finding: Omit<Finding, 'rule'>) =>
    has(fix, field) ||
    (fix.data[field] !== undefined && !Array.isArray(fix.data[field]) && !isRecord(fix.data[field]))
      ? []
      : [problemAt(fix, [field], { rule, ...finding })]
  switch (kind) {
    case 'fix':
      return [
        ...lacks('cures', {
          message: 'A fix must say what it cures, or no plan will ever offer it.',
          expected: 'causes, each with how often this fix ends it',
          mend: `cures: { ${cause}: usually }`,
        }),
        ...found('worksAround', {
          message: 'A fix cures causes; only a workaround works around them.',
          found: 'worksAround',
          mend: 'Remove worksAround, or write kind: workaround and remove cures.',
        }),
      ]
    case 'workaround':
      return [
        ...lacks('worksAround', {
          message: 'A workaround must say which causes it works around, or nobody will be shown it.',
          expected: 'a list of causes',
          mend: `worksAround: [${cause}]`,
        }),
        ...found('cures', {
          message: 'A workaround cures nothing: it gets people working while the cause stays.',
          found: 'cures',
          mend: 'Remove cures, or write kind: fix and remove worksAround.',
        }),
      ]
    case 'handover':
      return (['cures', 'worksAround'] as const).flatMap((field) =>
        found(field, {
          message: 'A handover ends a plan; it neither cures nor works around a cause.',
          found: field,
          mend: `Remove ${field}.`,
        }),
      )
    default:
      return []
  }
}

/** Fields of a document that name fixes, and the kinds of fix that they may name. */
const allowed: Record<string, { rule: 'handover-kind' | 'order-kind'; kinds: Fix['kind'][]; why: string }> = {
  handover: { rule: 'handover-kind', kinds: ['handover'], why: 'Only a fix of kind handover can end a plan' },
  order: { rule: 'order-kind', kinds: ['fix', 'workaround'], why: 'A handover is no step of an article' },
  after: { rule: 'order-kind', kinds: ['fix'], why: 'Only a fix can be a step of a plan' },
}

function checkNamedKinds({ documents, idsOf }: Context, article: Article): Problem[] {
  return referencesOf(article).flatMap(({ to, id, path }) => {
    const rule = to === 'fix' ? allowed[String(path[0])] : undefined
    if (!rule || !idsOf(article.product, 'fix').includes(id)) return []
    const fixes = documents.fixes.filter((fix) => fix.product === article.product)
    const fix = fixes.find((one) => one.id === id)
    if (!fix || rule.kinds.includes(fix.kind)) return []
    const right = fixes.filter(({ kind }) => rule.kinds.includes(kind)).map((one) => one.id)
    const single: Path = ['handover']
    return [
      problemAt(article, path, {
        rule: rule.rule,
        message: `${rule.why}, and "${id}" is a ${fix.kind}.`,
        found: id,
        expected: right.length ? listOptions(right) : `a fix of kind ${listOptions(rule.kinds)}`,
        mend: path[0] === single[0] && right[0] ? `handover: ${right[0]}` : `Remove ${id} here.`,
      }),
    ]
  })
}

/** The rules about the three kinds of fix. */
export function checkKinds(context: Context): Problem[] {
  return [
    ...context.of('Fix').flatMap((fix) => (fix.syntax.length ? [] : checkFixKind(context, fix))),
    ...[...context.of('Guide'), ...context.of('Fix')].flatMap((article) => checkNamedKinds(context, article)),
  ]
}
