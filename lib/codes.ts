/**
 * Error codes as people write them. One shape for all: upper case, without `0x`, spaces or dashes, so that
 * `0xcaa2 0002`, `CAA-20002` and `caa20002` are the same code.
 */
export function normaliseCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\-_.:]/g, '')
    .replace(/^(0X)+/, '')
}

/** Where in a pasted message a code may stand: hex codes, numbered server messages, long plain numbers. */
const CODE =
  /AADSTS\s?\d{4,7}|(?:0x)?C\s?A{1,2}[\s-]?(?:[0-9A-F][\s-]?){4,5}(?![0-9A-Z])|0x[0-9A-F]{8}|\b[0-9A-F]{8}\b|-?\b\d{4,10}\b/gi

/** The codes in a pasted message, normalised, each once, in the order in which they stand. */
export function findCodes(text: string): string[] {
  return [...new Set([...text.matchAll(CODE)].map(([found]) => normaliseCode(found)))]
}
