import type { Choice, Kind } from '../kinds.ts'

/** What happened, as a sentence about documents that are named after it. */
const happened: Record<Kind, (who: string | null) => string> = {
  submitted: (who) => `${who ?? 'The platform'} submitted for review:`,
  assigned: (who) => `${who ?? 'The platform'} assigned to you:`,
  returned: (who) => `${who ?? 'The platform'} requested changes:`,
  approved: (who) => `${who ?? 'The platform'} approved:`,
  published: (who) => (who === null ? 'Public now, as scheduled:' : `${who} published:`),
  scheduleFailed: () => 'A scheduled publication failed. Nothing became public:',
  overridden: (who) => `${who ?? 'Somebody'} published without an approval, by override:`,
  mentioned: (who) => `${who ?? 'Somebody'} mentioned you in a comment:`,
  reviewDue: () => 'Due for another check:',
}

/** The same for the subject of a mail about one document. */
const subjects: Record<Kind, (title: string) => string> = {
  submitted: (title) => `Submitted for review: ${title}`,
  assigned: (title) => `Assigned to you: ${title}`,
  returned: (title) => `Changes requested: ${title}`,
  approved: (title) => `Approved: ${title}`,
  published: (title) => `Public now: ${title}`,
  scheduleFailed: (title) => `A scheduled publication failed: ${title}`,
  overridden: (title) => `Published by override: ${title}`,
  mentioned: (title) => `You are mentioned: ${title}`,
  reviewDue: (title) => `Due for another check: ${title}`,
}

const kinds: Record<Kind, string> = {
  submitted: 'Submitted for review',
  assigned: 'Assigned to me',
  returned: 'Changes requested',
  approved: 'Approved',
  published: 'Published',
  scheduleFailed: 'Scheduled publication failed',
  overridden: 'Published by override',
  mentioned: 'Mentioned in a comment',
  reviewDue: 'Due for another check',
}

const choices: Record<Choice, string> = {
  panel: 'In the panel',
  atOnce: 'In the panel, and by e-mail at once',
  digest: 'In the panel, and in the daily digest',
  nothing: 'Not at all',
}

/** Why a document is due, by what its source says. Another reason stands for itself. */
const whyDue: Record<string, string> = {
  reviewOn: 'the day for its next check has come',
  unverified: 'its sources have been unverified for long',
  assigned: 'you were asked to review it by now',
}

/** What notifications say, in English. */
export const en = {
  happened,
  subjects,
  kinds,
  choices,
  whyDue,
  named: (type: string, title: string) => `${type} “${title}”`,
  andMore: (count: number) => `and ${count} more`,
  untitled: '(no title)',
  mail: {
    greeting: (name: string) => `Hello ${name},`,
    several: (count: number) => `${count} notifications`,
    digest: (count: number) =>
      count === 1 ? 'Daily digest: 1 notification' : `Daily digest: ${count} notifications`,
    furtherInPanel: (count: number) => `${count} more are in the panel.`,
    all: 'All notifications',
    why: (kinds: string) => `You get this mail because you are told of: ${kinds}.`,
    change: 'Change what you are told of, and how',
    noReply: 'Nobody reads answers to this mail.',
  },
}
