import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that is refused, with the words that the visitor reads. Thrown; `app.ts` answers with a page or JSON. */
export class Refused extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    /** For machines and tests: `too-large`, `rate-limited` … */
    readonly code: string,
    /** For people; from the message file. */
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}
