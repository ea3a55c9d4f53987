/** A question to several members that is not answered by all of them yet. */
interface Round<Member> {
  answers: object[][]
  waiting: Set<Member>
  done: () => void
}

/** Asks several members what they have counted, and waits for them no longer than a moment. */
export class Measurements<Member> {
  readonly #ask: (member: Member, number: number) => void
  readonly #patience: number
  readonly #rounds = new Map<number, Round<Member>>()
  #last = 0

  /**
   * @param ask asks one; it has to answer under this number
   * @param patience how long an answer may take, in milliseconds
   */
  constructor({
    ask,
    patience,
  }: {
    ask: (member: Member, number: number) => void
    patience: number
  }) {
    this.#ask = ask
    this.#patience = patience
  }

  /** @returns what those said that said something in time */
  async all(members: readonly Member[]): Promise<object[][]> {
    const number = (this.#last += 1)
    const answers: object[][] = []
    await new Promise<void>((done) => {
      const impatience = setTimeout(done, this.#patience)
      const waiting = new Set(members)
      this.#rounds.set(number, {
        answers,
        waiting,
        done: () => {
          clearTimeout(impatience)
          done()
        },
      })
      if (waiting.size === 0) this.#rounds.get(number)!.done()
      for (const member of members) this.#ask(member, number)
    })
    this.#rounds.delete(number)
    return answers
  }

  /** A member says what it has counted, as it was asked under a number. */
  answered(member: Member, number: number, answer: object[]): void {
    const round = this.#rounds.get(number)
    if (!round?.waiting.delete(member)) return
    round.answers.push(answer)
    if (round.waiting.size === 0) round.done()
  }

  /** The member is gone: nobody waits for it any more. */
  leave(member: Member): void {
    for (const { done, waiting } of this.#rounds.values())
      if (waiting.delete(member) && waiting.size === 0) done()
  }
}
