import * as l10n from '@vscode/l10n';
import type { MainLineDoubt } from '../core/evidence/graph/history';

/** What is said about the default branch where it is not the obvious one. */
export const mainLineSentences = {
  'ui.main-line': (why: MainLineDoubt, branch: string) => {
    switch (why) {
      case 'unknown':
        return l10n.t(
          'The default branch is not known, so nothing counts as merged. Name it in project.md, for example "branch: main".',
        );
      case 'upstream':
        return l10n.t(
          'Milepost takes {0} for the default branch, because there is a remote called upstream. To take another one, name it in project.md, for example "branch: origin/main".',
          branch,
        );
      case 'guessed':
        return l10n.t(
          'Milepost takes {0} for the default branch, but it may be another one. Name it in project.md, for example "branch: {0}".',
          branch,
        );
    }
  },
  'ui.main-line-short': (branch: string) =>
    branch === '' ? l10n.t('default branch unknown') : l10n.t('measured against {0}', branch),
};
