import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

/** Where a reader pastes an error. Without JavaScript the form leads to the list of all codes. */
export function CodeField({ known }: { known?: string | undefined }) {
  return (
    <search>
      <form action={links.codes()} method="get">
        <label htmlFor="message" className="font-semibold">
          {t.front.label}
        </label>
        <div className="field">
          <input
            id="message"
            name="q"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder={known}
          />
          <button type="submit" className="action">
            {t.front.find}
          </button>
        </div>
      </form>
    </search>
  )
}
