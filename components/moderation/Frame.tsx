import type { ReactNode } from 'react'
import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import type { Desk } from './desk'

const words = t.moderation

/** What the forms of a session carry. */
export function FormToken({ desk }: { desk: Desk }) {
  return <input type="hidden" name="form" value={desk.formToken} />
}

/** Every page of a signed-in moderator: where they are, who they are, the way out. */
export function DeskFrame({
  desk,
  here,
  children,
}: {
  desk: Desk
  here?: 'desk' | 'log'
  children: ReactNode
}) {
  return (
    <div className="desk">
      <div className="desk-bar">
        <nav aria-label={words.title}>
          <a href={moderationLinks.desk()} aria-current={here === 'desk' ? 'page' : undefined}>
            {words.queue}
          </a>
          <a href={moderationLinks.log()} aria-current={here === 'log' ? 'page' : undefined}>
            {words.log}
          </a>
        </nav>
        <form method="post" action={moderationLinks.signOut()}>
          <FormToken desk={desk} />
          <span className="quiet">
            {words.signedIn} <bdi>{desk.name}</bdi>
          </span>
          <button type="submit" className="small-button">
            {words.signOut}
          </button>
        </form>
      </div>
      {children}
    </div>
  )
}
