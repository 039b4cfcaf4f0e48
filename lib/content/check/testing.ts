import { type Change, changeKitchenSink } from '../fixtures/kitchen-sink'
import { checkContent, formatProblems } from './index'

/** The day on which tests run. */
export const today = '2026-11-22'

/** What an author reads after changes to the kitchen sink, as printed. */
export function problemsAfter(changes: Readonly<Record<string, Change>>): string {
  const articles = changeKitchenSink(changes)
  // Pictures are found among the articles, so the folder need not exist.
  return formatProblems(checkContent(articles, { contentFolder: 'content', today }))
}

/** What an author reads when a fix has this body. */
export function problemsOfBody(body: string): string {
  const head = kitchenFix
  return problemsAfter({ 'fixes/plug-it-in.mdx': `${head}\n${body}\n` })
}

/** Frontmatter of twelve lines, the last of which is the second `---`. */
const kitchenFix = `---
title: Plug it in
summary: Heat comes out of the wall.
minutes: 1
risk: none
cures: { unplugged: 0.9 }
evidence: reasoned
check: The slots grow warm.
undo: Pull the plug.
aliases: []
reviewed: 2026-11-20
---`

/** Steps that are right, for bodies that are about something else. */
export const steps = `<Steps>
1. Do it.

   <See>It is done.</See>
</Steps>`
