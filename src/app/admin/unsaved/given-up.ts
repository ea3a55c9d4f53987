let givenUp = false

/** Whether whoever is here has said that nothing is to be kept, and is leaving. */
export function isGivenUp(): boolean {
  return givenUp
}

/** Says so, so that a form that closes keeps nothing after everything was removed. */
export function giveUp(): void {
  givenUp = true
}

/** Somebody writes again. */
export function keepAgain(): void {
  givenUp = false
}
