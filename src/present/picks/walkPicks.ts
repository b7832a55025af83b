import { subjectOf } from '../../core/evidence/graph/history';
import type { Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import type { PickList, PickRow } from './pickRow';
import { taskPicks, type LikelyPick } from './taskPicks';

/** A commit of the walk-through, and where in it. */
export interface WalkStep {
  /** `Repo.top`. */
  readonly repo: string;
  readonly hash: string;
  /** Counted from 1. */
  readonly step: number;
  readonly steps: number;
  readonly likely: readonly LikelyPick[];
  /** Whether the plan has a place that says that a commit needs no task. */
  readonly canExcuse: boolean;
}

/** The answer to one step. */
export type WalkAnswer =
  | { readonly kind: 'task'; readonly plan: string; readonly uid: string }
  | { readonly kind: 'none' | 'skip' | 'open' | 'back' };

/** What is asked about one commit: its likely tasks first, then what else can be done, then all other tasks. */
export function walkPicks(
  snapshot: Snapshot,
  { repo, hash, step, steps, likely, canExcuse }: WalkStep,
): { readonly title: Text; readonly rows: PickList<WalkAnswer> } {
  const commit = snapshot.repos.find(({ top }) => top === repo)?.history?.commits.get(hash);
  const tasks = taskPicks(snapshot, { repo, likely });
  const places = new Set(likely.map(({ plan, uid }) => `${plan}\n${uid}`));
  const isLikely = (row: PickList<{ plan: string; uid: string }>[number]): boolean =>
    'value' in row && places.has(`${row.value.plan}\n${row.value.uid}`);
  const count = tasks.filter(isLikely).length;
  // Its title and the likely tasks; none where nothing is likely.
  const first = count > 0 ? count + 1 : 0;
  const others: PickRow<WalkAnswer>[] = [
    ...(canExcuse ? [own('none', 'ui.walk-none', 'circle-slash')] : []),
    own('skip', 'ui.walk-skip', 'debug-step-over'),
    own('open', 'ui.walk-open', 'diff-multiple'),
    ...(step > 1 ? [own('back', 'ui.walk-back', 'arrow-left')] : []),
  ];
  return {
    title: { code: 'ui.walk-title', args: [step, steps, commit ? subjectOf(commit) : hash] },
    rows: [
      ...tasks.slice(0, first),
      { title: { code: 'ui.walk-this', args: [] } },
      ...others,
      ...tasks.slice(first),
    ],
  };
}

function own(
  kind: Exclude<WalkAnswer['kind'], 'task'>,
  code: 'ui.walk-none' | 'ui.walk-skip' | 'ui.walk-open' | 'ui.walk-back',
  icon: string,
): PickRow<WalkAnswer> {
  return { label: { code, args: [] }, icon, value: { kind } };
}
