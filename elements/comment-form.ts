import { LONGEST_BODY, type NotWritten, type Written } from '../lib/comments'
import { commentMessages as t } from '../lib/messages'
import { findPersonalData } from '../lib/personal-data'
import { draft, randomSecret, writerSecret } from './comment-memory'
import { createProver } from './comment-proof'

/** How long after the last key something is said about the text. */
const PAUSE_MS = 400

/** What a form tells the thread that it stands in. */
export interface FormEvents {
  sent(written: Written): void
  /** To be read out. */
  say(words: string): void
  /** Fits a form that came back into its place. */
  fit?(form: HTMLFormElement): void
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** Turns the markup of one element into the element. */
export function parseOne(html: string): HTMLElement | undefined {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild
  return parsed ? (document.importNode(parsed, true) as HTMLElement) : undefined
}

/** Says below a text what in it may be personal, while it is typed, and how much room is left. */
export function watchText(form: HTMLFormElement): void {
  const text = form.querySelector('textarea')
  const name = form.querySelector<HTMLInputElement>('input[name=name]')
  if (!text || form.querySelector('.found')) return
  const found = element('div', 'found quiet')
  found.setAttribute('role', 'status')
  text.parentElement?.after(found)
  let timer = 0
  let said = ''
  const look = () => {
    const findings = [...findPersonalData(text.value), ...findPersonalData(name?.value ?? '')]
    const left = LONGEST_BODY - text.value.length
    const words = [...findings.map(({ kind, text: what }) => `${t.personal.kind[kind]}: ${what}`)]
    const room = left < 500 ? t.form.left(left) : ''
    const now = [words.join('\n'), room].join('\n')
    // What is said again is read out again.
    if (now === said) return
    said = now
    found.replaceChildren(...(room ? [element('p', '', room)] : []))
    if (words.length === 0) return
    const list = element('ul', '')
    list.append(...words.map((word) => element('li', '', word)))
    found.prepend(element('p', 'personal', t.personal.typing), list)
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(look, PAUSE_MS)
  })
}

/** Puts the reader where the mistake is. */
function focusMistake(form: HTMLElement): void {
  const place = form.querySelector<HTMLElement>('[aria-invalid], [role=alert] button, [role=alert]')
  if (place && !place.matches('button, textarea, input')) place.tabIndex = -1
  place?.focus()
}

/** Sends a form without leaving the page. Whatever goes wrong, what was typed stays. */
export function enhanceForm(form: HTMLFormElement, thread: string, events: FormEvents): void {
  const key = `${thread} ${form.querySelector<HTMLInputElement>('[name=parent]')?.value ?? ''}`
  const prover = createProver(thread)
  let sending = false

  const text = form.querySelector('textarea')
  // What was typed while this script was on its way counts too.
  if (text?.value) draft.write(key, text.value)
  else if (text) {
    text.value = draft.read(key)
    if (text.value) text.parentElement?.before(element('p', 'quiet', t.form.draft))
  }
  watchText(form)
  form.addEventListener('focusin', prover.begin, { once: true })
  form.addEventListener('input', () => draft.write(key, form.querySelector('textarea')?.value ?? ''))

  const alert = (words: string) => {
    form.querySelector(':scope > .problem[role=alert]')?.remove()
    const problem = element('p', 'problem', words)
    problem.setAttribute('role', 'alert')
    form.prepend(problem)
    focusMistake(form)
  }

  const send = async (button: HTMLElement | null, fields: URLSearchParams, retry = true): Promise<void> => {
    const proof = await prover.take()
    if (proof) fields.set('proof', proof)
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: fields,
    })
    const told = (await answer.json()) as Written | NotWritten
    if (!('error' in told)) {
      draft.write(key, '')
      events.sent(told)
      return
    }
    if (told.error === 'proof' && retry) return send(button, fields, false)
    const returned = told.html && parseOne(told.html)
    if (!(returned instanceof HTMLFormElement)) return alert(told.message)
    form.replaceWith(returned)
    events.fit?.(returned)
    enhanceForm(returned, thread, events)
    focusMistake(returned)
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (sending) return
    sending = true
    const button = event.submitter
    const words = button?.textContent ?? ''
    const fields = new URLSearchParams(new FormData(form, button) as never)
    // Kept in the form: what is sent again after a lost answer is still one comment.
    let submission = form.querySelector<HTMLInputElement>('[name=submission]')
    if (!submission) {
      submission = document.createElement('input')
      submission.type = 'hidden'
      submission.name = 'submission'
      submission.value = randomSecret()
      form.append(submission)
    }
    fields.set('submission', submission.value)
    const writer = writerSecret()
    if (writer) fields.set('browser', writer)
    if (button) button.textContent = t.form.sending
    events.say(t.form.sending)
    try {
      await send(button, fields)
    } catch {
      alert(t.form.failed)
    } finally {
      sending = false
      if (button) button.textContent = words
    }
  })
}
