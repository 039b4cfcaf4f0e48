import type { Fix, Guide } from '../documents'
import type { Article } from '../read'
import { type Context, guidesWith } from './context'
import { type Problem, problemAt } from './problem'
import { listOptions } from './suggest'

const isOf =
  (product: string) =>
  (one: { product: string }): boolean =>
    one.product === product

function checkCauses({ documents, find, isPartlyUnread }: Context): Problem[] {
  return documents.causes.flatMap((cause): Problem[] => {
    const article = find(cause.product, 'cause', cause.id)
    if (!article || isPartlyUnread(cause.product)) return []
    const guides = guidesWith(documents, cause.product, cause.id)
    const fixes = documents.fixes.filter(isOf(cause.product))
    if (guides.length === 0)
      return [
        problemAt(article, [], {
          rule: 'cause-without-guide',
          message: `No guide lists the cause "${cause.id}", so no reader is ever led to it.`,
          expected: `"${cause.id}" under "causes" of a guide`,
          mend: `causes: { ${cause.id}: occasional }`,
        }),
      ]
    const cured = fixes.some((fix) => fix.kind === 'fix' && Object.hasOwn(fix.cures, cause.id))
    if (cured || cause.owner !== 'reader') return []
    return [
      problemAt(article, ['owner'], {
        rule: 'cause-without-fix',
        message: `${listOptions(guides.map(({ id }) => id))} leads to the cause "${cause.id}", but no fix cures it.`,
        found: 'owner: reader',
        expected: 'a fix whose "cures" names it, or another owner',
        mend: `cures: { ${cause.id}: usually }`,
      }),
    ]
  })
}

/** The guides in whose plans a fix may stand. */
function guidesOf({ documents }: Context, fix: Fix): Guide[] {
  return documents.guides
    .filter(isOf(fix.product))
    .filter((guide) => Object.keys(fix.cures).some((cause) => Object.hasOwn(guide.causes, cause)))
}

function checkReach(context: Context, fix: Fix, article: Article): Problem[] {
  const { documents } = context
  const guides = documents.guides.filter(isOf(fix.product))
  const causes = fix.kind === 'fix' ? Object.keys(fix.cures) : fix.worksAround
  const reached =
    fix.kind === 'handover'
      ? guides.some(({ handover }) => handover === fix.id)
      : causes.some((cause) => guidesWith(documents, fix.product, cause).length > 0)
  // A fix without causes lacks them: that is reported as such.
  if (reached || (fix.kind !== 'handover' && causes.length === 0)) return []
  const field = { fix: 'cures', workaround: 'worksAround', handover: 'kind' }[fix.kind]
  return [
    problemAt(article, [field], {
      rule: 'fix-out-of-reach',
      message:
        fix.kind === 'handover'
          ? `No guide hands over to "${fix.id}".`
          : `No guide leads to "${fix.id}": it helps only with causes that no guide lists.`,
      ...(fix.kind === 'handover' ? {} : { found: listOptions(causes) }),
      mend: fix.kind === 'handover' ? `handover: ${fix.id}` : `causes: { ${causes[0]}: occasional }`,
    }),
  ]
}

function checkAfter(context: Context, fix: Fix, article: Article): Problem[] {
  const fixes = context.documents.fixes.filter(isOf(fix.product))
  const own = guidesOf(context, fix)
  return fix.after.flatMap((id, index): Problem[] => {
    const before = fixes.find((one) => one.id === id)
    // What does not exist, is no fix, or is the fix itself, has been reported already.
    if (before?.kind !== 'fix' || id === fix.id || own.length === 0) return []
    if (Object.keys(before.cures).length === 0) return []
    const common = guidesOf(context, before).filter((guide) => own.includes(guide))
    if (common.length) return []
    return [
      problemAt(article, ['after', index], {
        rule: 'after-out-of-reach',
        message: `This fix waits for "${id}", but no guide offers both, so the wait means nothing.`,
        found: id,
        expected: `a fix for a cause of ${listOptions(own.map((guide) => guide.id))}`,
        mend: `Remove ${id} here, or add a cause that both cure.`,
      }),
    ]
  })
}

/** Circles of `after`, each reported once, at the first of its fixes. */
function checkCircles({ documents, find }: Context): Problem[] {
  const seen = new Set<Fix>()
  return documents.fixes.flatMap((start) => {
    const next = (fix: Fix) =>
      documents.fixes.filter(
        (one) => one.product === fix.product && one !== fix && fix.after.includes(one.id),
      )
    const search = (trail: Fix[]): Fix[] | undefined => {
      for (const fix of next(trail.at(-1) as Fix)) {
        if (fix === start) return trail
        if (trail.includes(fix)) continue
        const circle = search([...trail, fix])
        if (circle) return circle
      }
      return undefined
    }
    const circle = seen.has(start) ? undefined : search([start])
    const article = find(start.product, 'fix', start.id)
    for (const fix of circle ?? []) seen.add(fix)
    if (!circle || !article) return []
    return [
      problemAt(article, ['after'], {
        rule: 'after-circle',
        message: 'These fixes wait for one another, so none of them can ever be tried.',
        found: [...circle, start].map(({ id }) => id).join(' after '),
        mend: `Remove ${circle[1]?.id} from "after" here, or break the circle at another fix.`,
      }),
    ]
  })
}

/** The rules about dead ends: every cause can be ended, and every fix can be reached. */
export function checkReachability(context: Context): Problem[] {
  return [
    ...checkCauses(context),
    ...checkCircles(context),
    ...context.documents.fixes.flatMap((fix) => {
      const article = context.find(fix.product, 'fix', fix.id)
      if (!article || context.isPartlyUnread(fix.product)) return []
      return [...checkReach(context, fix, article), ...checkAfter(context, fix, article)]
    }),
  ]
}
