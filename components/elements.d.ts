import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Plain = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

/** The custom elements of `elements/`, as they may stand in markup. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': Plain
      'copy-text': Plain
      'plan-return': Plain
      'lost-page': Plain
      'code-finder': Plain
      /** `fix`: what the buttons of this page are about, `teams/clear-cache`. */
      'outcome-report': Plain & { fix?: string }
      'moderation-desk': Plain
      /** Filled by our server with how a fix turned out. */
      'outcome-count': Plain & { fix: string }
      /** Filled by our server with the comments on an article; `folded` where many stand on one page. */
      'comment-thread': Plain & { thread: string; folded?: boolean }
      /** Leads to GitHub, and shows its comments when asked to. */
      'giscus-comments': Plain & { 'data-src': string }
    }
  }
}
