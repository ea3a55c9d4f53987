import type { KeyLine } from '../../keys/keys-dialog.tsx'
import type { FindingKind } from '../findings.ts'

/** What the editor of the map says, in English. */
export const en = {
  title: 'Map',
  intro:
    'The map of the newest drafts. Nothing is stored before you save, and nothing becomes public before it is reviewed.',
  loading: 'Reading the map…',
  failed: 'The map could not be read.',
  tryAgain: 'Try again',
  readOnly: 'You can look at this map. Your role does not let you save drafts of stations.',
  theMap: 'The map',
  details: 'Details',
  noLine: 'no line',
  unknownStation: 'a station that is not on this map',

  find: 'Find a station',
  connectTo: 'Connect to…',
  typeName: 'Type its name, choose with the arrow keys and Enter.',
  noneFound: 'No station is called that.',
  found: (count: number) => (count === 1 ? '1 station' : `${count} stations`),

  languages: { en: 'English', es: 'Spanish' },
  stop: 'stop',
  way: 'connection',
  hub: 'Hub, where lines branch',
  onLine: (line: string) => `On the line ${line}`,
  place: (order: number) => `place ${order}`,
  begins: 'The way begins here',
  ends: 'The way ends here',
  start: 'Start',
  end: 'End',
  laidOut: 'Placed by the layout',
  stored: (x: number, y: number) => `Has a place of its own: ${x}, ${y}`,
  notSaved: 'Not saved',
  lacks: (count: number) => (count === 1 ? '1 thing missing' : `${count} things missing`),
  wayLabel: (from: string, to: string) => `From ${from} to ${to}`,
  transferMark: 'changes lines',
  howToSelect:
    'Press Enter or Space to select the stop. With the arrow keys it moves, with Shift further.',
  howToSelectReadOnly: 'Press Enter or Space to select the stop.',
  howToSelectWay: 'Click the connection to select it. Delete cuts it.',
  movedLive: (direction: string, x: number, y: number) =>
    `Moved ${direction}. Now at ${Math.round(x)}, ${Math.round(y)}.`,
  directions: { up: 'up', down: 'down', left: 'left', right: 'right' } as Record<string, string>,
  dragFrom: 'Drag from here to connect',
  controls: 'Size of the map',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Show all of it',
  miniMap: 'Overview',
  legend: 'Legend',
  legendParts: {
    stored: 'Solid border: has a place of its own',
    laidOut: 'Dashed border: placed by the layout',
    hub: 'Square, double border: hub',
    transfer: 'Dashed connection: changes lines',
    proposed: 'Dotted frame: where the layout proposes to put a stop',
    lacks: '!: something is missing there',
    unsaved: 'Not saved: changed here and not saved yet',
  },

  undo: 'Undo',
  redo: 'Redo',
  save: 'Save…',
  propose: 'Automatic layout',
  proposing: 'Working out the layout…',
  proposalFailed: 'The layout could not be worked out. Try again in a moment.',
  proposal: (count: number) =>
    count === 1
      ? 'The layout proposes another place for 1 stop, shown as a dotted frame. Nothing has moved.'
      : `The layout proposes other places for ${count} stops, shown as dotted frames. Nothing has moved.`,
  proposesNothing: 'The layout has nothing to propose: every stop is where it would put it.',
  takeAll: 'Take all of them',
  takeSelected: (count: number) => `Take for the selected (${count})`,
  drop: 'Drop the proposal',

  nothingSelected: 'Select a stop to change it: click it, or find it by its name.',
  selected: (count: number) => `${count} stops selected`,
  clear: 'Select nothing',
  openForm: 'Open the form',
  line: 'Line',
  keepLine: 'Leave as it is',
  order: 'Place on the line',
  position: 'Position',
  giveBack: 'Give back to the layout',
  proposedHere: 'Take the proposed place',
  leadsTo: 'Leads to',
  leadsNowhere: 'It leads nowhere.',
  arrivals: 'Stations that lead here',
  noArrivals: 'No station leads here.',
  conditionIn: (language: string) => `On which condition, in ${language}`,
  always: 'Empty: always.',
  transfer: 'Changes to another line',
  cut: 'Cut',
  cutTo: (to: string) => `Cut the connection to ${to}`,
  show: (name: string) => `Show ${name}`,
  cannotConnect: (from: string, to: string) =>
    `${from} cannot be connected to ${to}: they are connected already, or it has as many connections as a station can have.`,

  missing: 'What is missing',
  nothingMissing: 'Nothing is missing on this map.',
  missingKinds: {
    overlapping: 'On top of each other',
    unreachable: 'Out of reach',
    deadEnds: 'Dead ends',
    transfersWithoutReturn: 'Transfers without a return',
    connectionsToWhatIsNotLive: 'Connections to what is not live',
  } satisfies Record<FindingKind, string>,
  overlap: (one: string, other: string) =>
    `“${one}” lies on “${other}”. Move one of them, or give it back to the layout.`,

  unsaved: 'Not saved yet',
  unsavedCount: (count: number) => (count === 1 ? '1 station' : `${count} stations`),
  nothingUnsaved: 'Nothing.',
  changed: {
    placed: 'put in a place of its own',
    moved: 'moved',
    givenBack: 'given back to the layout',
    line: (to: string) => `put on the line ${to}`,
    order: (to: number | null) =>
      to === null ? 'no place on its line' : `place ${to} on its line`,
    isStart: (on: boolean): string =>
      on ? 'the way begins here' : 'the way does not begin here any more',
    isEnd: (on: boolean): string =>
      on ? 'the way ends here' : 'the way does not end here any more',
    connected: (to: string, transfer: boolean) =>
      `connected to ${to}${transfer ? ', changing lines' : ''}`,
    condition: (language: string, text: string) => `condition in ${language}: “${text}”`,
    cut: (to: string) => `connection to ${to} cut`,
    conditionTo: (to: string, language: string, text: string) =>
      text === ''
        ? `no condition to ${to} in ${language} any more`
        : `condition to ${to} in ${language}: “${text}”`,
    transfer: (to: string, on: boolean) =>
      on ? `the way to ${to} changes lines` : `the way to ${to} does not change lines any more`,
  },

  saveTitle: 'Save drafts',
  saveExplained:
    'Each of these stations gets a new draft. Nothing becomes public: the drafts go through review.',
  saveThese: (count: number) => (count === 1 ? 'Save 1 draft' : `Save ${count} drafts`),
  saving: (done: number, of: number) => `Saving ${done} of ${of}…`,
  cancel: 'Cancel',
  saved: (count: number) => (count === 1 ? '1 draft was saved.' : `${count} drafts were saved.`),
  notSavedTitle: 'Not saved, and still on your screen',
  staleBy: (station: string, who: string) =>
    `${station}: ${who} saved it meanwhile, so nothing of yours was stored there.`,
  somebody: 'somebody else',
  theyChanged: 'What changed there:',
  putOnNewest: 'Put my changes on the newest drafts',
  putDone:
    'Your changes now lie on the newest drafts. Look at them, and save again. Nothing is stored yet.',
  gone: (names: string) =>
    `Not on the map any more, so what you changed there is dropped: ${names}.`,
  offline: 'The platform could not be reached. Nothing was stored there as far as we know.',
  lostRight: 'You may not save drafts any more. What you changed stays on your screen, unsaved.',

  set: 'Saved here, not in review yet',
  sendSet: 'Send to review as one set…',
  beforeAndAfter: 'See the map before and after',
  forgetSet: 'Leave them as drafts',
  sent: 'Sent to review.',
  toReview: 'Open the review',

  leaveTitle: 'Leave without saving?',
  leaveExplained: (count: number) =>
    count === 1
      ? 'What you changed of 1 station is not saved. It is lost when you leave.'
      : `What you changed of ${count} stations is not saved. It is lost when you leave.`,
  leave: 'Leave',
  stay: 'Stay here',

  keys: 'Keys',
  close: 'Close',
  keyList: [
    ['Tab', 'Next stop, in the order of the lines'],
    ['Enter', 'Select the stop'],
    [['Ctrl', 'Enter'], 'Select it as well as the others'],
    ['← ↑ → ↓', 'Move the selected stops; with Shift further'],
    ['d', 'On the map: to the details of the selected stop'],
    ['c', 'On the map: connect the selected stop'],
    ['m', 'Back to the stop on the map'],
    ['Delete', 'Cut the selected connection, or the one in focus in the list'],
    ['Esc', 'Select nothing'],
    [['Ctrl', 'Z'], 'Undo'],
    [['Ctrl', 'Shift', 'Z'], 'Redo'],
    [['Ctrl', 'S'], 'Save…'],
    ['?', 'These keys'],
  ] as readonly KeyLine[],

  review: {
    title: 'The map, before and after',
    loading: 'Drawing the map…',
    failed: 'The map could not be drawn.',
    before: 'Before',
    after: 'After',
    notThere: 'Not on the map.',
    changes: 'What changes on the map',
    explained:
      'The stations that change, with those next to them; empty stretches are left out. A dashed border: placed by the layout.',
    isNew: 'new on the map',
    isGone: 'not on the map any more',
    marks: { connected: 'new', cut: 'cut', changed: 'changed', moved: 'changes' },
    drawing: (side: string, stations: string) => `${side}: ${stations}.`,
  },
}
