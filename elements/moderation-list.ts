/** Is somebody writing here, so that letters are letters? */
export function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (!element?.matches) return false
  return (
    element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio])')
  )
}

/** The next or previous of some things; from nowhere, the first. */
export function neighbour<T>(all: readonly T[], from: unknown, step: 1 | -1): T | undefined {
  const at = all.indexOf(from as T)
  return at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + step))]
}

const cardIn = (item: Element) => item.querySelector<HTMLElement>('.card')

/**
 * The entries of a new list, in which those that have not changed are the old ones: with their folds open and
 * what was typed in them. The one that was just acted on is always the new one.
 */
export function freshCards(old: Element, now: Element, acted: string | undefined): Element[] {
  const known = new Map([...old.children].map((item) => [cardIn(item)?.id, item]))
  return [...now.children].map((item) => {
    const card = cardIn(item)
    const before = card && card.id !== acted ? known.get(card.id) : undefined
    return before && cardIn(before)?.dataset.seen === card?.dataset.seen ? before : item
  })
}
