import type { Reading } from './verb';

/** The default branch of a repository. */
export interface MainLine {
  readonly name: string;
  /** The newest commit that is known here. */
  readonly tip: string;
  /** From which it is fetched; undefined where no remote is known to have it. */
  readonly remote: string | undefined;
}

/** The default branch of a repository (`Repo.top`) as its freshest ref has it; undefined where none is known. */
export function mainLineOf({ store }: Reading, repo: string): MainLine | undefined {
  const history = store.snapshot.repos.find(({ top }) => top === repo)?.history;
  const branch = history?.defaultBranch;
  const there = history?.branches.find(({ name, remote }) => name === branch?.name && remote !== undefined);
  return branch && { name: branch.name, tip: branch.tip, remote: branch.remote ?? there?.remote };
}
