/**
 * Makes one flush serve everybody who waits: whoever comes while one runs is served by the next, because what
 * runs may have begun before their change was written. After a failure nothing is ever flushed again: the
 * system may have dropped what it could not write, and say nothing of it the next time.
 */
export function joinFlushes(flush: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let failure: { reason: unknown } | undefined

  const run = async () => {
    try {
      if (failure) throw failure.reason
      await flush()
    } catch (reason) {
      failure ??= { reason }
      throw reason
    } finally {
      running = undefined
    }
  }
  const begin = () => {
    next = undefined
    running = run()
    return running
  }
  return () => {
    if (!running) return begin()
    next ??= running.then(begin, begin)
    return next
  }
}
