import { Latest } from '../../core/base/latest';

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
  private readonly steps: Latest<void>;

  constructor(step: (work: Pending) => Promise<void>, onFailure: (error: unknown) => Promise<void>) {
    this.steps = new Latest(() => {
      const work = this.pending;
      this.pending = nothing();
      return step(work);
    }, onFailure);
  }

  get isBusy(): boolean {
    return this.steps.isBusy;
  }

  /** Adds work; resolves when it, and everything that came meanwhile, is done. */
  add(change: (pending: Pending) => void): Promise<void> {
    change(this.pending);
    return this.steps.ask();
  }

  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void> {
    return this.steps.idle();
  }
}

function nothing(): Pending {
  return { open: false, files: new Map(), repos: new Set() };
}
