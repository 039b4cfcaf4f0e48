import type { ReactNode } from 'react'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import { nameOf } from '@/lib/content/graph'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { DROPPED_NOTE } from '@/lib/questionnaire/resolve'
import type { Stop } from '@/lib/questionnaire/states'
import { likelyCauses, type Questionnaire, trailOf, workaroundsIn } from '@/lib/questionnaire/view'
import { LikelyCauses } from './LikelyCauses'
import { Trail } from './Trail'
import { Workarounds } from './Workarounds'

/** What every page of a questionnaire has around its one task: the trail, the likely causes, the way out. */
export function Frame({
  questionnaire,
  stop,
  beside,
  children,
}: {
  questionnaire: Questionnaire
  stop: Stop
  /** What stands beside the task, above the likely causes. */
  beside?: ReactNode
  children: ReactNode
}) {
  const { graph, guide } = questionnaire
  const product = graph.product(guide.product)
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs
        above={[
          { title: product.short, href: links.product(guide.product) },
          { title: nameOf(guide), href: links.guide(guide) },
        ]}
      />
      <p id={DROPPED_NOTE} className="note at-target">
        {t.dropped}
      </p>
      <Trail items={trailOf(questionnaire, stop.segments)} guide={guide} />
      <div className="spread">
        <div>{children}</div>
        <aside>
          {beside}
          <section>
            <h2>{t.likely.heading}</h2>
            <LikelyCauses
              causes={likelyCauses(questionnaire, stop.state)}
              first={stop.segments.length === 0}
            />
          </section>
          <Workarounds fixes={workaroundsIn(questionnaire, stop.state)} />
          <p className="quiet">
            <a href={`${links.howItDecides(guide)}#${atId(stop.segments)}`}>{t.guide.decides}</a>
          </p>
        </aside>
      </div>
    </Page>
  )
}

/** The id of a point of the questionnaire in the tree on how-it-decides. */
export function atId(segments: readonly string[]): string {
  return `at-${segments.join('/')}`
}
