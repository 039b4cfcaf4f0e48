import { expect, test } from 'vitest'
import { isFromHere, type Sender } from './origin'

const hosts = ['127.0.0.1:3000', 'help.example.org']
const sender = (values: Partial<Sender>): Sender => ({
  site: undefined,
  origin: undefined,
  referer: undefined,
  ...values,
})

test.each<[string, Partial<Sender>]>([
  ['a browser of today', { site: 'same-origin', origin: 'https://help.example.org' }],
  ['a browser behind a proxy that hides the name', { origin: 'https://help.example.org' }],
  ['a browser over plain HTTP', { origin: 'http://127.0.0.1:3000' }],
  ['an old browser', { referer: 'https://help.example.org/teams/' }],
  ['a reload', { site: 'none' }],
  ['a browser that tells no page where it was', { site: 'same-origin', origin: 'null' }],
  ['a program', {}],
])('%s may send', (_, values) => expect(isFromHere(sender(values), hosts)).toBe(true))

test.each<[string, Partial<Sender>]>([
  ['another site', { site: 'cross-site', origin: 'https://evil.example' }],
  ['a sister site', { site: 'same-site', origin: 'https://other.example.org' }],
  ['another site in a browser that does not say so', { origin: 'https://evil.example' }],
  ['a page in a sandbox', { origin: 'null' }],
  ['another port', { origin: 'http://127.0.0.1:4000' }],
  ['another site in an old browser', { referer: 'https://evil.example/help.example.org' }],
  ['a name that only begins so', { origin: 'https://help.example.org.evil.example' }],
  ['an unknown word for the site', { site: 'same-originx' }],
  ['a word and an origin that disagree', { site: 'same-origin', origin: 'https://evil.example' }],
])('%s may not', (_, values) => expect(isFromHere(sender(values), hosts)).toBe(false))
