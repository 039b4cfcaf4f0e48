import type { ReactNode } from 'react'
import { messages as t } from '@/lib/messages'

/** Text with a button that copies it; without JavaScript the text can be selected as any other. */
export function CopyText({ children, label }: { children: ReactNode; label?: string | undefined }) {
  return (
    <copy-text>
      {children}
      <button type="button" hidden className="small-button" data-done={t.copied} aria-label={label}>
        {t.copy}
      </button>
    </copy-text>
  )
}
