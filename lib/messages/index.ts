import { en } from './en'

/** The words of the interface, in the site's language. */
export const messages = en
