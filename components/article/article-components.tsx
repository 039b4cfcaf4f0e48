// biome-ignore-all lint/correctness/noComponentHookFactories: rendered once at build time; there is no state to lose.
import type { MDXComponents } from 'mdx/types'
import { Fragment, type ReactNode } from 'react'
import { CopyText } from '@/components/shell/CopyText'
import { Scroll } from '@/components/shell/Scroll'
import { type Audience, audienceId, isMeant, readAudience } from '@/lib/content/variants'
import { messages as t } from '@/lib/messages'
import { Sketch } from './Sketch'

/** How an article is set on the page that shows it. */
export interface ArticleSetting {
  /** The words for an answer: `device`, `mac` → "Mac". */
  saidOf: (question: string, answer: string) => string
  /** Put before every id, so that several articles can stand on one page. */
  idPrefix?: string
  /** What the reader has answered: parts for other readers are left out. */
  answers?: ReadonlyMap<string, string>
  /** How many levels deeper than in its own page the headings stand. */
  deeper?: number
}

/** For whom a part is, in words: "Windows 11 or 10, new Teams". */
export function audienceWords(audience: Audience, { saidOf }: Pick<ArticleSetting, 'saidOf'>): string {
  return Object.entries(audience)
    .map(([question, ids]) => t.list(ids.map((id) => saidOf(question, id))))
    .join(', ')
}

type Children = { children?: ReactNode }

function Menu({ children }: Children) {
  const parts = String(children).split(/\s*>\s*/)
  return (
    <b className="menu">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <i>›</i>}
          {part}
        </Fragment>
      ))}
    </b>
  )
}

function Keys({ children }: Children) {
  const keys = String(children).split('+')
  return keys.flatMap((key, index) => [index > 0 ? '+' : '', <kbd key={key}>{key}</kbd>])
}

/** The components that authors write in articles, and how plain Markdown is set. */
export function articleComponents({
  saidOf,
  idPrefix = '',
  deeper = 0,
  answers = new Map(),
}: ArticleSetting): MDXComponents {
  const heading = (level: number) =>
    function Heading({ id, children }: Children & { id?: string }) {
      const Tag = `h${Math.min(6, level + deeper)}` as 'h2'
      return <Tag id={id && `${idPrefix}${id}`}>{children}</Tag>
    }
  return {
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    table: ({ children }: Children) => (
      <Scroll label={t.table}>
        <table>{children}</table>
      </Scroll>
    ),
    Steps: ({ children }: Children) => <div>{children}</div>,
    ol: ({ children, ...rest }: Children) => {
      const steps = Array.isArray(children) ? children : [children]
      const isSteps = steps.some((child) => child?.props?.n !== undefined)
      return isSteps ? <ol className="steps">{children}</ol> : <ol {...rest}>{children}</ol>
    },
    'step-item': ({ id, n, children }: Children & { id: string; n: number }) => (
      <li id={idPrefix + id}>
        <a className="step-number" href={`#${idPrefix}${id}`} aria-label={t.fix.stepLink(Number(n))}>
          {n}
        </a>
        {children}
      </li>
    ),
    See: ({ children }: Children) => (
      <div className="see">
        <span className="sr-only">{t.fix.you}: </span>
        {children}
      </div>
    ),
    For: ({ children, ...attributes }: Children & Record<string, string>) => {
      const audience = readAudience(attributes)
      if (!isMeant(audience, answers)) return null
      const Tag = `h${2 + deeper}` as 'h2'
      return (
        <section>
          <Tag id={idPrefix + audienceId(audience)}>{t.fix.onlyFor(audienceWords(audience, { saidOf }))}</Tag>
          {children}
        </section>
      )
    },
    Keys,
    Menu,
    Copy: ({ text, label }: { text: string; label?: string }) => (
      <CopyText label={label}>
        <code>{text}</code>
      </CopyText>
    ),
    Warning: ({ children }: Children) => (
      <div className="warning" role="note">
        {children}
      </div>
    ),
    Note: ({ children }: Children) => (
      <div className="note" role="note">
        {children}
      </div>
    ),
    Sketch,
  } as MDXComponents
}
