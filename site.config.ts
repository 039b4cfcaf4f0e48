/** The discussions of a GitHub repository as comments; https://giscus.app shows what to write here. */
export interface Giscus {
  /** `owner/name` */
  repo: `${string}/${string}`
  repoId: string
  category: string
  categoryId: string
}

/** Where comments are: in our own server, on GitHub (for hosts that only serve files), or nowhere. */
export type Comments = 'server' | 'none' | { giscus: Giscus }

/** What a team changes to have its own site, besides `content/`. */
export const site = {
  name: 'Fixpath',
  /** The words under the name on the home page and in search results. */
  tagline: 'Answer a few questions. Get the fix that works soonest.',
  /** The public address, without a slash at its end: for sitemaps, feeds and links that are sent. */
  url: (process.env.SITE_URL ?? 'http://localhost:3000').replace(/\/+$/, ''),
  /** The language of the interface and of the articles. */
  language: 'en',
  /** Whether our server may count which fixes helped: without names, addresses or cookies. */
  outcomes: true as boolean,
  /** `server`: on a host that only serves files nothing is shown. Or `{ giscus: { repo: … } }`, or `none`. */
  comments: 'server' as Comments,
} as const
