import type { Probability } from './model'

/**
 * How much of an answer is fresh evidence when `answered` overlapping questions were answered before it.
 *
 * Each question of an overlapping group sees the same thing through its own window. We let a new answer be
 * a fresh look with probability 1/(1+k), and otherwise a repeat of one of the k earlier looks: the Chinese
 * restaurant process with concentration 1 (Aldous 1985), in which k+1 exchangeable observations are
 * expected to hold 1 + 1/2 + … + 1/(k+1) different ones. A group is so worth the logarithm of its size.
 */
export function freshShare(answered: number): Probability {
  return 1 / (1 + answered)
}

/**
 * P(answer | cause) of one cause when k overlapping questions were answered before, from its plain table.
 *
 * A repeat says nothing new of the cause: given that the reader is not unsure, its answer is drawn from
 * `typical`, the distribution of answers over all causes. So with w = `freshShare(k)`
 *
 *     P_k(a | c) = w P(a | c) + (1 - w) (1 - P(unsure | c)) typical(a)     for a other than unsure,
 *
 * and `unsure` keeps its chance. For each cause the answers still sum to 1; every likelihood ratio between
 * two causes that are equally often unsure lies between the plain one and 1; and P_k is a garbling of P in
 * Blackwell's sense, so a question is never worth more for having been asked later. (Tempering by a power
 * fails the last: it makes rare answers common.) The lower bounds of the compiler rest on this.
 */
export function weakenAnswers(
  plain: readonly Probability[],
  typical: readonly Probability[],
  unsure: number,
  answered: number,
): Probability[] {
  if (answered === 0) return [...plain]
  const fresh = freshShare(answered)
  const sure = 1 - (plain[unsure] ?? 0)
  return plain.map((chance, answer) =>
    answer === unsure ? chance : fresh * chance + (1 - fresh) * sure * (typical[answer] ?? 0),
  )
}
