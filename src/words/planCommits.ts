import * as l10n from '@vscode/l10n';
import type { Unfinished } from '../core/snapshot';

/** What committing plan files asks and answers. Their types derive from it. */
export const planCommitSentences = {
  'ui.not-committed': () => l10n.t('not committed yet'),
  'ui.file-new': (path: string) => l10n.t('new: {0}', path),
  'ui.file-changed': (path: string) => l10n.t('changed: {0}', path),
  'ui.file-deleted': (path: string) => l10n.t('deleted: {0}', path),
  /** A commit's message: what git users of any language write. */
  'ui.commit-message': () => 'Update the plan',
  'ui.plan-committed': (hash: string) => l10n.t('The plan changes are committed as {0}.', hash),
  'ui.plan-committed-on': (hash: string, branch: string) =>
    l10n.t(
      'The plan changes are committed as {0} on the new branch {1}. No hooks ran. This checkout has not changed.',
      hash,
      branch,
    ),
  'ui.commit-refused': (output: string) =>
    output === ''
      ? l10n.t('Git did not make the commit, and did not say why.')
      : l10n.t('Git did not make the commit: {0}', output),
  'ui.commit-conflict': (paths: string) =>
    l10n.t(
      'The plan changes do not fit on the default branch, where the same lines differ. Nothing was committed: {0}',
      paths,
    ),
  'ui.commit-same': () => l10n.t('The default branch says the same already. Nothing was committed.'),
  'ui.commit-unfinished': (what: Unfinished) => {
    switch (what) {
      case 'merge':
        return l10n.t('A merge is not finished. Finish or abort it, then commit the plan changes.');
      case 'cherry-pick':
        return l10n.t('A cherry-pick is not finished. Finish or abort it, then commit the plan changes.');
      case 'revert':
        return l10n.t('A revert is not finished. Finish or abort it, then commit the plan changes.');
      case 'rebase':
      case 'am':
        return l10n.t('A rebase is not finished. Finish or abort it, then commit the plan changes.');
      case 'unmerged':
        return l10n.t('A plan file has merge conflicts. Resolve them, then commit the plan changes.');
    }
  },
  /** @param repo name of the repository, where there are several */
  'ui.commit-plan-title': (repo: string) =>
    repo === '' ? l10n.t('Commit Plan Changes') : l10n.t('Commit Plan Changes of {0}', repo),
  'ui.commit-message-prompt': () => l10n.t('Message of the commit'),
  'ui.commit-here': (branch: string) => l10n.t('Commit on {0}', branch),
  'ui.commit-here-detail': () => l10n.t('Hooks and signing run as for any commit.'),
  'ui.commit-detached': () => l10n.t('Commit Here, on No Branch'),
  'ui.commit-apart': (base: string) => l10n.t('Commit on a new branch off {0}', base),
  'ui.commit-apart-detail': () => l10n.t('Your checkout and your files do not change. No hooks run.'),
  'ui.partly-staged': () => l10n.t('partly staged: the whole file is committed'),
  'ui.nothing-to-commit': () => l10n.t('All plan changes are committed.'),
  'ui.open-compare': () => l10n.t('Open Compare Page'),
  'ui.unknown-forge': (host: string) =>
    l10n.t(
      'Milepost does not know which forge runs at {0}. Say so in project.md to get its compare page: {1}',
      host,
      `forges: {${host}: gitlab}`,
    ),
  'ui.show-output': () => l10n.t('Show Output'),
  'ui.show-changes': () => l10n.t('Show Source Control'),
  'ui.committing': () => l10n.t('Committing the plan changes…'),
  'ui.save-plan-files': (count: number) =>
    count === 1
      ? l10n.t('1 plan file has unsaved changes. Commits are made of saved files.')
      : l10n.t('{0} plan files have unsaved changes. Commits are made of saved files.', count),
  'ui.save-and-continue': () => l10n.t('Save and Continue'),
  'ui.plan-changes-waiting': (count: number) =>
    count === 1
      ? l10n.t('1 plan change is not committed')
      : l10n.t('{0} plan changes are not committed', count),
  'ui.also-on': (branch: string) => l10n.t('also on {0}', branch),
};
