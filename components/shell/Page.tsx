import type { ReactNode } from 'react'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { site } from '@/site.config'

/** The mark beside the name: a path that branches once and ends. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="3">
      <path d="M5 21V3h8M5 12h7l6 8m0 0h-5m5 0v-5" />
    </svg>
  )
}

/** The frame of every page: one line of header, the content, the small print. */
export function Page({ children, disclaimer }: { children?: ReactNode; disclaimer?: string | undefined }) {
  return (
    <div className="page">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="masthead">
        <a className="wordmark" href={links.home()}>
          <Mark />
          {site.name}
        </a>
        <a href={links.codes()}>{t.codesNav}</a>
        <theme-switch hidden>
          <button
            type="button"
            className="small-button"
            data-names={`${t.theme.auto}|${t.theme.light}|${t.theme.dark}`}
          >
            {t.theme.label}
          </button>
        </theme-switch>
      </header>
      <main id="content">{children}</main>
      <footer className="colophon">
        <p>{t.notAdvice}</p>
        {disclaimer && <p>{disclaimer}</p>}
      </footer>
    </div>
  )
}
