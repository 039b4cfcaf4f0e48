import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { OutcomeCount } from '../../components/outcomes/OutcomeCount'
import type { FixCount } from '../store/store'
import { wilsonInterval } from './wilson'

/** Fewer readers than this say too little: the interval would span half of everything. */
const ENOUGH = 20

/** Shows nothing, but tells the page that outcomes are counted here: see `elements/outcome-report.element.ts`. */
const NOTHING_YET = '<i hidden></i>'

/** What our server writes into `<outcome-count>`: how the fix turned out, once enough readers have told. */
export function renderOutcomeCount({ helped, told }: FixCount = { helped: 0, told: 0 }): string {
  if (told < ENOUGH) return NOTHING_YET
  const interval = wilsonInterval(helped, told)
  return renderToStaticMarkup(createElement(OutcomeCount, { helped, told, interval }))
}
