/**
 * The prefix of the step addresses of each `<Steps>` list of a document, in order. The first list gives
 * plain `step-1`; a further one is named after the `<For>` around it (`mac-step-1`) or, outside one, after
 * its place (`list-2-step-1`). A name that is taken already gets its place as well.
 *
 * @param lists for each list the answers that the `<For>` around it names, empty if there is none
 */
export function stepPrefixes(lists: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>()
  return lists.map((answers, index) => {
    const place = `list-${index + 1}-`
    const name = index === 0 ? '' : answers.length ? `${answers.join('-')}-` : place
    const prefix = taken.has(name) ? `${name}${place}` : name
    taken.add(prefix)
    return prefix
  })
}
