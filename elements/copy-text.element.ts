/** Shows the button that copies the text beside it. Without permission to copy, the text is selected instead. */
customElements.define(
  'copy-text',
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector('button')
      const source = this.querySelector('code,pre')
      if (!button || !source) return
      const label = button.textContent
      // A change of a button's own words is not read out; this is.
      const said = this.appendChild(document.createElement('output'))
      said.className = 'sr-only'
      button.hidden = false
      button.onclick = async () => {
        try {
          await navigator.clipboard.writeText(source.textContent ?? '')
          said.textContent = button.dataset.done ?? ''
          button.textContent = said.textContent
        } catch {
          getSelection()?.selectAllChildren(source)
        }
      }
      button.onblur = () => {
        button.textContent = label
        said.textContent = ''
      }
    }
  },
)
