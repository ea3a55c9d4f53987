/** Passes on what one of several members says, and knows when all others have heard it. */
export class News<Member, Content> {
  readonly #send: (member: Member, number: number, content: Content) => void
  readonly #giveUp: (member: Member) => void
  readonly #patience: number
  readonly #members = new Set<Member>()
  /** Who has not heard yet what was passed on under a number. */
  readonly #waiting = new Map<number, { members: Set<Member>; done: () => void }>()
  #last = 0

  /**
   * @param send passes something on; the member has to answer that it heard what has this number
   * @param giveUp ends a member that does not answer. It counts as one that has not heard until it left.
   * @param patience how long an answer may take, in milliseconds
   */
  constructor({
    giveUp,
    patience,
    send,
  }: {
    giveUp: (member: Member) => void
    patience: number
    send: (member: Member, number: number, content: Content) => void
  }) {
    this.#giveUp = giveUp
    this.#patience = patience
    this.#send = send
  }

  /** From now on this member hears what others say. */
  join(member: Member): void {
    this.#members.add(member)
  }

  /** The member is gone: nobody waits for it any more. */
  leave(member: Member): void {
    this.#members.delete(member)
    for (const number of [...this.#waiting.keys()]) this.heard(member, number)
  }

  /** Passes something on to all but the one who says it. @returns when each of them has heard it, or is gone */
  async tell(from: Member, content: Content): Promise<void> {
    const members = new Set([...this.#members].filter((member) => member !== from))
    if (members.size === 0) return
    const number = (this.#last += 1)
    const allHeard = new Promise<void>((done) => this.#waiting.set(number, { members, done }))
    for (const member of members) this.#send(member, number, content)
    const impatience = setTimeout(() => members.forEach(this.#giveUp), this.#patience)
    await allHeard
    clearTimeout(impatience)
  }

  /** A member answers that it has heard what was passed on under a number. */
  heard(member: Member, number: number): void {
    const round = this.#waiting.get(number)
    if (!round?.members.delete(member) || round.members.size > 0) return
    this.#waiting.delete(number)
    round.done()
  }
}
