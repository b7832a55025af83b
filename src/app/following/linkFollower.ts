import { Latest } from '../../core/base/latest';
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
  private readonly searching: Latest<readonly LostIn[]>;

  /** @param onFound makes the next snapshot with what was found */
  constructor(onFound: () => Promise<void>, log: Log, signal: AbortSignal) {
    this.searching = new Latest(
      async lost => {
        let found = false;
        for (const { repo, links } of lost) {
          found = (await repo.findGone(links, signal)) || found;
        }
        if (found) {
          await onFound();
        }
      },
      error => log.error('Looking for the commits of links failed.', error),
    );
  }

  follow(lost: readonly LostIn[]): void {
    void this.searching.ask(lost.filter(({ links }) => links.length > 0));
  }

  /** Resolves when nothing is being looked for, and what was found is in the snapshot. */
  idle(): Promise<void> {
    return this.searching.idle();
  }

  dispose(): void {
    this.searching.dispose();
  }
}
