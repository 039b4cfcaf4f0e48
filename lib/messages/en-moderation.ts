import type { PersonalKind } from '../personal-data'
import { comments } from './en-comments'

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** The words of moderation in English. */
export const moderation = {
  title: 'Moderation',
  signedIn: 'Signed in as',
  signOut: 'Sign out',
  log: 'Log',
  queue: 'Comments',

  signIn: {
    title: 'Sign in to moderate',
    lead: 'Your token says who you are: what you do is logged under the name that belongs to it.',
    token: 'Token',
    submit: 'Sign in',
    wrong: 'No moderator has this token. Check that all of it was pasted.',
    ended: 'You are signed out. Sign in again to go on; nothing was done.',
    signedOut: 'You are signed out.',
    hours: (hours: number) => `You stay signed in for ${hours} hours on this browser, or until you sign out.`,
  },

  off: {
    title: 'Moderation is off',
    lead: 'Nobody can moderate here, because no moderators are named.',
    how: 'Start the server with a name and a token for each moderator in the environment variable MODERATORS:',
    draw: 'Draw a token for each with:',
    after:
      'Then open this page again and sign in with the token. Without moderators, comments that wait stay invisible; the command line can approve them:',
  },

  tabs: { waiting: 'Waiting', approved: 'Approved', hidden: 'Hidden' },
  tabsLabel: 'Comments by status',
  search: {
    label: 'Search',
    hint: 'Words of the text, the name or the article',
    submit: 'Search',
    clear: 'Show all',
    found: (words: string) => `Only comments with “${words}”.`,
    inThread: 'Only comments on',
  },
  empty: {
    waiting: 'Nothing waits. All comments have been read.',
    approved: 'No comment has been approved yet.',
    hidden: 'No comment is hidden.',
    search: 'No comment matches. Look among the others, or with fewer words.',
  },
  next: 'Next page',
  first: 'First page',

  comment: {
    on: 'on',
    goneArticle: 'an article that is no longer published',
    by: (name: string) => name || comments.nobody,
    answers: 'answers',
    personal: 'May be personal:',
    personalKinds: (kinds: readonly PersonalKind[]) =>
      [...new Set(kinds)].map((kind) => comments.personal.kind[kind]).join(', '),
    source: 'As it was typed',
    banned: 'Writer banned',
    likeStaff: 'Uses a moderator’s name, but was not written by one',
    status: { waiting: 'Waiting', approved: 'Approved', hidden: 'Hidden', deleted: 'Deleted' },
    here: 'See it in its thread',
    history: 'What was done to it',
    deleted: 'This comment was deleted. Its text and name are gone.',
    none: 'There is no such comment. It may have been moved from another store, or never existed.',
  },

  actions: {
    approve: 'Approve',
    hide: 'Hide',
    pin: 'Pin',
    unpin: 'Unpin',
    unban: 'Lift the ban',
    delete: 'Delete …',
    deleteLead:
      'Its text and name are overwritten, everywhere and for good. This cannot be undone. Hiding can.',
    deleteSure: 'Delete for good',
    ban: 'Ban writer …',
    banLead:
      'For 30 days, nothing more is taken from the connection and the browser that this was sent from. Their address is not known: only a keyed hash of it. Others behind the same connection may be shut out too.',
    banSure: 'Ban for 30 days',
    answer: 'Answer …',
    answerLabel: 'Your answer',
    answerLead: (name: string) => `Published at once as ${name}, marked as staff and pinned.`,
    answerApproves: 'The comment is approved with it.',
    answerSend: 'Publish answer',
    promote: 'Make an FAQ entry',
  },

  done: {
    approve: (name: string) => `Approved: the comment of ${name}.`,
    hide: (name: string) => `Hidden: the comment of ${name}.`,
    delete: (name: string) => `Deleted: a comment${name ? ` of ${name}` : ''}.`,
    pin: (name: string) => `Pinned: the comment of ${name}.`,
    unpin: (name: string) => `No longer pinned: the comment of ${name}.`,
    ban: (name: string) => `Banned: the writer who calls themselves ${name}.`,
    unban: (name: string) => `Ban lifted: the writer who calls themselves ${name}.`,
    answer: (name: string) => `Published: your answer to ${name}.`,
    promote: () => 'Written: a draft for the FAQ.',
    undo: () => 'Taken back.',
    undoButton: 'Undo',
    hideAnswer: 'Hide the answer again',
  },

  problems: {
    title: 'Nothing was done',
    formToken: 'This form was not made for your session. Open the page again and press once more.',
    handled: (who: string, what: string, when: string) =>
      `Somebody else was quicker: ${who} did “${what}” to this comment ${when}. Look at it as it is now.`,
    edited: 'Its writer has changed the text since you opened the page. Read it as it is now.',
    changed: 'This comment is no longer as you saw it. Look at it as it is now.',
    deleted: 'This comment has been deleted in the meantime.',
    noComment: 'There is no such comment.',
    tooLate: 'That cannot be undone any more: something newer was done to the comment.',
    noEntry: 'There is nothing to undo in this entry of the log.',
    answerEmpty: 'Write an answer first.',
    tooDeep: 'Answers go no deeper here. Answer the comment above it.',
    duplicate: 'The same answer stands there already.',
    typed: 'Your answer, to be copied:',
    unknown: 'There is no such action.',
    back: 'Back to the comments',
    show: 'Show the comment',
  },

  when: {
    now: 'just now',
    minutes: (minutes: number) => `${count(minutes, 'minute', 'minutes')} ago`,
    hours: (hours: number) => `${count(hours, 'hour', 'hours')} ago`,
    days: (days: number) => `${count(days, 'day', 'days')} ago`,
    exact: (at: number) =>
      new Date(at).toLocaleString('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'UTC',
        timeZoneName: 'short',
      }),
  },

  logPage: {
    title: 'What moderators did',
    lead: 'Every action, the newest first. Lines are never changed or removed.',
    of: 'What was done to one comment',
    empty: 'Nothing has been done yet.',
    comment: 'Comment',
    ofComment: 'comment',
    was: (state: string) => `was ${state}`,
    until: (date: string) => `until ${date}`,
    undo: 'Undo',
    older: 'Older entries',
    names: {
      approve: 'approve',
      hide: 'hide',
      delete: 'delete',
      pin: 'pin',
      unpin: 'unpin',
      ban: 'ban',
      unban: 'lift ban',
      answer: 'answer',
      promote: 'make an FAQ entry',
      undo: 'undo',
    },
  },

  keys: {
    on: 'Keyboard shortcuts',
    help: 'Show shortcuts',
    close: 'Close',
    list: [
      ['j', 'next comment'],
      ['k', 'previous comment'],
      ['a', 'approve'],
      ['h', 'hide'],
      ['d', 'delete (asks first)'],
      ['r', 'answer'],
      ['u', 'undo the last action'],
      ['/', 'search'],
      ['?', 'this list'],
    ],
    note: 'They do nothing while you type. The switch turns them off.',
    failed: 'That did not arrive. Check the connection and press again.',
    left: (left: number) =>
      left === 0 ? 'The list is empty.' : `${count(left, 'comment', 'comments')} left here.`,
  },

  promote: {
    title: 'Make an FAQ entry',
    lead: 'This writes a draft for the authors. The comment stays where it is.',
    from: 'Made from',
    answerOf: 'Answer from',
    theComment: 'the comment itself',
    question: 'Question',
    questionHint: 'As the next reader would ask it.',
    id: 'Id',
    idHint: 'Lower case with hyphens: the file’s name and its place on the page.',
    guides: 'Guides it belongs to',
    answer: 'Answer',
    answerHint:
      'MDX, as in every article: the first sentence is the short answer. Signs that the visitor typed stand behind a \\ so that they are text.',
    save: 'Write the draft',
    download: 'Download instead',
    problems: 'The draft was not written: the content check refuses it.',
    exists: (file: string) => `${file} exists already and was left as it is. Choose another id.`,
    noPlace: (folder: string) =>
      `The server cannot write to ${folder}. Download the file and put it there, where the articles are kept.`,
    unchecked:
      'The articles are not on this server, so the draft was not checked. Run npm run content beside them.',
    badId: 'An id is lower-case letters, digits and single hyphens, such as can-i-use-a-hotspot. At most 80.',
    noQuestion: 'Write the question.',
    longQuestion: (most: number) => `A question has at most ${most} characters.`,
    noGuide: 'Choose at least one guide.',
    noAnswer: 'Write the answer.',
    longAnswer: (most: number) => `An answer has at most ${most.toLocaleString('en')} characters.`,
    mend: 'To mend it:',
    line: (line: number) => `line ${line}`,
    doneTitle: 'The draft is written',
    doneLead: (file: string) => `It lies in ${file}.`,
    toDo: 'What an author still has to do',
    steps: [
      'Check every claim against a source, and name the sources under “sources”.',
      'Set “reviewed” to the day of that check, and remove the two lines about the draft.',
      'Put it into its place among the questions with “rank”, if it is not to come last.',
      'Run npm run content, look at the page with npm run dev, and commit the file.',
      'It is published with the next build: npm run build, then restart the server.',
    ],
    where: (file: string) => `Put the file into the articles as ${file}.`,
  },
} as const
