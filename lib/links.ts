/**
 * Every address of the site, once. A newcomer should be able to guess a file from an address and an
 * address from a file: nothing else in the code base may spell one out.
 */

/** One answer, or one fix that did not help, as it stands in an address: `web.works`, `tried.clear-cache`. */
export type Segment = `${string}.${string}`

/** The name that stands before a fix that did not help; no question may be called so. */
export const TRIED = 'tried'

type Article = { product: string; id: string }

const diagnose = (guide: Article, segments: readonly Segment[] = []) =>
  `/${guide.product}/${guide.id}/diagnose/${segments.map((segment) => `${segment}/`).join('')}`

/** The addresses, by what they show. Each begins and ends with a slash. */
export const links = {
  home: () => '/',
  codes: () => '/codes/',
  code: (code: string) => `/codes/${code.toLowerCase()}/`,
  product: (product: string) => `/${product}/`,
  fixes: (product: string) => `/${product}/fixes/`,
  causes: (product: string) => `/${product}/causes/`,
  faqs: (product: string) => `/${product}/faq/`,
  guide: (guide: Article) => `/${guide.product}/${guide.id}/`,
  diagnose,
  wholeGuide: (guide: Article) => `/${guide.product}/${guide.id}/all/`,
  howItDecides: (guide: Article) => `/${guide.product}/${guide.id}/how-it-decides/`,
  /** A picture that lies beside an article. */
  picture: (path: readonly string[]) => `/pictures/${path.join('/')}`,
  /** Where pages tell what became of a fix. */
  outcomes: () => '/outcomes',
  /** Says whether this host counts outcomes: a file that says no, or our server, which says yes. */
  outcomesOpen: () => '/outcomes.json',
  /** The published tree, which finds today's page for yesterday's questionnaire address. */
  tree: (guide: Article) => `/${guide.product}/${guide.id}/tree.json`,
  fix: (fix: Article) => `/${fix.product}/fixes/${fix.id}/`,
  cause: (cause: Article) => `/${cause.product}/causes/${cause.id}/`,
  faq: (faq: Article) => `/${faq.product}/faq/#${faq.id}`,
  /**
   * A fix, opened from a point in a questionnaire, so that its page can lead back there; `next` if it is
   * the fix that the plan puts first, after which the plan goes on.
   */
  fixFrom: (fix: Article, guide: Article, segments: readonly Segment[], next: boolean) =>
    `/${fix.product}/fixes/${fix.id}/?from=${[guide.id, ...segments].join('/')}${next ? '&next' : ''}`,
  /** A thread's own page, with all of its comments; `teams/faq/can-a-vpn-cause-it` is a thread. */
  thread: (thread: string, page = 1) => `/threads/${thread}/${page > 1 ? `?page=${page}` : ''}`,
  /** The same for machines. */
  threadJson: (thread: string) => `/threads/${thread}.json`,
  /** The comments and the form alone, with which the element refreshes itself. */
  threadFragment: (thread: string) => `/threads/${thread}.html`,
  /** Where a comment is sent to. */
  comments: (thread: string) => `/threads/${thread}/comments`,
  /** A comment, wherever it stands now. */
  comment: (id: string) => `/comments/${id}/`,
  vote: (id: string) => `/comments/${id}/vote`,
  /** What its writer may do to a comment; the token proves who that is. */
  ownComment: (id: string, token?: string) => `/comments/${id}/own${token ? `?token=${token}` : ''}`,
  /** The comments on everything in a guide, as a feed. */
  commentsFeed: (guide: Article) => `/${guide.product}/${guide.id}/comments.xml`,
  /** A puzzle whose solution shows that a browser has worked for a comment. */
  challenge: () => '/challenge',
  health: () => '/healthz',
} as const

/** The folder of the content that an article lies in → the address it is published at. */
export function articleAddress(product: string, folder: string, id: string): string | undefined {
  const article = { product, id }
  switch (folder) {
    case 'guides':
      return links.guide(article)
    case 'causes':
      return links.cause(article)
    case 'fixes':
      return links.fix(article)
    case 'faq':
      return links.faq(article)
    case '':
      return id === 'product' ? links.product(product) : undefined
    default:
      return undefined
  }
}
