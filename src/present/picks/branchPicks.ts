import type { Repo, Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import type { SubjectOf } from '../row';
import type { PickRow } from './pickRow';

/** Branches that are offered for an end of a review; others can be typed. */
const MOST_BRANCHES = 500;

/** Branches of tasks that do not count as merged, each with its plan. */
export function openBranchPicks({ plans }: Snapshot): readonly PickRow<SubjectOf<'branch'>>[] {
  return plans.flatMap(({ plan, repo, evidence }) => {
    const open = (evidence?.branches ?? []).filter(({ merged }) => !merged);
    return repo === undefined
      ? []
      : [...new Set(open.map(({ branch }) => branch))].map(branch => ({
          label: branch,
          description: plan.name,
          value: { kind: 'branch', plan: plan.uid, repo, branch } as const,
        }));
  });
}

/** Local branches and those of the remote that are not checked out, each name once. */
export function branchNames(repo: Repo | undefined): readonly string[] {
  const branches = repo?.history?.branches ?? [];
  const local = branches.filter(({ remote }) => remote === undefined).map(({ name }) => name);
  const known = new Set(local);
  const remote = branches.flatMap(({ name, remote: from }) =>
    from !== undefined && !known.has(name) ? [`${from}/${name}`] : [],
  );
  return [...local, ...remote].slice(0, MOST_BRANCHES);
}

/** Ends of a review that shows a commit: the branches as given, and the commit alone. An empty end follows again. */
export function reviewPicks({
  branches,
  alone,
}: {
  readonly branches: readonly {
    readonly name: string;
    readonly checkedOut: boolean;
    readonly isDefault: boolean;
  }[];
  readonly alone?: { readonly base: string; readonly head: string };
}): readonly PickRow<{ readonly base: string; readonly head: string }>[] {
  const commit: Text = { code: 'ui.review-commit', args: [] };
  return [
    ...branches.map(({ name, checkedOut, isDefault }) => {
      const description: Text = [
        ...(checkedOut ? [{ code: 'ui.checked-out' as const, args: [] as [] }] : []),
        ...(isDefault ? [{ code: 'ui.default-branch' as const, args: [] as [] }] : []),
      ];
      const value = { base: '', head: checkedOut ? '' : name };
      return { label: name, description, icon: 'git-branch', value };
    }),
    ...(alone ? [{ label: commit, icon: 'git-commit', value: alone }] : []),
  ];
}
