import type { History } from '../core/evidence/graph/history';
import type { Text } from '../words/text';

/** The name of the default branch where it is not the obvious one, with its remote; '' where none is known. */
export function unusualMainLine({ mainLineDoubt, defaultBranch }: History): string | undefined {
  if (!mainLineDoubt) {
    return undefined;
  }
  const { name = '', remote } = defaultBranch ?? {};
  return remote === undefined ? name : `${remote}/${name}`;
}

/** Which default branch was taken, why, and how to set another one; undefined where it is the obvious one. */
export function mainLineText(history: History): Text | undefined {
  const { mainLineDoubt } = history;
  return mainLineDoubt && { code: 'ui.main-line', args: [mainLineDoubt, unusualMainLine(history) ?? ''] };
}
