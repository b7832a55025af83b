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
          'The default branch is taken from {0}, since there is a remote called upstream. Another one can be named in project.md, for example "branch: origin/main".',
          branch,
        );
      case 'guessed':
        return l10n.t(
          'The default branch could be another one than {0}. Name it in project.md, for example "branch: {0}".',
          branch,
        );
    }
  },
  'ui.main-line-short': (branch: string) =>
    branch === '' ? l10n.t('default branch unknown') : l10n.t('measured against {0}', branch),
};
