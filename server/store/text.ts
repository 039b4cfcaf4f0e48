import { createHash } from 'node:crypto'

/**
 * Text that both databases keep as it is. PostgreSQL refuses U+0000, SQLite cuts the text off there, and
 * neither can store half a surrogate pair: all become U+FFFD, as CommonMark has it for U+0000.
 */
export function cleanText(text: string): string {
  return (text.isWellFormed() ? text : text.toWellFormed()).replaceAll('\0', '\uFFFD')
}

/** Text for finding it whatever its case and form of letters; the same in every database. */
export function foldText(text: string): string {
  return cleanText(text).normalize('NFKC').toLowerCase()
}

/** The same for texts that differ only in case, white space, form of letters and invisible characters. */
export function hashWords(thread: string, body: string): string {
  const words = foldText(body).replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu, '')
  return createHash('sha256').update(`${thread}\n${words}`).digest('base64url')
}

/** What the moderators' search looks into. */
export function searchable(comment: { thread: string; name: string; body: string }): string {
  return [comment.thread, comment.name, comment.body].map(foldText).join('\n')
}
