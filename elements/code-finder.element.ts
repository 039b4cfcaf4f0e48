import { findCodes } from '../lib/codes'

/**
 * Narrows the list of codes to those in a pasted message. One code that we know opens its page; a code
 * that we do not know shows how codes of its family read.
 */
customElements.define(
  'code-finder',
  class extends HTMLElement {
    connectedCallback() {
      const input = this.querySelector('input')
      const status = this.querySelector<HTMLElement>('[role=status]')
      if (!input || !status) return
      this.hidden = false
      const text = new URLSearchParams(location.search).get('q') ?? ''
      input.value = text
      if (!text.trim()) return
      const rows = [...document.querySelectorAll<HTMLElement>('[data-code]')]
      const found = findCodes(text)
      const known = rows.filter((row) => row.dataset.code?.split(' ').some((code) => found.includes(code)))
      const first = known[0]?.querySelector('a')
      if (known.length === 1 && first) return location.replace(first.href)
      const families = [...document.querySelectorAll<HTMLElement>('[data-starts]')]
      const near = families.filter((row) => found.some((code) => code.startsWith(row.dataset.starts ?? '?')))
      const { none, unknown, family } = status.dataset
      if (known.length) for (const row of rows) row.hidden = !known.includes(row)
      else {
        status.textContent = found.length
          ? `${found.join(', ')}: ${unknown} ${near.length ? family : ''}`
          : (none ?? '')
        if (near.length) for (const row of families) row.hidden = !near.includes(row)
      }
    }
  },
)
