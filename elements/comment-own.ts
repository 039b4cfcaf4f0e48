import { anchorOf, type Own } from '../lib/comments'
import { links } from '../lib/links'
import { commentMessages as t } from '../lib/messages'
import { parseOne, watchText } from './comment-form'
import { forgetComment, type Kept, ownComments, writerSecret } from './comment-memory'

/** Where a writer's own comments are shown that others do not see yet. */
function placeFor(thread: HTMLElement): HTMLElement {
  const known = thread.querySelector<HTMLElement>('[data-own]')
  if (known) return known
  const place = document.createElement('div')
  place.dataset.own = ''
  thread.querySelector('[data-list]')?.after(place)
  return place
}

/** Shows a comment to its writer: in its place if others see it too, else below them. Returns what to focus. */
export function showOwn(
  thread: HTMLElement,
  kept: Pick<Kept, 'id' | 'token'>,
  html: string,
  say: (words: string) => void,
): HTMLElement | undefined {
  const shown = parseOne(html)
  if (!shown) return undefined
  const inList = thread.querySelector<HTMLElement>(`[data-list] #${anchorOf(kept.id)}`)
  const before = thread.querySelector<HTMLElement>(`[data-mine="${kept.id}"]`)
  shown.dataset.mine = kept.id
  shown.tabIndex = -1
  if (before) before.replaceWith(shown)
  else if (inList) inList.replaceChildren(shown)
  else placeFor(thread).append(shown)
  for (const form of shown.querySelectorAll('form')) enhanceOwn(thread, form, kept, say)
  return shown
}

/** Edits and deletes without leaving the page. */
function enhanceOwn(
  thread: HTMLElement,
  form: HTMLFormElement,
  kept: Pick<Kept, 'id' | 'token'>,
  say: (words: string) => void,
): void {
  watchText(form)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const fields = new URLSearchParams(new FormData(form, event.submitter) as never)
    const writer = writerSecret()
    if (writer) fields.set('browser', writer)
    try {
      const answer = await fetch(links.ownComment(kept.id), {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: fields,
      })
      const own = (await answer.json()) as Own
      if (own.status === 'deleted') {
        forgetComment(kept.id)
        const gone = document.querySelector<HTMLElement>(`[data-mine="${kept.id}"]`)
        ;(gone?.closest('li') ?? gone)?.remove()
        say(t.own.deleted)
        thread.querySelector<HTMLElement>('.write > summary')?.focus()
        return
      }
      if (!own.html) return say(own.message ?? t.form.failed)
      const shown = showOwn(thread, kept, own.html, say)
      const mistake = shown?.querySelector<HTMLElement>('[aria-invalid], [role=alert] button')
      ;(mistake ?? shown)?.focus()
      say(own.message ?? t.own.saved)
    } catch {
      say(t.form.failed)
    }
  })
}

/** Shows what this browser has written in a thread, as long as it waits or can be changed. */
export async function showAllOwn(
  thread: HTMLElement,
  name: string,
  say: (words: string) => void,
): Promise<void> {
  for (const kept of ownComments(name)) {
    try {
      const answer = await fetch(links.ownComment(kept.id), {
        headers: { accept: 'application/json', authorization: `Bearer ${kept.token}` },
      })
      const own = (await answer.json()) as Own
      const isDone = own.status === 'deleted' || (own.status === 'approved' && (own.until ?? 0) < Date.now())
      if (answer.status === 403 || answer.status === 404 || isDone) forgetComment(kept.id)
      else if (answer.ok && own.html) showOwn(thread, kept, own.html, say)
    } catch {
      // Without a connection they are shown the next time.
    }
  }
}
