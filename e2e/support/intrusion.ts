import type { BrowserContext, Page } from '@playwright/test'

/**
 * Watches the pages of a context for whatever typed text could bring about: a script that runs, a dialog, a
 * request to elsewhere, another window, something that only the policy stopped. Gives back what was seen.
 */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const seen: string[] = []
  await context.addInitScript(() => {
    Object.defineProperty(self, '__ran', {
      value: (what: unknown) => console.error(`INTRUSION ${what}`),
      writable: false,
    })
  })
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (asked !== origin && !(protocol === 'data:' && request.resourceType() === 'image'))
      seen.push(`request: ${request.url().slice(0, 200)}`)
  })
  context.on('console', (message) => {
    if (/INTRUSION|Content Security Policy|violates/i.test(message.text()))
      seen.push(message.text().slice(0, 300))
  })
  context.on('weberror', (error) => seen.push(`error: ${error.error().message.slice(0, 200)}`))
  context.on('page', (page) => {
    page.on('dialog', async (dialog) => {
      seen.push(`dialog: ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.on('popup', (popup) => seen.push(`window: ${popup.url()}`))
    page.on('download', (download) => seen.push(`download: ${download.url()}`))
  })
  return seen
}

/** What stands on a page that our own markup does not hold, or what is missing of it. */
export function strangersOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const strangers: string[] = []
    const say = (what: string, element: Element) =>
      strangers.push(`${what}: ${element.outerHTML.slice(0, 200)}`)
    const count = (selector: string) => document.querySelectorAll(selector).length
    for (const [selector, expected] of [
      ['body', 1],
      ['main', 1],
      ['header.masthead', 1],
      ['footer.colophon', 1],
      ['body > *:not(script) main', 1],
      [
        'base, iframe, frame, object, embed, applet, portal, fencedframe, math, foreignObject, meta[http-equiv=refresh]',
        0,
      ],
      [
        'body style, body link, body meta, [srcdoc], [style], svg use[href^="data:"], template, [background]',
        0,
      ],
      ['script:not([src]):not([type=speculationrules])', 0],
    ] as const)
      if (count(selector) !== expected) strangers.push(`${count(selector)} × ${selector}`)

    // What is typed may be made of these, and nothing else.
    const MADE_OF = ['P', 'BR', 'UL', 'OL', 'LI', 'CODE', 'PRE', 'EM', 'STRONG', 'A']
    const MAY_HAVE: Record<string, string[]> = { A: ['href', 'rel'], OL: ['start'] }
    for (const text of document.querySelectorAll('.prose[dir=auto]'))
      for (const one of text.querySelectorAll('*')) {
        if (!MADE_OF.includes(one.tagName)) say('element', one)
        for (const { name } of one.attributes) if (!MAY_HAVE[one.tagName]?.includes(name)) say(name, one)
        if (
          one instanceof HTMLAnchorElement &&
          (!/^https?:$/.test(one.protocol) || one.rel !== 'ugc nofollow')
        )
          say('link', one)
      }
    for (const place of document.querySelectorAll('bdi, textarea, title, pre[dir=auto], q'))
      if (place.children.length) say('element where only text may be', place)

    for (const one of document.querySelectorAll('*'))
      for (const { name, value } of one.attributes) {
        if (name.startsWith('on')) say('handler', one)
        if (!['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'srcset'].includes(name))
          continue
        const { protocol, origin } = new URL(value, location.href)
        const isTyped = one.closest('.prose[dir=auto]') !== null
        if (!/^(https?|mailto):$/.test(protocol)) say(protocol, one)
        else if (!isTyped && name !== 'href' && origin !== location.origin) say('elsewhere', one)
      }

    // Handlers would wait for a reader: everything happens to everything that was typed.
    const happen = [
      'mouseover',
      'mouseenter',
      'pointerover',
      'focus',
      'toggle',
      'animationstart',
      'click',
      'error',
      'load',
    ]
    for (const one of document.querySelectorAll('.prose[dir=auto] *:not(a), bdi'))
      for (const type of happen) one.dispatchEvent(new Event(type, { bubbles: false }))
    return strangers
  })
}
