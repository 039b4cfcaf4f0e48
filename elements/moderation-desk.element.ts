import { freshCards, isTyping, neighbour } from './moderation-list'

const KEYS = 'fixpath.moderation.keys'

/** Whether the moderator wants shortcuts; on this browser, until they say otherwise. */
function wantsKeys(): boolean {
  try {
    return localStorage[KEYS] !== 'off'
  } catch {
    return true
  }
}

/**
 * The list of comments of a moderator, which works as plain forms: with this, buttons act without leaving the
 * page, and keys press them.
 */
customElements.define(
  'moderation-desk',
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener('submit', (event) => void this.#send(event))
      const keys = this.querySelector<HTMLElement>('[data-keys]')
      const on = keys?.querySelector('input')
      if (!keys || !on) return
      keys.hidden = false
      on.checked = wantsKeys()
      on.onchange = () => {
        try {
          localStorage[KEYS] = on.checked ? 'on' : 'off'
        } catch {}
      }
      const dialog = keys.querySelector('dialog')
      keys.querySelector('button')?.addEventListener('click', () => dialog?.showModal())
      document.addEventListener('keydown', (event) => {
        if (on.checked && !dialog?.open) this.#press(event)
      })
    }

    /** The words for when something did not arrive. */
    get #failed(): string {
      return this.querySelector<HTMLElement>('[data-keys]')?.dataset.failed ?? ''
    }

    get #cards(): HTMLElement[] {
      return [...this.querySelectorAll<HTMLElement>('.card')]
    }

    /** The card that has the focus, or else the first. */
    get #current(): HTMLElement | undefined {
      return document.activeElement?.closest<HTMLElement>('.card') ?? this.#cards[0]
    }

    #press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      const { key } = event
      if (key === 'j' || key === 'k') {
        const card = neighbour(this.#cards, document.activeElement?.closest('.card'), key === 'j' ? 1 : -1)
        card?.focus()
        card?.scrollIntoView({ block: 'nearest' })
      } else if (key === '/') this.querySelector<HTMLElement>('[type=search]')?.focus()
      else {
        const scope = key === 'u' || key === '?' ? this : this.#current
        const target = scope?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
        if (!target) return
        target.click()
        // What was folded away is where one goes on.
        const fold = target.closest('details')
        if (fold?.open) fold.querySelector<HTMLElement>('textarea, button')?.focus()
      }
      event.preventDefault()
    }

    /** Sends a form, and takes from the page that would follow what is new. */
    async #send(event: SubmitEvent) {
      const form = event.target as HTMLFormElement
      if (form.method !== 'post') return
      event.preventDefault()
      if (this.ariaBusy === 'true') return
      this.ariaBusy = 'true'
      const card = form.closest<HTMLElement>('.card')
      const at = card ? this.#cards.indexOf(card) : -1
      const submitter = event.submitter as HTMLButtonElement | null
      // Without the attribute, `formAction` is the address of the page.
      const action = submitter?.hasAttribute('formaction') ? submitter.formAction : form.action
      const body = new URLSearchParams(new FormData(form, submitter) as never)
      try {
        const answer = await fetch(action, { method: 'POST', body })
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const fresh = page.querySelector('moderation-desk')
        if (fresh) this.#take(fresh, card?.id)
        else {
          const problem = page.querySelector('[role=alert]')?.textContent || this.#failed
          // What is typed stays, even where the comment has changed: it can be copied.
          if (!form.querySelector('textarea')) await this.#refresh()
          this.#say(problem)
        }
        if (fresh)
          (this.#cards[at] ?? this.#cards.at(-1) ?? this.querySelector<HTMLElement>('[data-said]'))?.focus()
      } catch {
        this.#say(this.#failed)
      }
      this.ariaBusy = null
    }

    /** Shows the list as it is now. */
    async #refresh() {
      const answer = await fetch(location.href)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.querySelector('moderation-desk')
      if (fresh) this.#take(fresh, undefined)
    }

    /** Puts the new list in the place of the old. Cards that are as they were stay, with what is typed in them. */
    #take(fresh: Element, acted: string | undefined) {
      for (const part of ['[data-list]', '[data-end]', '.desk-tabs']) {
        const [old, now] = [this.querySelector(part), fresh.querySelector(part)]
        if (old && now)
          old.replaceChildren(...(part === '[data-list]' ? freshCards(old, now, acted) : now.childNodes))
      }
      const [said, saying] = [this.querySelector('[data-said]'), fresh.querySelector('[data-said]')]
      said?.querySelector('form')?.remove()
      const undo = saying?.querySelector('form')
      if (undo) said?.append(undo)
      this.#say(saying?.querySelector('[role=status]')?.textContent ?? '')
    }

    /** Into a place that was there before, so that it is read out. */
    #say(text: string) {
      const place = this.querySelector('[data-said] [role=status]')
      if (place) place.textContent = text.trim()
    }
  },
)
