import { en } from './en'

/** The words of the interface, in the site's language. */
export const messages = en

/** The words of comments alone: what their script takes along. */
export { comments as commentMessages } from './en-comments'
