import { site } from '../../site.config'
import { nameOf } from '../content/graph'
import type { State } from '../diagnosis/belief'
import { links, type Segment } from '../links'
import { messages as t } from '../messages'
import { likelyCauses, type Questionnaire, trailOf } from './view'

/** The message that a reader sends to IT from a point of the questionnaire, as plain text. */
export function reportFor(questionnaire: Questionnaire, segments: readonly Segment[], state: State): string {
  const { guide } = questionnaire
  const trail = trailOf(questionnaire, segments)
  const bullet = (text: string) => `- ${text}`
  const answers = trail.filter(({ kind }) => kind === 'answer').map(({ said }) => bullet(said))
  const tried = trail.filter(({ kind }) => kind === 'tried').map(({ said }) => bullet(said))
  const likely = likelyCauses(questionnaire, state)
    .slice(0, 3)
    .map(({ title, share }) => bullet(`${title} (${t.percent(share)})`))
  return [
    t.report.subject(nameOf(guide)),
    '',
    t.report.opening(guide.title),
    '',
    ...(answers.length ? [t.report.answers, ...answers] : [t.report.noAnswers]),
    ...(tried.length ? ['', t.report.tried, ...tried] : []),
    '',
    t.report.likely,
    ...likely,
    '',
    ...t.report.fill,
    '',
    t.report.link,
    site.url + links.diagnose(guide, segments),
  ].join('\n')
}
