import { links, type Segment } from '../../lib/links'
import { guide, samples } from './site'

// A plan reached by answers alone; old addresses are made from it.
const { segments } = samples.plan

const diagnose = (parts: readonly string[]) => links.diagnose(guide, parts as Segment[])

/** Addresses that earlier trees may have given out, and where each leads today. */
export const oldAddresses = [
  {
    what: 'an answer that no longer exists is dropped',
    old: diagnose([...segments, 'moon.full']),
    today: diagnose(segments),
    dropped: true,
  },
  {
    what: 'a question that no longer has such an answer is asked again',
    old: diagnose([...segments.slice(0, -1), `${segments.at(-1)?.split('.')[0]}.perhaps`]),
    today: diagnose(segments.slice(0, -1)),
    dropped: true,
  },
  {
    what: 'a fix that is no longer next is dropped',
    old: diagnose([...segments, 'tried.no-such-fix']),
    today: diagnose(segments),
    dropped: true,
  },
  {
    what: 'answers in another order lead to the same page, and nothing is dropped',
    old: diagnose([...segments].reverse()),
    today: diagnose(segments),
    dropped: false,
  },
  {
    what: 'an address of which nothing is left leads to the first question',
    old: diagnose(['moon.full', 'tide.high']),
    today: diagnose([]),
    dropped: true,
  },
] as const
