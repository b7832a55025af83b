import { Latest } from '../../core/base/latest';

/** Milliseconds without anything new after which there is time to write. */
const QUIET = 5_000;

/** Saves in the background, once things have settled. One saving at a time. */
export class Saver {
  private timer: NodeJS.Timeout | undefined;
  private readonly saving: Latest<void>;

  /**
   * @param save may be called when nothing has changed
   * @param failed is told why it could not be done; it will be tried again after the next change
   */
  constructor(save: () => Promise<void>, failed: (error: unknown) => void) {
    this.saving = new Latest(save, failed);
  }

  /** There may be something new to save. */
  later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), QUIET);
    // The end of the process does not wait for this.
    this.timer.unref();
  }

  /** Saves what there is; resolves when that is done, even if it failed. */
  now(): Promise<void> {
    clearTimeout(this.timer);
    return this.saving.ask();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
