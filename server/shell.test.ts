import { expect, test } from 'vitest'
import { disclaimerOf, headOf } from './shell'

const page = `<!doctype html><html lang=en><head><meta charset=utf-8><meta http-equiv=Content-Security-Policy content="default-src 'none'"><meta name=viewport content=width=device-width><link rel=stylesheet href=/_next/static/chunks/a.css><title>This page does not exist</title><link rel=icon href=/favicon.svg><link rel=preload href=/b.js><script type=module src=/assets/elements.1.js></script><script type=speculationrules>{}</script><body><p>x</p><footer class=colophon><p>Estimates.<p>Not affiliated with <b>Toast &amp; Co</b>.</footer>`

test('our pages take what every page needs, and nothing of one page', () => {
  expect(headOf(page)).toBe(
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/_next/static/chunks/a.css"><link rel="icon" href="/favicon.svg"><script type="module" src="/assets/elements.1.js"></script>',
  )
})

test('and the small print', () => {
  expect(disclaimerOf(page)).toBe('Not affiliated with Toast & Co.')
  expect(disclaimerOf('<p>x</p>')).toBeUndefined()
})
