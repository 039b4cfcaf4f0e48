import { messages as t } from '@/lib/messages'

const words = t.moderation.keys

/**
 * The switch and the list of keyboard shortcuts. Hidden until the element finds that it can serve them: without
 * JavaScript there are none. WCAG 2.1.4 asks for the switch.
 */
export function Keys() {
  return (
    <div className="keys" hidden data-keys="" data-failed={words.failed}>
      <label>
        <input type="checkbox" autoComplete="off" defaultChecked /> {words.on}
      </label>
      <button type="button" className="small-button" data-key="?">
        {words.help}
      </button>
      <dialog aria-labelledby="keys-title">
        <h2 id="keys-title">{words.on}</h2>
        <dl>
          {words.list.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{words.note}</p>
        <form method="dialog">
          <button type="submit" className="small-button">
            {words.close}
          </button>
        </form>
      </dialog>
    </div>
  )
}
