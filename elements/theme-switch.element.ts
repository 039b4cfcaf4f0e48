const THEMES = ['', 'light', 'dark']

function apply(theme: string): void {
  const root = document.documentElement
  if (theme) root.dataset.theme = theme
  else delete root.dataset.theme
}

/** Storage may be switched off; the choice then lasts for one page. */
function stored(): string {
  try {
    return localStorage.theme ?? ''
  } catch {
    return ''
  }
}

apply(stored())

/** A button that goes through the colours: as the system, light, dark. */
customElements.define(
  'theme-switch',
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector('button')
      const names = button?.dataset.names?.split('|') ?? []
      if (!button) return
      const label = button.textContent?.trim()
      let at = Math.max(0, THEMES.indexOf(stored()))
      const show = () => {
        button.textContent = `${label}: ${names[at]}`
      }
      show()
      this.hidden = false
      button.onclick = () => {
        at = (at + 1) % THEMES.length
        const theme = THEMES[at] ?? ''
        apply(theme)
        show()
        try {
          localStorage.theme = theme
        } catch {}
      }
    }
  },
)
