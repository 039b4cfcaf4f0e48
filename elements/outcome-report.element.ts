import { links } from '../lib/links'
import {
  isInQuestionnaire,
  noteEvent,
  placeOf,
  startVisit,
  type Told,
  type Visit,
  withoutSent,
} from './outcome-visit'

const KEY = 'fixpath.visit'

/** Used where the browser keeps nothing for a tab: each page is then a visit of its own. */
let unstored: Visit | undefined

function recall(): Visit {
  try {
    return JSON.parse(sessionStorage[KEY])
  } catch {
    return unstored ?? startVisit()
  }
}

function keep(visit: Visit): Visit {
  unstored = visit
  try {
    sessionStorage[KEY] = JSON.stringify(visit)
  } catch {}
  return visit
}

let asked: Promise<boolean> | undefined

async function ask(): Promise<boolean> {
  const known = recall().open
  if (known !== undefined) return known
  const { open } = await (await fetch(links.outcomesOpen())).json()
  keep({ ...recall(), open })
  return open
}

/**
 * Does this host count outcomes? On the page of a fix it shows: our server fills in the count. Elsewhere a file
 * tells, once in a tab: it says no on a static host, and our server answers in its place.
 */
async function isOpen(): Promise<boolean> {
  const count = document.querySelector('outcome-count')
  if (count) return count.childElementCount > 0
  asked ??= ask()
  return asked
}

/** What does not arrive is sent again from the next page; the server counts it once. */
async function send(): Promise<void> {
  const { waiting } = recall()
  if (!waiting.length || !(await isOpen())) return
  const arrived = waiting.map(async (told) => {
    const { status } = await fetch(links.outcomes(), {
      method: 'POST',
      // The page may be left at once: "Still not working" is a link.
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(told),
    })
    // What is refused for good is done with, too; 429 and faults of the server are not.
    if (status < 429) keep(withoutSent(recall(), told))
  })
  await Promise.all(arrived)
}

const trySend = () => send().catch(() => {})

trySend()

/**
 * Tells the server what became of a fix: that a plan was shown, and which of the two buttons the reader pressed.
 * No name, no address, no cookie: a random number that the tab forgets when it is closed.
 */
customElements.define(
  'outcome-report',
  class extends HTMLElement {
    connectedCallback() {
      const fix = this.getAttribute('fix')
      const place = placeOf(location)
      const path = location.pathname
      const tell = (kind: Told['event']['kind'], shownFirst?: string) => {
        keep(noteEvent(recall(), { ...place, event: { kind, fix } }, shownFirst))
        trySend()
      }
      const when = (selector: string, happens: () => void) =>
        document.querySelector(selector)?.addEventListener('click', happens)
      when('[href="#works"]', () => tell('solved'))
      when('[data-next]', () => tell('failed'))
      when('[data-skip]', () => {
        const visit = recall()
        keep({ ...visit, skipped: [...visit.skipped, String(fix?.split('/')[1])] })
      })
      const passedOn = this.querySelector('input')
      if (passedOn) {
        passedOn.onchange = () => tell(passedOn.checked ? 'escalated' : 'shown')
        when('copy-text button', () => passedOn.checked || passedOn.click())
      }
      // A page of a questionnaire shows a plan or the hand-over; the page of a fix is only read.
      if (isInQuestionnaire(path) && !recall().seen.includes(path)) tell('shown', path)
      isOpen().then(
        (open) => {
          this.hidden = !open
        },
        () => {},
      )
    }
  },
)
