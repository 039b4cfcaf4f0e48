import { ArticleBody } from '@/components/article/ArticleBody'
import { OutcomeReport } from '@/components/outcomes/OutcomeReport'
import { CopyText } from '@/components/shell/CopyText'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import { reportFor } from '@/lib/questionnaire/report'
import type { Stop } from '@/lib/questionnaire/states'
import { likelyCauses, type Questionnaire, saidOf } from '@/lib/questionnaire/view'
import { Frame } from './Frame'

/** The end of a path that the reader cannot walk alone: a message for IT, filled in, and what to look at. */
export function HandoverPage({ questionnaire, stop }: { questionnaire: Questionnaire; stop: Stop }) {
  const { graph, guide } = questionnaire
  const article = graph.fix(guide.product, guide.handover)
  const suspects = likelyCauses(questionnaire, stop.state)
    .flatMap(({ cause, share }) => (cause ? [{ cause, share }] : []))
    .slice(0, 4)
  return (
    <Frame questionnaire={questionnaire} stop={stop}>
      <h1>{t.handover.heading}</h1>
      <p className="lead">{stop.state.tried.length ? t.handover.lead : t.handover.leadUntried}</p>
      <h2>{t.handover.report}</h2>
      <p className="quiet mb-3">{t.handover.reportNote}</p>
      <CopyText>
        <pre>{reportFor(questionnaire, stop.segments, stop.state)}</pre>
      </CopyText>
      <OutcomeReport />
      <h2>{t.handover.look}</h2>
      <ul className="list-disc ps-5">
        {suspects.map(({ cause, share }) => (
          <li key={cause.id}>
            <a href={links.cause(cause)}>{cause.title}</a> ({t.percent(share)}). {cause.summary}
          </li>
        ))}
      </ul>
      <p className="note">{t.handover.noIt}</p>
      <h2>{t.handover.how}</h2>
      <div className="prose">
        <ArticleBody article={article} setting={{ saidOf: saidOf(graph, guide.product), deeper: 1 }} />
      </div>
    </Frame>
  )
}
