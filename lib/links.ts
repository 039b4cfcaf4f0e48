import type { Giscus } from '../site.config'

/**
 * Every address of the site, once. A newcomer should be able to guess a file from an address and an
 * address from a file: nothing else in the code base may spell one out.
 */

/** One answer, or one fix that did not help, as it stands in an address: `web.works`, `tried.clear-cache`. */
export type Segment = `${string}.${string}`

/** The name that stands before a fix that did not help; no question may be called so. */
export const TRIED = 'tried'

/** Where giscus is; nothing else of another host is ever admitted into a page. */
export const GISCUS = 'https://giscus.app'

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
  /** The form for an answer to a comment. */
  replyTo: (thread: string, comment: string) => `/threads/${thread}/?reply=${comment}#write`,
  /** The same for machines. */
  threadJson: (thread: string) => `/threads/${thread}.json`,
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
  challenge: (thread: string) => `/challenge?thread=${thread}`,
  health: () => '/healthz',
  /** The discussion of an article on GitHub, found by the name of its thread. */
  discussions: ({ repo }: Giscus, thread: string) =>
    `https://github.com/${repo}/discussions?discussions_q=${encodeURIComponent(`in:title ${thread}`)}`,
  /** The frame in which giscus shows it; the element adds the page and the theme. */
  giscus: ({ repo, repoId, category, categoryId }: Giscus, thread: string) =>
    `${GISCUS}/en/widget?${new URLSearchParams({ repo, repoId, category, categoryId, term: thread, strict: '1', reactionsEnabled: '1', emitMetadata: '0', inputPosition: 'top' })}`,
} as const

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>) => {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length ? `${path}?${new URLSearchParams(set)}` : path
}

/** What a list of comments at `/moderate/` shows. */
export interface DeskSearch {
  status?: string | undefined
  text?: string | undefined
  thread?: string | undefined
  /** The last comment of the page before. */
  before?: string | undefined
  /** The entry of the log that the page tells of. */
  did?: string | undefined
}

/** The addresses of moderation; apart, because no other page needs them. */
export const moderationLinks = {
  desk: (search: DeskSearch = {}) => withQuery('/moderate/', { ...search }),
  signIn: () => '/moderate/sign-in',
  signOut: () => '/moderate/sign-out',
  comment: (id: string, did?: string) => withQuery(`/moderate/comments/${id}/`, { did }),
  /** Where approving, hiding and the like are sent to. */
  act: (id: string, action: string) => `/moderate/comments/${id}/${action}`,
  undo: (entry: number) => `/moderate/log/${entry}/undo`,
  log: (query: { before?: string; comment?: string } = {}) => withQuery('/moderate/log/', query),
  /** The form that makes an FAQ entry of a comment, with the answer that is chosen for it. */
  promote: (id: string, query: { answer?: string | undefined; did?: string } = {}) =>
    withQuery(`/moderate/comments/${id}/faq/`, query),
  /** A style sheet or script of these pages. */
  file: (name: string) => `/moderate/files/${name}`,
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
