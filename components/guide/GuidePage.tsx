import { ArticleBody } from '@/components/article/ArticleBody'
import { Sources } from '@/components/article/Sources'
import { CommentPlace } from '@/components/comments/CommentPlace'
import { Bar } from '@/components/diagnosis/Bars'
import { LikelyCauses } from '@/components/diagnosis/LikelyCauses'
import { Workarounds } from '@/components/diagnosis/Workarounds'
import { Crumbs } from '@/components/shell/Crumbs'
import { Page } from '@/components/shell/Page'
import { links } from '@/lib/links'
import { messages as t } from '@/lib/messages'
import {
  expectedQuestions,
  fixesByOdds,
  likelyCauses,
  type Questionnaire,
  START,
  saidOf,
} from '@/lib/questionnaire/view'
import { threadOf } from '@/lib/threads'

/** A guide: what the error means, the way to the questions, and everything behind them to browse. */
export function GuidePage({ questionnaire }: { questionnaire: Questionnaire }) {
  const { graph, guide, model, policy } = questionnaire
  const product = graph.product(guide.product)
  const questions = Math.max(1, Math.round(expectedQuestions(policy.root)))
  const code = guide.codes[0]
  return (
    <Page disclaimer={product.disclaimer}>
      <Crumbs above={[{ title: product.short, href: links.product(guide.product) }]} />
      <div className="spread">
        <article>
          <h1>
            {code && (
              <>
                <span className="code-large">{code}</span>{' '}
              </>
            )}
            <span className="eyebrow mt-2">{guide.title}</span>
          </h1>
          <p className="lead">{guide.summary}</p>
          <div className="actions mb-2">
            <a className="action" href={links.diagnose(guide)}>
              {t.guide.start(questions)}
            </a>
          </div>
          <p className="quiet">
            {t.guide.startNote(t.aboutMinutes(policy.ecr), t.minutes(model.escalation.cost))}
          </p>
          <div className="prose">
            <ArticleBody article={guide} setting={{ saidOf: saidOf(graph, guide.product) }} />
          </div>
          <h2 id="fixes">{t.guide.fixes}</h2>
          <p className="quiet mb-3">{t.guide.fixesNote}</p>
          <ol className="ladder">
            {fixesByOdds(questionnaire).map(({ fix, chance }) => (
              <li key={fix.id}>
                <a href={links.fix(fix)}>{fix.title}</a>
                <span className="meta">
                  {t.minutes(fix.minutes)} · {t.oneIn(chance)}
                </span>
                <Bar share={chance} />
              </li>
            ))}
          </ol>
          <Sources sources={graph.sourcesOf(guide)} reviewed={guide.reviewed} />
          <CommentPlace thread={threadOf('guides', guide)} />
        </article>
        <aside>
          <Workarounds fixes={graph.workaroundsOf(guide)} />
          <section>
            <h2>{t.guide.causes}</h2>
            <LikelyCauses causes={likelyCauses(questionnaire, START)} most={12} first />
          </section>
          <section>
            <h2>{t.guide.faq}</h2>
            <ul>
              {graph.faqOf(guide).map((faq) => (
                <li key={faq.id} className="mb-1">
                  <a href={links.faq(faq)}>{faq.question}</a>
                </li>
              ))}
            </ul>
          </section>
          {guide.also.length > 0 && (
            <section>
              <h2>{t.guide.also}</h2>
              <ul>
                {guide.also.map((id) => {
                  const other = graph.guide(guide.product, id)
                  return (
                    <li key={id}>
                      <a href={links.guide(other)}>{other.title}</a>
                    </li>
                  )
                })}
              </ul>
            </section>
          )}
          <ul className="no-print">
            <li>
              <a href={links.wholeGuide(guide)}>{t.allOnOnePage}</a>
            </li>
            <li>
              <a href={links.howItDecides(guide)}>{t.guide.decides}</a>
            </li>
          </ul>
        </aside>
      </div>
    </Page>
  )
}
