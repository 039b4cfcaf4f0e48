import type { PersonalKind } from '../personal-data'

const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

/** The words of comments in English. Apart from the others, because the script of the form takes them along. */
export const comments = {
  heading: (count: number) =>
    count === 0 ? 'Comments' : count === 1 ? '1 comment' : `${count.toLocaleString('en')} comments`,
  about: 'Comments on',
  none: 'No comments yet. Did it go differently for you, or is something missing? Tell the next reader.',
  write: 'Write a comment',
  reply: 'Reply',
  replyTo: (name: string) => `Reply to ${name}`,
  inReplyTo: 'in reply to',
  another: 'another comment',
  all: (count: number) => `All ${count.toLocaleString('en')} comments`,
  ownPage: 'These comments on a page of their own',
  feed: 'Feed of comments on this guide',
  nobody: 'A reader',
  staff: 'Staff',
  pinned: 'Pinned',
  edited: 'edited',
  gone: 'This comment was removed.',
  permalink: 'Link to this comment',
  /** Without the number, which follows it. */
  meToo: 'Me too',
  meTooCount: (count: number) =>
    count === 1 ? '1 reader says so' : `${count.toLocaleString('en')} readers say so`,
  meTooDone: 'Counted. Thank you.',
  meTooBefore: 'You had said so already.',
  newer: 'Previous page',
  older: 'Next page',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pages: 'Pages of comments',
  backTo: 'Back to',
  date: (at: number) =>
    new Date(at).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),

  form: {
    name: 'Your name (optional)',
    nameHint: 'Shown beside the comment. Any name will do.',
    body: 'Comment',
    bodyHint: 'Lists with -, `code`, *emphasis* and up to 5 links work.',
    private:
      'Everybody can read it. Leave out e-mail addresses, tenant names, correlation ids, phone numbers and passwords.',
    trap: 'Leave this empty',
    send: 'Send comment',
    sending: 'Sending …',
    waits: 'A first comment is shown once a moderator has read it.',
    keeps: 'No account, no cookie. You can edit it for 15 minutes.',
    left: (count: number) => `${count.toLocaleString('en')} characters left`,
    cancelReply: 'Not a reply after all',
    draft: 'What you typed before is still here.',
    failed: 'It could not be sent. Your text is still here: check the connection and try again.',
    problem: 'The comment was not sent yet.',
  },

  personal: {
    heading: 'Is this meant for everybody?',
    lead: 'This can be read by anybody, and search engines keep it. We found:',
    typing: 'Anybody will be able to read:',
    kind: {
      email: 'e-mail address',
      tenant: 'tenant name',
      id: 'correlation, tenant or device id',
      token: 'sign-in token or key',
      password: 'password',
      user: 'user name in a path',
      computer: 'computer name',
      network: 'network address',
      phone: 'phone number',
    } satisfies Record<PersonalKind, string>,
    removed: (kind: PersonalKind) => `[${comments.personal.kind[kind]} removed]`,
    takeOut: 'Take it out and send',
    sendAnyway: 'Send anyway',
    orEdit: 'Or change the text yourself and press either.',
  },

  problems: {
    empty: 'Write something first.',
    long: (length: number) =>
      `This has ${length.toLocaleString('en')} characters; at most 4,000 fit. Shorten it, or send it in two comments.`,
    lines: (lines: number) =>
      `This has ${lines.toLocaleString('en')} lines; at most 200 fit. Keep those that matter.`,
    links: (links: number) => `This has ${links} links; at most 5 are allowed.`,
    control: 'It holds control characters that cannot be shown. Paste it as plain text.',
    broken:
      'It holds half a character, which cannot be stored. Delete the last characters and type them again.',
    marks: 'More than five accents stand on one letter. Write it with fewer.',
    nameLong: (length: number) => `This name has ${length.toLocaleString('en')} characters; at most 60 fit.`,
    nameTaken: 'This name belongs to somebody who answers here. Choose another.',
    nameInvisible: 'Nothing of this name can be seen. Leave it empty or use letters.',
    trap: 'The field “Leave this empty” was filled in. Empty it, and send again.',
    parent: 'The comment that you answer is no longer there. You can send yours as a comment of its own.',
    deep: 'This is as deep as replies go. Answer the comment above it.',
    duplicate: 'The same words stand here already. If they are yours, they wait for a moderator.',
    proof: 'The proof of work did not fit or was used before. Send again: a new one is made.',
    banned: 'Comments from your connection are not accepted at the moment.',
    form: 'The form came back incomplete. Open the page again and send it from there.',
    unknownThread: 'There is no article with this name, so nobody can comment on it.',
    noPage: 'There is no such page of comments.',
    noComment: 'There is no such comment, or it is no longer shown.',
    notYours: 'This link does not belong to this comment. Use the one that you were given when you sent it.',
    tooLate: 'The 15 minutes for changes are over. Write another comment to add something.',
  },

  own: {
    title: 'Your comment',
    waiting: 'Waiting for a moderator. Until then only you see it.',
    waitingLead: 'Thank you. Keep the address of this page if you want to look again: it is yours alone.',
    approved: 'It is published.',
    hidden: 'A moderator has taken it away.',
    deleted: 'It is deleted. Nothing of it is kept.',
    deletedTitle: 'Deleted',
    until: (left: number) =>
      `You can edit or delete it for ${minutes(Math.max(1, Math.round(left / 60_000)))} more.`,
    edit: 'Edit',
    save: 'Save changes',
    delete: 'Delete',
    deleteSure: 'Delete it for good',
    saved: 'Saved.',
    yours: 'yours',
    read: 'Go to the comments',
  },

  voteTitle: 'Counted',
  feedTitle: (guide: string) => `Comments on ${guide}`,
  github: {
    link: 'Discuss this on GitHub',
    show: 'Show comments from GitHub',
    note: 'Until you press it, GitHub learns nothing of your visit.',
    title: 'Comments from GitHub',
  },
} as const
