/** What the panel says about words that were not saved, in English. */
export const en = {
  found: (when: string) => `You have words here that were not saved, from ${when}.`,
  show: 'Show them',
  takeBack: 'Take them back',
  takeBackFrom: (when: string) => `Take them back: ${when}`,
  discard: 'Discard',
  discardFrom: (when: string) => `Discard: ${when}`,
  working: 'One moment…',
  tookBack: 'Your words are back in the form. They are not saved yet.',
  tookBackOld:
    'Your words are back in the form. They are not saved yet. This document was saved after you wrote them; when you save, both texts are put together, and nobody is overwritten.',
  failed: 'Your words could not be put into the form. They are still kept here.',
  discarded: 'The words were discarded.',
  undo: 'Undo',
  otherLanguage: (language: string, when: string) =>
    `You also have words in ${language} that were not saved, from ${when}.`,
  goThere: (language: string) => `Go to ${language}`,
  notKept:
    'This browser keeps no words that are not saved, perhaps because the window is private. Save often.',

  onComputer: 'Not saved, on this computer',
  comments: (count: number) =>
    count === 1
      ? '1 comment for a request for changes'
      : `${count} comments for a request for changes`,
  untitled: 'Without a title',
  isNew: 'new',
  writtenAt: (when: string) => `written ${when}`,
  isOpen: 'open in another tab',

  notSaved: 'Not saved',
  unreachable: 'The platform cannot be reached. Perhaps you are not connected to the network.',
  signedOut: 'You are not signed in any more, so nothing could be saved.',
  otherPerson: (name: string) =>
    `${name} has signed in with this browser meanwhile, so nothing was saved: it would have been in their name.`,
  areKept: 'Your words are kept in this browser, also when you close the tab.',
  areNotKept: 'Your words are in the form alone: do not close this tab.',
  tryAgain: 'Save again',
  backToForm: 'Back to the form',
  signIn: 'Sign in',
  signInThen: 'Sign in, and you come back to this form with your words.',

  signOut: 'Log out',
  signOutTitle: 'Words on this computer are not saved',
  signOutExplained:
    'Kept, they are offered to you when you sign in here again, for 30 days. Nobody else who signs in here is shown them. On a computer that others use, remove them.',
  signOutKeep: 'Log out and keep them',
  signOutRemove: 'Log out and remove them',
  cancel: 'Cancel',
}
