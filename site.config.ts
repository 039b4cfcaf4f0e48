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
} as const
