// The script of the comments, fetched when a reader turns to them: see comment-thread.element.ts.
import { anchorOf, type Written } from '../lib/comments'
import { commentMessages as t } from '../lib/messages'
import { enhanceForm } from './comment-form'
import { keepComment } from './comment-memory'
import { showAllOwn, showOwn } from './comment-own'
import { enhanceVotes } from './comment-votes'

/** A page that has lain open for longer asks for the comments again. */
const OLD_MS = 60_000

/** The same thread in today's page; undefined without a connection. */
async function fetchThread(name: string): Promise<Element | undefined> {
  try {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-cache' })
    if (!answer.ok) return undefined
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return page.querySelector(`comment-thread[thread="${name}"]`) ?? undefined
  } catch {
    return undefined
  }
}

/** Makes the comments on an article comfortable: sent, answered, edited and refreshed without leaving the page. */
export async function wakeThread(thread: HTMLElement): Promise<void> {
  const name = thread.getAttribute('thread') ?? ''
  const status = document.createElement('p')
  status.className = 'sr-only'
  status.setAttribute('role', 'status')
  thread.append(status)
  const say = (words: string) => {
    status.textContent = words
  }
  const list = thread.querySelector<HTMLElement>('[data-list]')
  const fold = thread.querySelector<HTMLDetailsElement>('details.write')
  const form = fold?.querySelector('form')
  if (!list || !fold || !form) return
  const blank = form.cloneNode(true) as HTMLFormElement
  blank.querySelector('[name=parent]')?.closest('p')?.remove()
  // A copy holds what was typed while this script was on its way.
  blank.reset()

  const refresh = async () => {
    const today = await fetchThread(name)
    const comments = today?.querySelector('[data-list]')
    if (!comments) return
    list.replaceChildren(...comments.childNodes)
    const count = thread.querySelector('[data-count]')
    if (count) count.textContent = today?.querySelector('[data-count]')?.textContent ?? count.textContent
    enhanceVotes(list, say)
  }

  const sent = async (written: Written) => {
    keepComment({ id: written.id, thread: name, token: written.token, at: Date.now() })
    thread.querySelector('.reply-form')?.remove()
    const fresh = blank.cloneNode(true) as HTMLFormElement
    fold.querySelector('form')?.replaceWith(fresh)
    enhance(fresh)
    fold.open = false
    if (written.status === 'approved') await refresh()
    const shown = showOwn(thread, written, written.html, say)
    shown?.closest('details')?.setAttribute('open', '')
    shown?.focus()
    say(written.status === 'approved' ? t.own.approved : t.own.waiting)
  }
  const enhance = (one: HTMLFormElement) => enhanceForm(one, name, { sent, say })

  /** Fits a form in below the comment that it answers, beside the form that the page had. */
  const fitReply = (form: HTMLFormElement, link: HTMLElement) => {
    form.classList.add('reply-form')
    // Ids stand once on a page.
    for (const one of form.querySelectorAll('[id]')) one.id = `${one.id}-reply`
    for (const name of ['for', 'aria-describedby'])
      for (const one of form.querySelectorAll(`[${name}]`))
        one.setAttribute(name, `${one.getAttribute(name)}`.replace(/\S+/g, '$&-reply'))
    // What the server writes around it names the comment above, and leads to another page.
    const parent = form.querySelector('[name=parent]')
    if (parent) parent.closest('p')?.replaceWith(parent)
    const cancel = document.createElement('button')
    cancel.type = 'button'
    cancel.className = 'small-button'
    cancel.textContent = t.form.cancelReply
    cancel.onclick = () => {
      form.remove()
      link.focus()
    }
    form.querySelector('.send, .actions')?.append(cancel)
  }

  /** A form of its own below the comment that is answered. */
  const reply = (link: HTMLAnchorElement, id: string) => {
    thread.querySelector('.reply-form')?.remove()
    const form = blank.cloneNode(true) as HTMLFormElement
    const parent = document.createElement('input')
    parent.type = 'hidden'
    parent.name = 'parent'
    parent.value = id
    form.append(parent)
    fitReply(form, link)
    link.closest('li')?.append(form)
    enhanceForm(form, name, { sent, say, fit: (returned) => fitReply(returned, link) })
    form.querySelector('textarea')?.focus()
  }
  thread.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="?reply="]')
    const id = link && new URL(link.href).searchParams.get('reply')
    if (!link || !id || !thread.querySelector(`#${anchorOf(id)}`) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    reply(link, id)
  })

  enhance(form)
  enhanceVotes(list, say)
  if (performance.now() > OLD_MS && !list.contains(document.activeElement)) await refresh()
  await showAllOwn(thread, name, say)
}
