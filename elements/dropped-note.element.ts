/** Says that an old link named answers which no longer exist. */
customElements.define(
  'dropped-note',
  class extends HTMLElement {
    connectedCallback() {
      this.hidden = !new URLSearchParams(location.search).has('dropped')
    }
  },
)
