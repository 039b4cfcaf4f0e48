import { links } from '../lib/links'
import { addressOf, resolve } from '../lib/questionnaire/resolve'

/**
 * On the page for unknown addresses: leads an old questionnaire address to the page of today's tree that
 * agrees with the answers it names. A server does the same before this page is ever sent.
 */
customElements.define(
  'lost-page',
  class extends HTMLElement {
    async connectedCallback() {
      const [, product, id, diagnose, ...segments] = location.pathname.split('/')
      if (diagnose !== 'diagnose' || !product || !id) return
      this.hidden = false
      try {
        const answer = await fetch(links.tree({ product, id }))
        const found = resolve(await answer.json(), segments.map(decodeURIComponent))
        location.replace(addressOf({ product, id }, found))
      } catch {
        this.hidden = true
      }
    }
  },
)
