/** Shows the button that copies the text beside it. Without permission to copy, the text is selected instead. */
customElements.define(
  'copy-text',
  class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector('button')
      const source = this.querySelector('code,pre')
      if (!button || !source) return
      const label = button.textContent
      button.hidden = false
      button.onclick = async () => {
        try {
          await navigator.clipboard.writeText(source.textContent ?? '')
          button.textContent = button.dataset.done ?? label
        } catch {
          getSelection()?.selectAllChildren(source)
        }
      }
      button.onblur = () => {
        button.textContent = label
      }
    }
  },
)
