/** Calls an action for a key once that key has been quiet for a while. */
export class Debounce {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  /** @param delay milliseconds */
  constructor(private readonly delay: number) {}

  run(key: string, action: () => void): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        action();
      }, this.delay),
    );
  }

  dispose(): void {
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
    this.timers.clear();
  }
}
