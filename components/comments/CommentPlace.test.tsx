import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { policyFor } from '@/lib/publish/security'
import type { Comments } from '@/site.config'
import { CommentPlace } from './CommentPlace'

const { site } = vi.hoisted(() => ({ site: { comments: 'none' as Comments } }))
vi.mock('@/site.config', () => ({ site }))

const giscus = { repo: 'o/r', repoId: 'R_1', category: 'Q&A', categoryId: 'C_1' } as const
const thread = 'toaster/faq/can-it-toast-cheese'

function place(comments: Comments, folded?: boolean): string {
  site.comments = comments
  return renderToStaticMarkup(<CommentPlace thread={thread} folded={folded} />)
}

test('our server has a place to fill', () => {
  expect(place('server')).toBe(`<comment-thread thread="${thread}"></comment-thread>`)
  expect(place('server', true)).toContain(' folded=""')
})

test('no comments, no place', () => expect(place('none')).toBe(''))

test('comments on GitHub are a link, and a button for those with a script', () => {
  const html = place({ giscus })
  expect(html).toContain('href="https://github.com/o/r/discussions?discussions_q=in%3Atitle%20toaster%2Ffaq')
  expect(html).toContain('<p hidden="">')
  expect(html).toContain(`term=${encodeURIComponent(thread)}`)
  // A frame would tell GitHub of every reader.
  expect(html).not.toContain('<iframe')
})

test('only a site with comments on GitHub admits another host, and only into a frame', () => {
  expect(policyFor({ giscus })).toContain('; frame-src https://giscus.app;')
  expect(policyFor({ giscus }).match(/https:/g)).toHaveLength(1)
  for (const comments of ['server', 'none'] as const)
    expect(policyFor(comments)).not.toMatch(/frame-src|https:/)
})
