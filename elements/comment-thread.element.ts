/** The address of the script of the comments; written in by lib/publish/bundle.ts. */
declare const COMMENTS_SCRIPT: string

/** Has this browser sent comments that it may still change, or that wait? See `comment-memory.ts`. */
function hasOwn(thread: string | null): boolean {
  try {
    return String(localStorage['fixpath.comments'] ?? '').includes(`"${thread}"`)
  } catch {
    return false
  }
}

/**
 * The comments on an article, which work without it. Fetches their script only when a reader turns to them, or
 * has written some. Leads on to a comment that an address names and this page no longer shows.
 */
customElements.define(
  'comment-thread',
  class extends HTMLElement {
    connectedCallback() {
      // On a host that only serves files nothing is here.
      if (!this.firstElementChild) return
      let woken: Promise<void> | undefined
      const wake = () => {
        woken ??= import(COMMENTS_SCRIPT).then(({ wakeThread }) => wakeThread(this))
        woken.catch(() => {})
      }
      for (const event of ['focusin', 'pointerdown', 'toggle']) this.addEventListener(event, wake, true)
      if (hasOwn(this.getAttribute('thread'))) wake()
      const id = /^#comment-(\w+)$/.exec(location.hash)?.[1]
      const named = id && document.getElementById(`comment-${id}`)
      if (named) {
        const fold = named.closest('details')
        if (fold && !fold.open) {
          fold.open = true
          named.scrollIntoView()
        }
      } else if (id && !location.pathname.startsWith('/threads/')) location.replace(`/comments/${id}/`)
    }
  },
)
