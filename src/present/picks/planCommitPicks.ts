import type { Text } from '../../words/text';
import type { PickRow } from './pickRow';

const ICONS = { new: 'diff-added', changed: 'diff-modified', deleted: 'diff-removed' } as const;

/** A plan file that differs from HEAD. */
interface ChangedFile {
  readonly path: string;
  readonly state: keyof typeof ICONS;
  readonly partlyStaged: boolean;
}

/** The plan files that differ from HEAD, by their paths; all of them are chosen beforehand. */
export function planFilePicks(files: readonly ChangedFile[]): readonly PickRow<string>[] {
  return files.map(({ path, state, partlyStaged }) => ({
    label: path,
    icon: ICONS[state],
    ...(partlyStaged && { description: { code: 'ui.partly-staged', args: [] } }),
    picked: true,
    value: path,
  }));
}

/**
 * Where plan changes can be committed: on what is checked out, or apart from it.
 * @param branch that is checked out, if one is
 * @param base name of the default branch, if it is known
 */
export function planCommitPlaces(
  branch: string | undefined,
  base: string | undefined,
): readonly PickRow<'here' | 'apart'>[] {
  const here: PickRow<'here'> = {
    label:
      branch === undefined
        ? { code: 'ui.commit-detached', args: [] }
        : { code: 'ui.commit-here', args: [branch] },
    detail: { code: 'ui.commit-here-detail', args: [] },
    icon: 'git-commit',
    value: 'here',
  };
  if (base === undefined) {
    return [here];
  }
  const label: Text = { code: 'ui.commit-apart', args: [base] };
  const detail: Text = { code: 'ui.commit-apart-detail', args: [] };
  return [here, { label, detail, icon: 'git-branch', value: 'apart' }];
}
