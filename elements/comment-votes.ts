import { anchorOf } from '../lib/comments'
import { commentMessages as t } from '../lib/messages'
import { votes } from './comment-memory'

/** Marks a button as pressed, and shows how many have. */
function mark(button: HTMLButtonElement, count?: number): void {
  button.setAttribute('aria-pressed', 'true')
  if (count === undefined) return
  const number = document.createElement('b')
  number.textContent = String(count)
  number.setAttribute('aria-hidden', 'true')
  const words = document.createElement('span')
  words.className = 'sr-only'
  words.textContent = `, ${t.meTooCount(count)}`
  button.replaceChildren(`${t.meToo} `, number, words)
}

/** Counts "me too" without leaving the page. */
export function enhanceVotes(list: HTMLElement, say: (words: string) => void): void {
  for (const form of list.querySelectorAll<HTMLFormElement>('form[action$="/vote"]')) {
    const id = /\/comments\/(\w+)\//.exec(form.action)?.[1]
    const button = form.querySelector('button')
    if (!id || !button || form.closest(`#${anchorOf(id)}`) === null) continue
    if (votes.has(id)) mark(button)
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      try {
        const answer = await fetch(form.action, { method: 'POST', headers: { accept: 'application/json' } })
        const { votes: count, counted, message } = await answer.json()
        if (!answer.ok) return say(message)
        votes.add(id)
        mark(button, count)
        say(counted ? t.meTooDone : t.meTooBefore)
      } catch {
        say(t.form.failed)
      }
    })
  }
}
