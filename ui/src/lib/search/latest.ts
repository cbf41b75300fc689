// Asks one thing at a time: while a question is on its way only the newest of those that follow waits, and of what comes
// back only the newest answer counts. So typing fast asks no more than can be answered. Pure.

export class Latest<Q, A> {
  #ask: (question: Q) => Promise<A>;
  #heard: (answer: A, question: Q) => void;
  #failed: (thrown: unknown, question: Q) => void;
  #running: Promise<void> | null = null;
  #next: { question: Q } | null = null;
  #ticket = 0;

  constructor(
    ask: (question: Q) => Promise<A>,
    heard: (answer: A, question: Q) => void,
    failed: (thrown: unknown, question: Q) => void,
  ) {
    this.#ask = ask;
    this.#heard = heard;
    this.#failed = failed;
  }

  /** Whether an answer is still to come. */
  get waiting(): boolean {
    return this.#running !== null;
  }

  ask(question: Q): void {
    this.#ticket += 1;
    this.#next = { question };
    this.#running ??= this.#run();
  }

  /** What is on its way will not be heard, and nothing follows it. */
  drop(): void {
    this.#ticket += 1;
    this.#next = null;
  }

  /** Resolves when the newest question has been answered or dropped. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Questions of the same moment are one.
    await Promise.resolve();
    while (this.#next !== null) {
      const { question } = this.#next;
      const ticket = this.#ticket;
      this.#next = null;
      try {
        const answer = await this.#ask(question);
        if (ticket === this.#ticket) this.#heard(answer, question);
      } catch (thrown) {
        if (ticket === this.#ticket) this.#failed(thrown, question);
      }
    }
    this.#running = null;
  }
}
