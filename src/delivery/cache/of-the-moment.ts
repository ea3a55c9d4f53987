import type { PayloadRequest } from 'payload'

const contextKey = 'answerIsOfTheMoment'

/** Says that the answer to a request follows from more than the public content, so that it is not kept. */
export function answerIsOfTheMoment(req: PayloadRequest): void {
  req.context[contextKey] = true
}

/** Whether somebody said so. */
export function isOfTheMoment({ context }: PayloadRequest): boolean {
  return context[contextKey] === true
}
