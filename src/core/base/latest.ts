/**
 * Does one thing at a time. Of what is asked for meanwhile, only the newest is done next, since it makes the others
 * needless.
 */
export class Latest<T> {
  private running: Promise<void> | undefined;
  private waiting: readonly [T] | undefined;
  private ended = false;

  /**
   * @param run does what was asked for; what rejects does not keep the next one from being done
   * @param failed is told why one rejected, and is waited for; it must not fail itself
   */
  constructor(
    private readonly run: (asked: T) => Promise<void>,
    private readonly failed: (error: unknown) => Promise<void> | void,
  ) {}

  /** Whether anything is being done or waits. */
  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Whether it was disposed of; then what is still being done has nobody to tell. */
  get isDisposed(): boolean {
    return this.ended;
  }

  /** Asks for something; resolves when nothing is being done or waits, failures included. */
  ask(asked: T): Promise<void> {
    if (!this.ended) {
      this.waiting = [asked];
      this.running ??= this.drain();
    }
    return this.idle();
  }

  /** Resolves when nothing is being done or waits. */
  async idle(): Promise<void> {
    await this.running;
  }

  /** Does nothing more, and tells of no more failures. What is being done goes on to its end. */
  dispose(): void {
    this.ended = true;
    this.waiting = undefined;
  }

  private async drain(): Promise<void> {
    // Not before the caller is through: what it asks for in one go is done once.
    await Promise.resolve();
    try {
      for (let next = this.take(); next; next = this.take()) {
        await this.once(...next);
      }
    } finally {
      this.running = undefined;
    }
  }

  private async once(asked: T): Promise<void> {
    try {
      await this.run(asked);
    } catch (error) {
      if (!this.ended) {
        await this.failed(error);
      }
    }
  }

  private take(): readonly [T] | undefined {
    const next = this.waiting;
    this.waiting = undefined;
    return next;
  }
}
