import { CodeField } from '@/components/shell/CodeField'
import { Page } from '@/components/shell/Page'
import { normaliseCode } from '@/lib/codes'
import type { Code, CodeFamily } from '@/lib/content/documents'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'

/** One product's codes, as `codes.yaml` gives them. */
export interface ProductCodes {
  families: CodeFamily[]
  codes: Code[]
  messages: Code[]
}

function Rows({ codes }: { codes: readonly Code[] }) {
  return (
    <ul className="ladder">
      {codes.map(({ code, meaning, spellings = [] }) => (
        <li
          key={code}
          id={code.toLowerCase()}
          className="target-row"
          data-code={[code, ...spellings].map(normaliseCode).join(' ')}
        >
          <a href={links.code(code)} className="font-mono font-semibold">
            {code}
          </a>
          <p>{meaning}</p>
        </li>
      ))}
    </ul>
  )
}

/** Every known code. With JavaScript a pasted message narrows the list to the codes in it. */
export function CodesPage({ codes, disclaimer }: { codes: ProductCodes; disclaimer?: string | undefined }) {
  return (
    <Page disclaimer={disclaimer}>
      <div className="measure pt-8">
        <h1>{t.codes.title}</h1>
        <p className="lead">{t.codes.lead}</p>
        <code-finder hidden>
          <CodeField />
          <p
            role="status"
            data-none={t.codes.none}
            data-unknown={t.codes.unknown}
            data-family={t.codes.unknownFamily}
          />
        </code-finder>
        <h2 id="families">{t.codes.families}</h2>
        <p className="quiet">{t.codes.familiesNote}</p>
        <ul className="ladder">
          {codes.families.map(({ starts, name, reading }) => (
            <li key={starts} data-starts={starts}>
              <b className="font-mono">{starts}…</b>
              <span className="meta">{name}</span>
              <p>{reading}</p>
            </li>
          ))}
        </ul>
        <h2 id="all">{t.codes.count(codes.codes.length)}</h2>
        <Rows codes={codes.codes} />
        <h2 id="messages">{t.codes.messages}</h2>
        <p className="quiet">{t.codes.messagesNote}</p>
        <Rows codes={codes.messages} />
      </div>
    </Page>
  )
}
