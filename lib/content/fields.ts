/**
 * The vocabulary in which document types are written. One definition of a field serves three readers:
 * contentlayer (which loads and types articles), the content check (which explains what is wrong with
 * them) and TypeScript (which knows what an article holds).
 */

/** The kinds of article that other articles can name by id. */
export type ArticleKind = 'guide' | 'cause' | 'fix' | 'question' | 'faq'

/** What a field may name: an article, or a source of `sources.yaml`. */
export type ReferenceTarget = ArticleKind | 'source'

/** A word of one of the two scales in `estimates.ts`, or a number between 0 and 1. */
export type Estimate = string | number

/** One answer of a question. */
export interface Answer {
  /** Names the answer in addresses: `web.works`. */
  id: string
  /** The reader's words, on a large button. */
  label: string
  /** The words of the trail: "You said: web version works". */
  said: string
  /** Cause (or `*`, every cause not named) → how often readers with that cause give this answer. */
  suggests: Record<string, Estimate>
}

/** A link with its words. */
export interface TitledLink {
  title: string
  url: string
}

interface Common {
  /** What the field means, for authors: shown in editors and in error messages. */
  description: string
  /** A correct value, ready to be pasted into frontmatter. */
  example: string
}

/** How a field is written and what it may hold. */
export type Kind =
  | { kind: 'text' | 'markdown' | 'date' | 'texts' | 'applies' | 'answers' | 'links' | 'data' }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'choice' | 'choices'; options: readonly string[] }
  | { kind: 'estimate'; scale: 'how-often' }
  | { kind: 'estimates'; scale: 'how-common' | 'how-often' }
  | { kind: 'reference' | 'references'; to: ReferenceTarget }

/** A field that an article must have, or one with a default, or one that may be left out. */
export type Field = Common &
  Kind &
  ({ required: true } | { required: false; default: unknown } | { required: false })

/** The fields of one document type, by name. */
export type Fields = Readonly<Record<string, Field>>

type ValueOf<F> = F extends { kind: 'choice'; options: readonly (infer O)[] }
  ? O
  : F extends { kind: 'choices'; options: readonly (infer O)[] }
    ? O[]
    : F extends { kind: 'text' | 'markdown' | 'date' | 'reference' }
      ? string
      : F extends { kind: 'texts' | 'references' }
        ? string[]
        : F extends { kind: 'number' }
          ? number
          : F extends { kind: 'estimate' }
            ? Estimate
            : F extends { kind: 'estimates' }
              ? Record<string, Estimate>
              : F extends { kind: 'applies' }
                ? Record<string, string[]>
                : F extends { kind: 'answers' }
                  ? Answer[]
                  : F extends { kind: 'links' }
                    ? TitledLink[]
                    : unknown

type Present<F> = F extends { required: true } | { default: unknown } ? true : false

/** What an article of these fields holds once it has been checked. */
export type Values<T extends Fields> = {
  [K in keyof T as Present<T[K]> extends true ? K : never]: ValueOf<T[K]>
} & { [K in keyof T as Present<T[K]> extends true ? never : K]?: ValueOf<T[K]> }
