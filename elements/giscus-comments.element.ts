const KEY = 'giscus-session'

/** Giscus sends readers back with `?giscus=…` when they have signed in; it wants that again. */
function takeSession(url: URL): string {
  const given = url.searchParams.get('giscus') ?? ''
  url.searchParams.delete('giscus')
  url.hash = ''
  try {
    if (!given) return JSON.parse(localStorage[KEY] ?? '""')
    localStorage[KEY] = JSON.stringify(given)
    history.replaceState(undefined, '', url)
  } catch {}
  return given
}

/**
 * Comments from GitHub, in a frame that is loaded only when the reader asks for it; or at once for a reader
 * who comes back from signing in there. Does what https://giscus.app/client.js does, without running a script
 * of another host in our pages.
 */
customElements.define(
  'giscus-comments',
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector('button')
      const source = this.dataset.src
      if (!button?.parentElement || !source) return
      button.parentElement.hidden = false
      const show = () => {
        const page = new URL(location.href)
        const session = takeSession(page)
        const frame = document.createElement('iframe')
        const src = new URL(source)
        const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
        const theme = dark ? 'dark' : document.documentElement.dataset.theme || 'preferred_color_scheme'
        const more = { origin: page.href, backLink: page.href, session, theme }
        for (const [name, value] of Object.entries(more)) src.searchParams.set(name, value)
        frame.src = src.href
        frame.title = button.dataset.title ?? ''
        frame.allow = 'clipboard-write'
        frame.className = 'giscus'
        addEventListener('message', ({ origin, data }) => {
          if (origin !== src.origin || !data?.giscus) return
          const { resizeHeight, signOut } = data.giscus
          if (resizeHeight) frame.style.height = `${Number(resizeHeight)}px`
          if (signOut) {
            try {
              delete localStorage[KEY]
            } catch {}
            src.searchParams.set('session', '')
            frame.src = src.href
          }
        })
        this.replaceChildren(frame)
      }
      button.onclick = show
      if (new URLSearchParams(location.search).has('giscus')) show()
    }
  },
)
