import type { Snapshot } from '../core/snapshot';
import type { Outcome, Reading } from './verb';

/** The snapshot with what git says of commits and tasks. It fails where git could not be read. */
export function links({ store: { snapshot } }: Reading): Outcome<Snapshot> {
  const problem = snapshot.withoutGit ?? snapshot.repos.find(repo => !repo.history)?.problem;
  return problem ? { ok: false, problem } : { ok: true, value: snapshot };
}
