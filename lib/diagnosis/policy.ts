import type { Probability } from './model'

/** A node of a compiled tree. `reach`: P(a reader gets here). `cost`: expected minutes still to come from here. */
export type PolicyNode =
  /** `answers`: only those that can occur here. */
  | { kind: 'ask'; question: string; reach: Probability; cost: number; answers: Record<string, PolicyNode> }
  /** `chance`: P(it helps, here). `next`: when it did not help. */
  | { kind: 'try'; fix: string; reach: Probability; cost: number; chance: Probability; next: PolicyNode }
  | { kind: 'escalate'; reach: Probability; cost: number }

/**
 * Why a fix or question occurs nowhere in the tree:
 * - `cures-nothing`: no cause that can occur here is cured by it;
 * - `never-allowed`: its conditions (`after`) can never be met;
 * - `slower-than-escalation`: even if its best cause were certain, escalating at once would be quicker;
 * - `better-fix-first`: wherever the tree stands, other fixes or escalation are quicker;
 * - `tells-nothing`: its answers are as likely under every cause;
 * - `not-worth-asking`: it never saves more minutes than it costs where the tree could ask it;
 * - `over-the-page-cap`: the tree without the cap has it.
 */
export type UnusedReason =
  | 'cures-nothing'
  | 'never-allowed'
  | 'slower-than-escalation'
  | 'better-fix-first'
  | 'tells-nothing'
  | 'not-worth-asking'
  | 'over-the-page-cap'

/** A fix or question that the tree does without. */
export interface Unused {
  id: string
  reason: UnusedReason
}

/** A compiled policy and what can be said of it. Costs are expected minutes until the fault is gone. */
export interface Policy {
  root: PolicyNode
  /** Expected cost of this tree. */
  ecr: number
  /** No policy costs less than this; at most `ecr`. */
  bound: number
  /** `ecr` and `bound` agree to 1e-6. */
  optimal: boolean
  /** `order`: the model's own list; `bestFixedOrder`: without questions; `lookahead`: by one-step lookahead. */
  baselines: { order?: number; bestFixedOrder: number; lookahead: number }
  /** Nodes of the tree. */
  nodes: number
  /** Expected cost without the page cap. */
  unlimited: number
  unused: { fixes: Unused[]; questions: Unused[] }
}

export interface PolicyOptions {
  /** At most this many nodes of any kind in the tree, 1 or more; no cap if left out. */
  maxNodes?: number
  /** Work budget of the search beyond exact size, in evaluated situations. Never time, so that results agree. */
  effort?: number
}

export { compilePolicy } from './compile'
