import type { Kind } from '../kinds.ts'
import { notificationWordsFor, type PanelLanguage } from '../words.ts'

/** Longest subject, in characters. */
const longestSubject = 150

/** What a mail is made of. All of it may be read by everybody on the team. */
export interface MailContent {
  language: PanelLanguage
  /** Whom it is to. */
  name: string
  isDigest: boolean
  /** What the installation calls itself, where it has a name. */
  environmentLabel: string | undefined
  notices: MailedNotice[]
  /** How many notifications there are besides. */
  further: number
  /** Addresses in the panel. */
  all: string
  settings: string
}

/** One notification in a mail. */
export interface MailedNotice {
  kind: Kind
  /** What happened; its documents follow. */
  sentence: string
  /** At least one. */
  documents: { name: string; title: string; why: string | null; address: string }[]
  more: number
}

export interface WrittenMail {
  subject: string
  text: string
  html: string
}

/** Writes a mail as plain text and as HTML, which say the same. */
export function writeMail(content: MailContent): WrittenMail {
  return { subject: subjectOf(content), text: textOf(content), html: htmlOf(content) }
}

function subjectOf(content: MailContent): string {
  const label = content.environmentLabel ? `[${content.environmentLabel}] ` : ''
  return `${label}${aboutOf(content)}`.slice(0, longestSubject)
}

/** What a mail is about, in one line: a title has no line breaks, or a mail would have further headers. */
function aboutOf({ further, isDigest, language, notices }: MailContent): string {
  const { mail, subjects, untitled, andMore } = notificationWordsFor(language)
  const [first] = notices
  const count = notices.length + further
  if (isDigest) return mail.digest(count)
  if (!first || count > 1) return mail.several(count)
  const { documents, kind, more, sentence } = first
  const others = documents.length + more - 1
  const [{ name, title }] = documents as [MailedNotice['documents'][number]]
  const about =
    others === 0 ? subjects[kind](title || untitled) : `${sentence} ${name} ${andMore(others)}`
  return about.replaceAll(/\s+/g, ' ')
}

function textOf(content: MailContent): string {
  const words = notificationWordsFor(content.language)
  const lines = [words.mail.greeting(content.name), '']
  for (const { documents, more, sentence } of content.notices) {
    lines.push(sentence)
    for (const { address, name, why } of documents)
      lines.push(`- ${name}${why ? ` (${why})` : ''}`, `  ${address}`)
    if (more > 0) lines.push(`- ${words.andMore(more)}`)
    lines.push('')
  }
  if (content.further > 0) lines.push(words.mail.furtherInPanel(content.further), '')
  lines.push(
    `${words.mail.all}: ${content.all}`,
    '',
    '-- ',
    words.mail.why(kindsIn(content)),
    `${words.mail.change}: ${content.settings}`,
    words.mail.noReply,
  )
  return `${lines.join('\n')}\n`
}

function htmlOf(content: MailContent): string {
  const words = notificationWordsFor(content.language)
  const notices = content.notices.map(({ documents, more, sentence }) => {
    const items = documents.map(
      ({ address, name, why }) =>
        `<li style="margin:0 0 6px"><a href="${escaped(address)}">${escaped(name)}</a>${why ? ` (${escaped(why)})` : ''}</li>`,
    )
    if (more > 0) items.push(`<li>${escaped(words.andMore(more))}</li>`)
    return `<h2 style="font-size:16px;margin:24px 0 8px">${escaped(sentence)}</h2>\n<ul style="margin:0;padding-left:20px">\n${items.join('\n')}\n</ul>`
  })
  const label = content.environmentLabel
    ? `<p style="background:#face00;color:#1b1b1b;margin:0 0 16px;padding:4px 12px">${escaped(content.environmentLabel)}</p>\n`
    : ''
  const further =
    content.further > 0 ? `<p>${escaped(words.mail.furtherInPanel(content.further))}</p>\n` : ''
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subjectOf(content))}</title>
</head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;margin:0 auto;max-width:640px;overflow-wrap:anywhere;padding:24px 16px">
<main>
${label}<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escaped(aboutOf(content))}</h1>
<p>${escaped(words.mail.greeting(content.name))}</p>
${notices.join('\n')}
${further}<p style="margin:24px 0"><a href="${escaped(content.all)}">${escaped(words.mail.all)}</a></p>
<hr>
<p style="font-size:14px">${escaped(words.mail.why(kindsIn(content)))} <a href="${escaped(content.settings)}">${escaped(words.mail.change)}</a>.<br>${escaped(words.mail.noReply)}</p>
</main>
</body>
</html>
`
}

/** The kinds a mail is about, as the settings call them. */
function kindsIn({ language, notices }: MailContent): string {
  const words = notificationWordsFor(language)
  return [...new Set(notices.map(({ kind }) => words.kinds[kind]))].join(', ')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
