import { moderationLinks } from '@/lib/links'
import { messages as t } from '@/lib/messages'

const words = t.moderation

/** Where a moderator proves who they are. */
export function SignInPage({ hours, alert, said }: { hours: number; alert?: string; said?: string }) {
  return (
    <div className="desk measure">
      <h1>{words.signIn.title}</h1>
      {said && <p role="status">{said}</p>}
      <p className="lead">{words.signIn.lead}</p>
      <form method="post" action={moderationLinks.signIn()} className="stack">
        {alert && (
          <p className="warning" role="alert" id="wrong">
            {alert}
          </p>
        )}
        <label htmlFor="token">{words.signIn.token}</label>
        <input
          id="token"
          name="token"
          type="password"
          autoComplete="current-password"
          required
          // biome-ignore lint/a11y/noAutofocus: it is the one field of a page that is opened to fill it in.
          autoFocus
          aria-invalid={alert ? true : undefined}
          aria-describedby={alert ? 'wrong' : undefined}
        />
        <p>
          <button type="submit" className="action">
            {words.signIn.submit}
          </button>
        </p>
        <p className="quiet">{words.signIn.hours(hours)}</p>
      </form>
    </div>
  )
}

/** What stands there when no moderator is named: how to begin. */
export function OffPage() {
  return (
    <div className="desk measure">
      <h1>{words.off.title}</h1>
      <p className="lead">{words.off.lead}</p>
      <p>{words.off.how}</p>
      <pre>MODERATORS=ana:TOKEN-OF-ANA,ben:TOKEN-OF-BEN npm start</pre>
      <p>{words.off.draw}</p>
      <pre>openssl rand -hex 16</pre>
      <p>{words.off.after}</p>
      <pre>npm run comments -- list --status waiting</pre>
    </div>
  )
}
