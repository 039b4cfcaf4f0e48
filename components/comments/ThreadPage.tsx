import type { ShownThread } from '@/lib/comments'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { CommentForm, type Returned } from './CommentForm'
import { CommentList } from './Thread'

function Pages({ shown: { thread, page, pages } }: { shown: ShownThread }) {
  if (pages < 2) return null
  return (
    <nav aria-label={t.comments.pages} className="pages">
      {page > 1 && (
        <a href={links.thread(thread, page - 1)} rel="prev">
          {t.comments.newer}
        </a>
      )}
      <span className="quiet">{t.comments.page(page, pages)}</span>
      {page < pages && (
        <a href={links.thread(thread, page + 1)} rel="next">
          {t.comments.older}
        </a>
      )}
    </nav>
  )
}

function Heading({ title, href }: { title: string; href: string }) {
  return (
    <h1 className="mt-8">
      <span className="eyebrow">{t.comments.about}</span> <a href={href}>{title}</a>
    </h1>
  )
}

/** A thread on a page of its own: all of its comments, some at a time, and the form. */
export function ThreadPage({
  shown,
  parent,
  feeds,
}: {
  shown: ShownThread
  parent?: { id: string; name: string } | undefined
  /** Of the guides that the article belongs to. */
  feeds: readonly string[]
}) {
  const { thread, title, href, count } = shown
  return (
    <div className="measure">
      <Heading title={title} href={href} />
      <comment-thread thread={thread}>
        <section className="comments">
          <h2>
            <span data-count="">{t.comments.heading(count)}</span>
          </h2>
          <div data-list="" data-page={shown.page}>
            <CommentList shown={shown} />
          </div>
          <Pages shown={shown} />
          <details className="write" id="write" open={Boolean(parent) || undefined}>
            <summary>
              {parent ? t.comments.replyTo(parent.name || t.comments.nobody) : t.comments.write}
            </summary>
            <CommentForm thread={thread} parent={parent} />
          </details>
        </section>
      </comment-thread>
      {feeds.map((feed) => (
        <p key={feed} className="quiet">
          <a href={feed} type="application/atom+xml">
            {t.comments.feed}
          </a>
        </p>
      ))}
    </div>
  )
}

/** The form as it comes back: with what was typed and what is wrong with it. */
export function ReturnedPage({
  title,
  href,
  thread,
  parent,
  returned,
}: {
  title: string
  href: string
  thread: string
  parent?: { id: string; name: string } | undefined
  returned: Returned
}) {
  return (
    <div className="measure">
      <Heading title={title} href={href} />
      <h2>{t.comments.form.problem}</h2>
      <CommentForm thread={thread} parent={parent} returned={returned} />
    </div>
  )
}
