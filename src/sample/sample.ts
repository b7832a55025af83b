import type { IsoDate } from '../core/base/dates';
import type { Steps } from '../core/base/steps';
import { Calendar } from './making/calendar';
import type { Sha1 } from './making/objectIds';
import { Player, type SampleCommit } from './making/play';
import { CATALOGUE } from './story/catalogue';
import { STEPS } from './story/steps';

/** The branch that is checked out at the end: the one under review. */
export const REVIEW_BRANCH = 'feature/disruption-notices';

/** The sample project, Harbor: a plan, its code, and how both came about. */
export interface SampleProject {
  /** What is checked out, by path with `/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Parents come before their children. */
  readonly commits: readonly SampleCommit[];
  /** Places of the newest commits in `commits`, by branch. */
  readonly branches: ReadonlyMap<string, number>;
  /** The branch that is checked out. */
  readonly branch: string;
  /** Who works in the repository: the planner of the story. */
  readonly user: { readonly name: string; readonly email: string };
}

/**
 * Makes the sample project, with about 14 weeks of history that end on the last working day before `today`. The same
 * day gives the same ids on every machine.
 * @throws RangeError when `today` is not a day
 */
export function* sampleProject(today: IsoDate, sha1: Sha1): Steps<SampleProject> {
  const { commits, branches } = yield* new Player(new Calendar(today), CATALOGUE, sha1).play(STEPS);
  return {
    commits,
    branches: new Map([...branches].map(([name, { tip }]) => [name, tip])),
    branch: REVIEW_BRANCH,
    files: branches.get(REVIEW_BRANCH)?.files ?? new Map(),
    user: { name: 'Noor Haddad', email: 'noor@example.com' },
  };
}
