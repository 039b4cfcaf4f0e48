import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { site } from '@/site.config'

/**
 * Where the comments on an article stand. Our server fills it; on a host that only serves files it stays
 * empty, unless the site has its comments on GitHub. Then it is a link, and an element that shows them once
 * the reader has asked for it: until then GitHub learns nothing.
 */
export function CommentPlace({ thread, folded }: { thread: string; folded?: boolean }) {
  const { comments } = site
  if (comments === 'none') return null
  if (comments === 'server') return <comment-thread thread={thread} folded={folded} />
  return (
    <giscus-comments data-src={links.giscus(comments.giscus, thread)} className="no-print">
      <p className="mt-8">
        <a href={links.discussions(comments.giscus, thread)}>{t.comments.github.link}</a>
      </p>
      <p hidden>
        <button type="button" className="small-button" data-title={t.comments.github.title}>
          {t.comments.github.show}
        </button>{' '}
        <span className="quiet">{t.comments.github.note}</span>
      </p>
    </giscus-comments>
  )
}
