/** Does what several ask for at the same moment once. */
export class SharedWork<Result> {
  readonly #underWay = new Map<string, Promise<Result>>()

  /** The result of work that is under way under this key, or else begun now. */
  async share(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#underWay.get(key)
    if (known) return known
    const begun = work()
    this.#underWay.set(key, begun)
    try {
      return await begun
    } finally {
      if (this.#underWay.get(key) === begun) this.#underWay.delete(key)
    }
  }

  /** Whoever asks from now on has the work begun anew. */
  forget(): void {
    this.#underWay.clear()
  }
}
