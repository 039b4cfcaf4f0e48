import type { Fix } from '../content/documents'
import type { UnusedReason } from '../diagnosis/policy'
import { comments } from './en-comments'
import { moderation } from './en-moderation'

/** Every word of the interface in English. Articles are not here: they are in `content/`. */
export const en = {
  skip: 'Skip to the content',
  home: 'Home',
  codesNav: 'Error codes',
  theme: { label: 'Theme', light: 'light', dark: 'dark', auto: 'auto' },
  breadcrumb: 'You are here',
  notAdvice:
    'Minutes and odds on this site are estimates by its authors until enough readers have reported back.',
  allOnOnePage: 'The whole guide on one page, to print or send',
  estimate: 'estimate',
  reviewed: (date: string) => `Last checked against its sources on ${date}.`,
  sources: 'Sources',
  sourceWithoutLink: 'read from its publisher’s repository; public address not confirmed',
  copy: 'Copy',
  copied: 'Copied',
  share: 'Copy the link to this page',
  table: 'Table',

  front: {
    title: 'What does your screen say?',
    lead: 'Paste the error message or its code. You get a few questions, then the fixes in the order that gets you working soonest.',
    label: 'Error message or code',
    find: 'Find it',
    guides: 'Or choose your error',
    products: 'Products',
    how: 'How it works',
    steps: [
      'You say what you see: a few short questions, and “I’m not sure” is always an answer.',
      'You get the fixes in order: likely and quick ones first, with what each could cost you.',
      'If it is not yours to fix, you get a message for your IT team, filled in.',
    ],
    light: 'Every page is small and works without JavaScript, so it opens on a bad connection.',
  },

  product: {
    guides: 'Errors',
    fixes: 'Fixes',
    causes: 'Causes',
    faq: 'Questions people ask',
    codes: 'All error codes',
    support: (vendor: string) => `${vendor}’s own pages`,
    allFixes: (product: string) => `Every fix for ${product}`,
    allCauses: (product: string) => `Every cause in ${product}`,
    allFixesLead:
      'Not sure which one is yours? Start from the error: the questions leave out what does not fit.',
    allCausesLead: 'What can be behind a sign-in error, and how to recognise it.',
  },

  guide: {
    start: (questions: number) =>
      questions === 1 ? 'Find my fix: 1 short question' : `Find my fix: about ${questions} short questions`,
    startNote: (minutes: string, handover: string) =>
      `On average ${minutes} until it is solved, by you or by IT (estimate; help from IT counts ${handover}).`,
    workingNow: 'Need to get to work right now?',
    causes: 'What is usually behind it',
    fixes: 'Every fix, the quickest odds first',
    fixesNote: 'The chance is for somebody who has answered nothing yet. Your answers change this order.',
    faq: 'Questions people ask',
    decides: 'How the questions are chosen',
    also: 'Did you mean',
    code: 'Error code',
    elsewhere: 'Something none of these explains',
  },

  ask: {
    progress: (number: number, more: number) => `Question ${number}${more > 0 ? `, about ${more} more` : ''}`,
    howToFind: 'How do I find out?',
    unsure: 'I’m not sure',
    unsureSaid: 'not sure',
    why: 'Why we ask this',
    saves: (minutes: string) => `Asking it saves about ${minutes} on average, against guessing from here.`,
    savesLittle: 'It changes the time little, but it tells causes apart that need different fixes.',
    ifAnswer: (answer: string, cause: string, share: string) =>
      `${answer}: then most likely ${cause} (${share}).`,
    ifUnsure: 'I’m not sure: nothing changes, and we go on with what else you can see.',
    seconds: (seconds: number) =>
      seconds < 50
        ? `About ${Math.max(5, Math.round(seconds / 5) * 5)} seconds`
        : `About ${Math.round(seconds / 60)} min`,
  },

  trail: {
    said: 'You said',
    tried: 'Tried, did not help',
    change: 'Change',
    changeOf: (what: string) => `Change: ${what}`,
    undoOf: (what: string) => `Back to it: ${what}`,
    back: 'Back to it',
    startOver: 'Start over',
    start: 'No answers yet',
  },

  likely: {
    heading: 'Likely causes now',
    other: 'Something else',
    note: 'Estimates from your answers so far.',
    noteFirst: 'Estimates, before any answer.',
    more: (count: number, share: string) => `${count} others share ${share}.`,
  },

  plan: {
    heading: (count: number) => (count === 1 ? 'Your plan: 1 fix' : `Your plan: ${count} fixes`),
    doThis: 'Do this now',
    next: 'Do this next',
    ifNot: 'If it does not help',
    thenQuestion: (question: string) => `Then one more question: ${question}`,
    thenHandover: 'Then hand over to IT, with a message that we fill in.',
    fullPage: 'More about this fix: sources, how to undo it',
    works: 'It works now',
    worksNot: 'Still not working',
    whyThis: 'Why this one now',
    share: (chance: string, cause: string) => `${chance} ${cause}`,
    why: (chance: string, minutes: string) =>
      `It helps about ${chance} people with your answers and takes ${minutes}.`,
    whyCauses: (causes: string) => `It goes at: ${causes}.`,
    whyAgainst: (causes: string) => `Your answers all but rule out: ${causes}.`,
    onlyFor: (who: string) => `Only if this is you: ${who}.`,
    skip: 'Not you? Skip to what comes next',
  },

  works: {
    heading: 'Good. You are done.',
    lead: 'If it comes back, this page has the same address: keep the link.',
    tell: 'Somebody near you has the same error? Send them the start of the questions:',
    undo: 'Switched something off for the test? Switch it on again now: VPN, antivirus, ad blocker.',
  },

  handover: {
    heading: 'Hand it over to IT',
    lead: 'From here, somebody with more rights than you finds it sooner than another try would. That is no failure: several causes of this error can be ended only by an administrator.',
    leadUntried: 'Your answers point at something that is not yours to fix. You need not try anything first.',
    report: 'Message for IT',
    reportNote:
      'Copy it, fill in the lines that end in a colon, and send it to your IT team only. It names no person until you add one.',
    look: 'What IT should look at first',
    how: 'Where to find these details',
    noIt: 'No IT team? Whoever set up your account or pays for Microsoft 365 is your administrator.',
  },

  report: {
    subject: (code: string) => `${code} when signing in`,
    opening: (title: string) => `I get ${title} and cannot sign in.`,
    answers: 'What I see:',
    noAnswers: 'I have answered no questions yet.',
    tried: 'Tried without success, or not possible here:',
    likely: 'What this points at (estimates):',
    fill: [
      'Server message (AADSTS…):',
      'Correlation ID:',
      'Time of the error, with time zone:',
      'My user name:',
      'Name of the computer:',
      'Network (office, home, VPN):',
    ],
    link: 'These answers as a page:',
  },

  fix: {
    takes: 'Takes',
    risk: 'Risk',
    needs: 'You need',
    for: 'For',
    chance: 'Chance',
    everybody: 'Everybody',
    chanceValue: (share: string, code: string) => `${share} who see ${code}`,
    cures: 'What it cures',
    curesHow: { often: 'usually', some: 'sometimes', rare: 'rarely' },
    worksAround: 'What it works around',
    check: 'Check that it worked',
    undo: 'How to undo it',
    jump: 'Your version',
    back: 'Back to your plan',
    inPlan: 'This fix is part of your plan.',
    startQuestions: 'Not sure that this is your fix?',
    startQuestionsLink: (questions: number) => `Answer about ${questions} short questions`,
    after: 'First try',
    loses: 'You may lose',
    stepLink: (step: number) => `Link to step ${step}`,
    onlyFor: (who: string) => `For ${who}`,
    you: 'You should see',
  },

  cause: {
    signs: 'How to recognise it',
    fixes: 'What ends it',
    owner: 'Who can end it',
    share: 'How common',
    shareValue: (share: string, code: string) => `behind about ${share} of ${code} (estimate)`,
    noFix: 'There is nothing that you could do about it yourself. Hand it over:',
    start: 'Is it yours? The questions tell:',
  },

  owner: { reader: 'You', it: 'Your IT team', vendor: 'The vendor' },

  evidence: {
    label: 'Evidence',
    documented: 'The vendor documents it for this error.',
    reported: 'People have reported it first-hand.',
    reasoned: 'Our conclusion from documented facts; nobody has counted.',
    none: 'No evidence for this error found.',
  },

  risk: {
    none: 'None: nothing is lost',
    restart: 'Restarts the computer',
    'signs-you-out': 'You sign in again',
    'loses-local-data': 'Local settings are lost',
    irreversible: 'Cannot be undone',
  } satisfies Record<Fix['risk'], string>,

  needs: {
    none: 'Nothing special',
    'admin-rights': 'Administrator rights',
    'another-device': 'Another device',
    'it-team': 'Your IT team',
  },

  minutes: (minutes: number) => {
    const whole = Math.round(minutes)
    return minutes < 1 ? 'less than a minute' : `${whole} min`
  },
  aboutMinutes: (minutes: number) =>
    minutes < 1 ? 'less than a minute' : `about ${Math.round(minutes)} minutes`,
  precise: (minutes: number) => `${minutes.toFixed(2)} min`,
  /** A chance as people say it: "1 in 3". */
  oneIn: (chance: number) => {
    if (chance >= 0.85) return '9 in 10'
    if (chance >= 0.72) return '3 in 4'
    if (chance >= 0.6) return '2 in 3'
    if (chance >= 0.42) return '1 in 2'
    if (chance <= 0.01) return 'fewer than 1 in 100'
    return `1 in ${Math.round(1 / chance)}`
  },
  percent: (share: number) => (share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`),
  date: (iso: string) =>
    new Date(iso).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
  list: (words: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(words),

  codes: {
    title: 'Error codes',
    lead: 'Every code that we know, what it says, and who can end it. Paste a whole message: the code in it is found.',
    count: (count: number) => `${count} codes`,
    families: 'How to read a code',
    familiesNote: 'The letters after 0x tell where it came from.',
    messages: 'Numbers after AADSTS',
    messagesNote: 'The sign-in window may show a line with one of these. It says more than the code.',
    code: 'Code',
    meaning: 'What it says',
    documented: 'What the documentation advises',
    owner: 'Who can end it',
    guide: 'Open the guide',
    see: 'What helps today',
    unknown: 'We have no page for this code yet.',
    unknownFamily: 'Codes that begin like it read so:',
    none: 'No code found in what you pasted. A code looks like CAA20002 or 0x80090016.',
    moved: (code: string) => `${code} has its own guide:`,
    metaTitle: (code: string) => `${code}: what it means`,
  },

  faq: {
    title: (product: string) => `Questions about ${product}`,
    link: 'Link to this question',
    lead: 'Short answers first, then the reason.',
  },

  decides: {
    title: 'How it decides',
    lead: (code: string) =>
      `The questions for ${code} were not put in order by hand. Authors estimate how common each cause is, what each answer says about it, what each fix cures and how long it takes. From these numbers a program works out which question or fix to put next, so that the expected time until the problem is gone is as short as it can find.`,
    compare: 'How long it takes on average',
    compareNote: (other: string) =>
      `Expected minutes until it is solved, by these estimates. Handing over to IT counts ${other}.`,
    order: 'The usual order, no questions',
    bestFixedOrder: 'The best order, no questions',
    lookahead: 'Questions, one step ahead',
    tree: 'This questionnaire',
    bound: 'No method can beat',
    saving: (share: string) => `${share} less time than the usual order of such articles.`,
    optimal: 'Proven to be the best possible.',
    within: (share: string) => `At most ${share} above a proven lower bound; the true best lies between.`,
    shape: 'The tree',
    shapeNote: (pages: number, questions: string) =>
      `${pages} pages; a reader answers ${questions} questions on average. The picture shows the first levels: thicker lines are taken more often. Below it is the whole tree as text.`,
    picture: 'The first levels of the tree',
    whole: 'The whole tree as text',
    here: 'you are here',
    cap: (minutes: string) => `Keeping the tree small enough to publish costs ${minutes} on average.`,
    unusedFixes: 'Fixes that no path leads to, and why',
    unusedQuestions: 'Questions that are never asked, and why',
    allUsed: 'None: every one is used.',
    priors: 'The estimates: causes',
    fixes: 'The estimates: fixes',
    reach: 'Readers who are shown it',
    ifWrong: 'If an estimate is wrong',
    ifWrongNote: (estimates: number) =>
      `Each of the ${estimates} numbers behind this tree is an estimate. For each, we doubled its odds and halved them, and looked for a tree that would then do better.`,
    robust:
      'None was found: no single estimate that is off by this much would make another tree worth having.',
    otherCauses: 'all other causes',
    estimateOf: {
      cause: (cause: string) => `How common “${cause}” is`,
      answer: (answer: string, cause: string) => `How often people with “${cause}” say “${answer}”`,
      cure: (fix: string, cause: string) => `How often “${fix}” ends “${cause}”`,
    },
    shift: (estimate: string, more: boolean, minutes: string, complete: boolean) =>
      `${estimate}: if its odds are ${more ? 'twice' : 'half'} what we think, another tree saves ${complete ? '' : 'at least '}${minutes}.`,
    step: { ask: (question: string) => `ask “${question}”`, try: (fix: string) => `try “${fix}”` },
    flip: (after: string | undefined, instead: string, now: string) =>
      `${after ? `After “${after}” it` : 'It'} would ${instead}, not ${now}.`,
    check: (estimate: string, minutes: string) =>
      `Most worth checking: ${estimate.charAt(0).toLowerCase()}${estimate.slice(1)}. To know it would save about ${minutes} for each reader.`,
    how: 'How the numbers are used',
    howBody: [
      'One cause at a time is assumed. Each answer multiplies the odds of every cause by how often people with that cause give it; a fix that did not help counts as evidence too.',
      'A fix is worth trying while its chance of helping per minute beats handing over. A question is asked when what its answers change saves more time than asking costs.',
      'No single answer can rule a cause out completely, because people answer wrongly now and then. Questions that measure the same thing are not counted twice.',
      'This is decision-theoretic troubleshooting (Heckerman, Breese and Rommelse, 1995): the quantity that is made small is the expected cost of repair, in minutes.',
    ],
    reasons: {
      'slower-than-escalation': 'even with the best answers for it, IT is quicker by our estimates',
      'better-fix-first': 'another fix does the same sooner',
      'cures-nothing': 'it cures none of these causes',
      'never-allowed': 'what must be tried before it can never all be tried',
      'tells-nothing': 'its answers are as likely whatever the cause',
      'not-worth-asking': 'its answers would not save the time that asking takes',
      'over-the-page-cap': 'it would help few people and is left out to keep the tree small',
    } satisfies Record<UnusedReason, string>,
    plan: (count: number, first: string) => (count === 1 ? first : `${first}, then ${count - 1} more`),
    handover: 'Hand over to IT',
    more: (count: number) => (count === 1 ? '1 rarer answer' : `${count} rarer answers`),
    readers: (share: string) => `${share} of readers`,
  },

  all: {
    title: (title: string) => `${title}: the whole guide`,
    lead: 'Everything on one page. Print it, save it, or send it to somebody without a connection.',
    contents: 'Contents',
    address: 'Online at',
  },

  lost: {
    title: 'This page does not exist',
    lead: 'The address may be mistyped, or the page has moved.',
    looking:
      'This questionnaire has changed since the link was made. Looking for the page that fits your answers…',
    try: 'Try one of these:',
  },

  outcomes: {
    note: 'What you press here is counted, without your name or address. It tells us which fixes work.',
    passedOn: 'I have passed it on',
    bad: (field: string, expected: string) => `This outcome cannot be read: ${field || 'it'}: ${expected}.`,
    unknown: (what: string) => `The site does not have what this outcome names: ${what}.`,
    helped: (helped: number, told: number) =>
      `Helped ${helped.toLocaleString('en')} of ${told.toLocaleString('en')} readers who told us.`,
    /** Both are numbers of 100. */
    interval: (low: number, high: number) =>
      `That makes ${low === high ? `about ${low}` : `between ${low} and ${high}`} of 100, 95 % sure.`,
  },

  dropped: 'Some answers in the link no longer exist and were left out. Everything else is as it was.',

  moved: {
    title: 'This article has moved',
    lead: 'It now stands here:',
  },

  comments,
  moderation,

  server: {
    errorTitle: 'That did not work',
    keepText: 'What you typed is still in the form: your browser’s Back button leads there.',
    crossSite:
      'This was sent from another site, so it was refused. Open the page here and send it from there.',
    tooLarge: (most: number) => `That is too much: at most ${most.toLocaleString('en')} bytes are read.`,
    tooSlow: 'It took too long to arrive. Check your connection and send it again.',
    brokenOff: 'The connection broke off before everything had arrived. Send it again.',
    notUtf8: 'The text is not valid UTF-8, so it cannot be read.',
    badForm: 'The form could not be read: it is not valid UTF-8 in the encoding of forms.',
    badJson: 'The JSON could not be read: expected an object whose fields are texts, numbers or booleans.',
    wrongType: 'Expected a form (application/x-www-form-urlencoded) or JSON (application/json).',
    tooOften: (seconds: number) =>
      seconds < 90
        ? `That was too often. Wait ${seconds} seconds, then try again.`
        : `That was too often. Wait ${Math.ceil(seconds / 60)} minutes, then try again.`,
    broken: 'The server made a mistake. It has been noted; please try again in a minute.',
    reference: (id: string) => `If you report it, name this request: ${id}`,
  },
}
