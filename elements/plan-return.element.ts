import { links, type Segment, TRIED } from '../lib/links'

/**
 * On a fix that was opened from a plan: leads back to the plan, and "Still not working" goes on with it.
 * The address says where the reader was: `?from=caa20002/web.works/vpn.none&next`.
 */
customElements.define(
  'plan-return',
  class extends HTMLElement {
    connectedCallback() {
      const query = new URLSearchParams(location.search)
      const [id, ...segments] = (query.get('from') ?? '').split('/')
      const [, product, , fix] = location.pathname.split('/')
      const pattern = /^[a-z0-9-]+(\.[a-z0-9-]+)?$/
      if (!id || !product || ![id, ...segments].every((part) => pattern.test(part))) return
      const guide = { product, id }
      const plan = links.diagnose(guide, segments as Segment[])
      const on = query.has('next')
        ? links.diagnose(guide, [...(segments as Segment[]), `${TRIED}.${fix}`])
        : plan
      this.querySelector('a')?.setAttribute('href', plan)
      document.querySelector('[data-next]')?.setAttribute('href', on)
      this.hidden = false
    }
  },
)
