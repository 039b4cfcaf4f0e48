import type { ReactNode } from 'react'

/** What may be wider than the screen: it scrolls by itself, also with the keyboard. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll (WCAG 2.1.1).
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
