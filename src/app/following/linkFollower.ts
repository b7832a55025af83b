import type { HandLink } from '../../core/plan/model';
import type { Log } from '../ports';
import type { Repository } from '../repositories/repository';

/** The hand-made links of a repository's plans whose commits are not in its history. */
export interface LostIn {
  readonly repo: Repository;
  readonly links: readonly HandLink[];
}

/**
 * Looks for the commits of lost links once a snapshot is out, so that nothing waits for it. One search at a
 * time; what comes meanwhile is looked at next.
 */
export class LinkFollower {
  private running: Promise<void> | undefined;
  private waiting: readonly LostIn[] | undefined;

  /** @param onFound makes the next snapshot with what was found */
  constructor(
    private readonly onFound: () => Promise<void>,
    private readonly log: Log,
    private readonly signal: AbortSignal,
  ) {}

  follow(lost: readonly LostIn[]): void {
    this.waiting = lost.filter(({ links }) => links.length > 0);
    this.running ??= this.run();
  }

  /** Resolves when nothing is being looked for, and what was found is in the snapshot. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Not before the caller is through: what it says next may replace this.
    await Promise.resolve();
    try {
      for (let next = this.take(); next; next = this.take()) {
        let found = false;
        for (const { repo, links } of next) {
          found = (await repo.findGone(links, this.signal)) || found;
        }
        if (found) {
          await this.onFound();
        }
      }
    } catch (error) {
      if (!this.signal.aborted) {
        this.log.error('Looking for the commits of links failed.', error);
      }
    } finally {
      this.running = undefined;
    }
  }

  private take(): readonly LostIn[] | undefined {
    const next = this.waiting;
    this.waiting = undefined;
    return next;
  }
}
