import type { Snapshot } from '../core/snapshot';

/** What empty views explain, as the manifest's welcome texts ask for it. */
export interface ViewState {
  readonly plans: 'loading' | 'noPlan' | 'ready';
  /** `loading`, `ready`, or the code of what keeps git silent, e.g. `git-untrusted`. */
  readonly git: string;
  /** A file is there that could be read as a plan. */
  readonly offer: boolean;
}

/** Codes with a welcome text of their own; to every other failure the log is the way out. */
const EXPLAINED: readonly string[] = ['git-untrusted', 'git-virtual', 'git-missing', 'git-not-repository'];

/** Why there is nothing to show, where there is nothing. */
export function viewState({ phase, plans, repos, offers, withoutGit }: Snapshot): ViewState {
  const problem = withoutGit ?? repos.find(repo => repo.problem)?.problem;
  const git = problem && (EXPLAINED.includes(problem.code) ? problem.code : 'git-failed');
  const unasked = phase === 'ready' ? 'git-not-repository' : 'loading';
  return {
    plans: phase === 'reading' ? 'loading' : plans.length === 0 ? 'noPlan' : 'ready',
    git: repos.some(({ history }) => history) ? 'ready' : (git ?? unasked),
    offer: offers.length > 0,
  };
}
