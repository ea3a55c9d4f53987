/** Everything sentences about changes say, in English. Nouns come with their article, without a capital. */
export const en = {
  tag: 'en-US',
  /** What is written as one word, where a sentence was put together. */
  contracted: (sentence: string) => sentence,
  quoted: (text: string) => `“${text}”`,
  inLanguage: (language: string, sentence: string) => `In ${language}, ${sentence}`,
  languages: { en: 'English', es: 'Spanish' } as Record<string, string>,
  of: (part: string, whole: string) => `${part} of ${whole}`,
  and: (first: string, last: string) => `${first} and ${last}`,
  yes: 'yes',
  no: 'no',
  document: 'This document is new.',

  /** What fields are called where their label alone does not say it. */
  fields: {
    title: 'the title',
    name: 'the name',
    summary: 'the sentence that sums it up',
    phase: 'the phase',
    'connections.condition': 'the condition',
    'phones.number': 'the phone number',
    'phones.label': 'what the number is for',
    'deadline.startsFrom': 'the day the deadline starts from',
    'deadline.extendable': 'whether the deadline can be extended',
    'deadline.consequence': 'what happens when the deadline passes',
    'deadline.authority': 'the law the deadline rests on',
    'deadline.source': 'the source of the deadline',
    'sourcing.source': 'the source that readers are shown',
    'sourcing.checkedOn': 'the day the source was last checked',
  } as Record<string, string>,
  rows: {
    connections: (name) => `the way to ${name}`,
    phones: (name) => `the phone number ${name}`,
    urls: (name) => `the address in ${name}`,
    alternatives: (name) => `the advice for “${name}”`,
    'deadline.alternatives': (name) => `other deadline ${name}`,
    examples: (name) => `example ${name}`,
  } as Record<string, (name: string) => string>,
  row: (label: string, name: string) => `${label} ${name}`,

  changes: (what: string, from: string, to: string) => `${what} changes from ${from} to ${to}.`,
  isNow: (what: string, to: string) => `${what} is now ${to}; there was nothing before.`,
  isGone: (what: string, from: string) => `${what} is empty now; it was ${from}.`,
  ticked: {
    isStart: { yes: 'The way now begins here.', no: 'The way no longer begins here.' },
    isEnd: { yes: 'The way now ends here.', no: 'The way no longer ends here.' },
    moreToCome: {
      yes: 'Readers are now told that more topics will follow.',
      no: 'Readers are no longer told that more topics will follow.',
    },
    'deadline.printedDateWins': {
      yes: 'The date printed on the notice now wins over the deadline.',
      no: 'The date printed on the notice no longer wins over the deadline.',
    },
  } as Record<string, { yes: string; no: string }>,
  transfer: (way: string, yes: boolean) =>
    yes ? `${way} now changes to another line.` : `${way} no longer changes to another line.`,

  period: (count: string, unit: string) => `${count} ${unit}`,
  units: {
    calendarDays: (count: number) => (count === 1 ? 'day' : 'days'),
    businessDays: (count: number) => (count === 1 ? 'business day' : 'business days'),
    months: (count: number) => (count === 1 ? 'month' : 'months'),
    years: (count: number) => (count === 1 ? 'year' : 'years'),
  } as Record<string, (count: number) => string>,
  withoutUnit: 'without a unit',
  withoutCount: 'no number of',
  deadline: 'the deadline',
  deadlineGoes: (what: string, from: string, to: string) => `${what} goes from ${from} to ${to}.`,
  deadlineNew: (what: string, to: string) => `${what} is now ${to}; there was none.`,
  deadlineGone: (what: string, from: string) =>
    `${what} of ${from} goes away: readers are told to use the date printed on the notice.`,

  position: {
    changed: 'The place on the map changes.',
    added: 'The place on the map is fixed now.',
    removed: 'The place on the map is left to the layout again.',
  },
  names: { slug: 'the address', code: 'the code', number: 'the number' },
  nameChanges: (what: string, from: string, to: string) =>
    `${what} changes from ${from} to ${to}; readers are led from the old one.`,
  nameNew: (what: string, to: string) => `${what} is ${to}.`,
  nameGone: (what: string, from: string) => `${what} ${from} goes away.`,
  alias: {
    added: (name: string) => `It is also found as ${name} now.`,
    removed: (name: string) => `It is no longer found as ${name}.`,
  },

  file: {
    replaced: (from: string, to: string) => `The file ${from} is replaced by ${to}.`,
    bytes: (name: string) => `What is in the file ${name} changes.`,
    renamed: (from: string, to: string) => `The file ${from} is now called ${to}.`,
    facts: (name: string) => `What is recorded of the file ${name} changes.`,
    added: (name: string) => `The file ${name} is added.`,
    removed: (name: string) => `The file ${name} is removed.`,
  },

  documents: {
    stations: (name: string) => `the station ${name}`,
    notices: (name: string) => `the notice ${name}`,
    steps: (name: string) => `the step ${name}`,
    forms: (name: string) => `the form ${name}`,
    phases: (name: string) => `the phase ${name}`,
    'help-organizations': (name: string) => `the organization ${name}`,
  } as Record<string, (name: string) => string>,
  item: {
    added: (item: string, list: string, place: string) =>
      `${item} is added to ${list}, in place ${place}.`,
    removed: (item: string, list: string) => `${item} is taken out of ${list}.`,
    moved: (item: string, from: string, to: string) => `${item} moves from place ${from} to ${to}.`,
  },
  order: (list: string, entries: string) => `The order of ${list} changes to ${entries}.`,
  more: (count: string) => `${count} more`,

  leadsTo: {
    added: (station: string, condition: string | null) =>
      condition === null
        ? `It now leads to ${station}.`
        : `It now leads to ${station}, ${condition}.`,
    removed: (station: string) => `It no longer leads to ${station}.`,
  },
  rowAdded: (row: string) => `${row} is added.`,
  rowRemoved: (row: string) => `${row} is removed.`,
  moves: {
    up: (what: string) => `${what} moves up.`,
    down: (what: string) => `${what} moves down.`,
  },
  rowMoved: (row: string, from: string, to: string) => `${row} moves from place ${from} to ${to}.`,

  words: (count: number, number: string) => (count === 1 ? '1 word' : `${number} words`),
  wordsChange: (count: number, words: string) => `${words} ${count === 1 ? 'changes' : 'change'}`,
  wordsAdded: (count: number, words: string) => `${words} ${count === 1 ? 'is' : 'are'} added`,
  wordsRemoved: (count: number, words: string) =>
    `${words} ${count === 1 ? 'is' : 'are'} taken out`,
  onlyPunctuation: 'only punctuation or spaces change',
  inText: (clause: string, text: string) => `${clause} in ${text}.`,
  ofText: (text: string, clauses: string) => `${text}: ${clauses}.`,
  textAdded: (text: string, words: string) => `${text} is added (${words}).`,
  textRemoved: (text: string, words: string) => `${text} is removed (${words}).`,

  blocks: {
    paragraph: (count: number, number: string) =>
      count === 1 ? 'a paragraph' : `${number} paragraphs`,
    heading: (count: number, number: string) => (count === 1 ? 'a heading' : `${number} headings`),
    listItem: (count: number, number: string) =>
      count === 1 ? 'a list item' : `${number} list items`,
    tableRow: (count: number, number: string) =>
      count === 1 ? 'a table row' : `${number} table rows`,
    quote: (count: number, number: string) =>
      count === 1 ? 'a quotation' : `${number} quotations`,
    other: (count: number, number: string) => (count === 1 ? 'a block' : `${number} blocks`),
  },
  rewritten: (count: number, blocks: string) => `${blocks} ${count === 1 ? 'is' : 'are'} rewritten`,
  blocksAre: {
    added: (count: number, blocks: string) => `${blocks} ${count === 1 ? 'is' : 'are'} added`,
    removed: (count: number, blocks: string) => `${blocks} ${count === 1 ? 'is' : 'are'} removed`,
    up: (count: number, blocks: string) => `${blocks} ${count === 1 ? 'moves' : 'move'} up`,
    down: (count: number, blocks: string) => `${blocks} ${count === 1 ? 'moves' : 'move'} down`,
  },
  becomes: (from: string, to: string) => `${from} becomes ${to}`,
  levelChanges: (from: string, to: string) => `a heading goes from level ${from} to ${to}`,
  depthChanges: 'a list item goes to another depth',
  lists: { number: 'a list becomes numbered', bullet: 'a list becomes one with points' } as Record<
    string,
    string
  >,
  listOther: 'a list becomes one of another kind',
  marks: {
    bold: 'bold',
    italic: 'italic',
    strikethrough: 'struck through',
    underline: 'underlined',
    code: 'set as code',
    subscript: 'subscript',
    superscript: 'superscript',
  },
  marked: (text: string, mark: string) => `${text} becomes ${mark}`,
  unmarked: (text: string, mark: string) => `${text} is no longer ${mark}`,
  linkLeads: (text: string, from: string, to: string) =>
    `the link ${text} now leads to ${to}, no longer to ${from}`,
  linkAdded: (text: string, to: string) => `${text} becomes a link to ${to}`,
  linkRemoved: (text: string, from: string) => `${text} is no longer a link to ${from}`,
  linkTab: (text: string, isNew: boolean) =>
    isNew ? `the link ${text} opens in a new tab` : `the link ${text} no longer opens in a new tab`,
  nowhere: 'nowhere',
  arrangement: 'a list or table is divided or joined',
  attributes: (names: string) => `something readers hardly see changes (${names})`,

  summary: {
    nothing: 'No change',
    document: 'New document',
    names: 'Address or code',
    deadline: 'Deadline',
    position: 'Place on the map',
    file: 'File',
    sources: 'Sources',
    steps: (count: number, number: string) => (count === 1 ? '1 step' : `${number} steps`),
    connections: (count: number, number: string) =>
      count === 1 ? '1 connection' : `${number} connections`,
    inFields: (words: string, count: number, number: string) =>
      count === 1 ? `${words} in 1 field` : `${words} in ${number} fields`,
    moved: (count: number, number: string) => (count === 1 ? '1 move' : `${number} moves`),
    look: (count: number, number: string) =>
      count === 1 ? 'look of 1 text' : `look of ${number} texts`,
    links: (count: number, number: string) => (count === 1 ? '1 link' : `${number} links`),
    others: (count: number, number: string) =>
      count === 1 ? '1 other change' : `${number} other changes`,
  },
}

export type DifferenceWords = typeof en
