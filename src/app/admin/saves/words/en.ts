/** What the panel says when two people change a document at the same time, in English. */
export const en = {
  title: (names: string) => `${names} saved this document too`,
  somebody: 'Somebody else',
  and: 'and',
  explained: (names: string, when: string) =>
    `${names} saved it on ${when}, while you were changing it. Nothing is lost: your changes are still in the form, and nothing of them is saved yet.`,
  both: 'You both changed',
  bothExplained: 'Choose what stays, for each. The other words stay in the history.',
  noneBoth: 'You changed different things. Saved will be what both of you wrote.',
  mine: 'Keep mine',
  theirs: (names: string) => `Take theirs (${names})`,
  allMine: 'Keep mine everywhere',
  allTheirs: 'Take theirs everywhere',
  before: 'What it said before',
  choose: 'Choose one of the two.',
  onlyThey: (names: string) => `Only ${names} changed this, and it stays`,
  onlyYou: 'Only you changed this, and it stays',
  otherLanguages: (count: number) =>
    count === 1
      ? 'They also changed something in another language; that stays.'
      : `They also changed ${count} things in other languages; those stay.`,
  order: (of: string) => `${of}: order`,
  empty: 'Empty',
  removed: 'Removed',
  yes: 'Yes',
  no: 'No',
  added: 'added',
  gone: 'removed',
  save: 'Save',
  saving: 'Saving…',
  backToForm: 'Back to the form',
  loading: 'Comparing your text with theirs…',
  failed:
    'The two texts could not be compared. Nothing was saved; what you wrote is still in the form.',
  tryAgain: 'Try again',
  row: (singular: string, place: number) => `${singular} ${place}`,
}
