import type { Moderator } from '../config'

/** Letters of other scripts that look like Latin ones, and the signs that people put for letters. */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    a: 'аαɑ@4',
    b: 'вβ8',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еεё3',
    h: 'һнη',
    i: 'іιı1!|l',
    j: 'јϳ',
    k: 'кκ',
    m: 'мμ',
    n: 'пν',
    o: 'оοσ0',
    p: 'рρ',
    s: 'ѕ5$',
    t: 'тτ7',
    u: 'υ',
    v: 'ѵ',
    w: 'ѡω',
    x: 'хχ',
    y: 'уγ',
    z: 'ᴢ2',
  }).flatMap(([letter, looks]) => [...looks].map((look) => [look, letter])),
)

/** What a name looks like at a glance: no case, accents, spaces or disguises. */
function skeletonOf(name: string): string {
  return [...name.normalize('NFKD').toLowerCase()]
    .map((sign) => LOOKALIKES[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const ROLES = ['staff', 'moderator', 'admin', 'administrator', 'official', 'team', 'support'].map(skeletonOf)

const withoutRole = (skeleton: string) => ROLES.reduce((name, role) => name.replace(role, ''), skeleton)

/** Does a typed name pass for that of a moderator, or claim to be one? The badge comes only from a sign-in. */
export function resemblesStaff(name: string, moderators: readonly Pick<Moderator, 'name'>[]): boolean {
  const taken = new Set(moderators.map((moderator) => skeletonOf(moderator.name)))
  // A sign may stand for a letter (an@) or be one too many (Staff!).
  return [name, name.replace(/[^\p{L}\p{M}\p{N}]/gu, '')].some((spelling) => {
    const skeleton = skeletonOf(spelling)
    const bare = withoutRole(skeleton)
    return skeleton !== '' && (bare === '' || taken.has(skeleton) || taken.has(bare))
  })
}
