/** What waits to be read again. */
export interface Pending {
  /** Roots or git have changed: find the plans anew. */
  open: boolean;
  /** Changed files by root. */
  readonly files: Map<string, Set<string>>;
  /** Repositories, by their top, whose refs may have changed. */
  readonly repos: Set<string>;
}

/**
 * Runs one step of work at a time; whatever is asked for meanwhile is put together into the next step, so
 * that a burst of events costs at most two. A step that fails is told, and the next one runs.
 */
export class ReviseQueue {
  private pending = nothing();
  private running: Promise<void> | undefined;

  constructor(
    private readonly step: (work: Pending) => Promise<void>,
    private readonly onFailure: (error: unknown) => Promise<void>,
  ) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Adds work; resolves when it, and everything that came meanwhile, is done. */
  add(change: (pending: Pending) => void): Promise<void> {
    change(this.pending);
    this.running ??= this.drain();
    return this.running;
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    // One turn of the event loop, so that changes told in one go are one step.
    await Promise.resolve();
    try {
      while (isWork(this.pending)) {
        const work = this.pending;
        this.pending = nothing();
        await this.step(work).catch(this.onFailure);
      }
    } finally {
      this.running = undefined;
    }
  }
}

function nothing(): Pending {
  return { open: false, files: new Map(), repos: new Set() };
}

function isWork({ open, files, repos }: Pending): boolean {
  return open || files.size > 0 || repos.size > 0;
}
