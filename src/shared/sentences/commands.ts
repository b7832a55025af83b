import * as l10n from '@vscode/l10n';

/** What commands ask, offer and say when something did not work. */
export const commandSentences = {
  'ui.show-log': () => l10n.t('Show Log'),
  'ui.command-failed': (detail: string) => l10n.t('Milepost could not do this: {0}', detail),
  'ui.current': () => l10n.t('current'),

  // Editing
  'ui.mixed-line-endings': (file: string) =>
    l10n.t(
      '{0} mixes line endings, which the editor would change throughout. Save it with one kind first.',
      file,
    ),
  'ui.invalid-characters': (file: string) =>
    l10n.t('{0} holds characters that are not valid in its encoding, which the editor would lose.', file),

  // Asking for tasks and commits
  'ui.pick-task': () => l10n.t('Id or title of a task'),
  'ui.pick-branch-tasks': () => l10n.t('this branch'),
  'ui.pick-active-tasks': () => l10n.t('active'),
  'ui.pick-other-tasks': () => l10n.t('other tasks'),
  'ui.pick-finished-tasks': () => l10n.t('finished'),
  'ui.pick-commits': () => l10n.t('Recent commits without a task'),
  'ui.all-commits-linked': () =>
    l10n.t('Every recent commit has a task. Copy the hash of another one to link it.'),
  'ui.pick-status': (count: number) =>
    count === 1 ? l10n.t('New status') : l10n.t('New status of {0} tasks', count),

  // Titles and answers
  'ui.go-to-task-title': () => l10n.t('Go to Task'),
  'ui.copy-title': () => l10n.t('Copy Reference'),
  'ui.set-status-title': () => l10n.t('Set Status'),
  'ui.commit-title': () => l10n.t('Commits'),
  'ui.link-count': (count: number, hash: string) =>
    count === 1 ? l10n.t('Link Commit {0} to Task', hash) : l10n.t('Link {0} Commits to Task', count),
  'ui.unlink-title': () => l10n.t('Unlink Commit from Task'),
  'ui.linked': (count: number, id: string) =>
    count === 1 ? l10n.t('Linked 1 commit to {0}', id) : l10n.t('Linked {0} commits to {1}', count, id),
  'ui.unlinked': (id: string) => l10n.t('Unlinked from {0}', id),

  // Links whose commits have gone
  'ui.update-links-title': () => l10n.t('Update Links to Rewritten Commits'),
  'ui.no-links-to-update': () => l10n.t('Every link names its commit as it is now.'),
  'ui.links-updated': (count: number) =>
    count === 1 ? l10n.t('Updated 1 link') : l10n.t('Updated {0} links', count),
  'ui.remove-link-title': () => l10n.t('Remove Lost Link'),
  'ui.no-lost-links': () => l10n.t('No link names a commit that is missing here.'),
  'ui.link-removed': (id: string) => l10n.t('Removed the link from {0}', id),

  // Whether a branch was merged
  'ui.check-merged-title': () => l10n.t('Check Whether a Branch Was Merged'),
  'ui.no-open-branches': () => l10n.t('Every branch that belongs to a task has been merged.'),
  'ui.branch-is-merged': (branch: string) => l10n.t('{0} has been merged.', branch),
  'ui.branch-is-merged-as': (branch: string, hash: string, subject: string) =>
    l10n.t('{0} has been merged, as {1} "{2}".', branch, hash, subject),
  'ui.branch-is-rebased': (branch: string, commits: number) =>
    l10n.t('{0} has been merged: each of its changes is there, in {1} commits.', branch, commits),
  'ui.branch-not-merged': (branch: string, base: string) =>
    l10n.t(
      'No commit on {1} makes the change of {0}. It has not been merged, or was changed in the merge.',
      branch,
      base,
    ),

  // The Milestones view
  'ui.filter-title': () => l10n.t('Filter Tasks'),
  'ui.filter-prompt': () => l10n.t('Words that id, title, label or assignee must contain'),
  'ui.filter-text': (text: string) => l10n.t('"{0}"', text),
  'ui.filter-mine': () => l10n.t('mine'),
  'ui.filter-at-risk': () => l10n.t('at risk'),
  'ui.me-missing': () =>
    l10n.t('Say who you are in the plan first: set milepost.me to your id, such as @ana.'),
  'ui.copy-status-title': () => l10n.t('Copy Status'),
  'ui.for-executives': () => l10n.t('For Executives'),
  'ui.for-executives-detail': () => l10n.t('In plain language, without ids'),
  'ui.for-engineers': () => l10n.t('For Engineers'),
  'ui.for-engineers-detail': () => l10n.t('With ids and links to the files of the plan'),
  'ui.status-writing': () => l10n.t('Writing the status…'),
  'ui.status-copied': () => l10n.t('Status copied'),
  'ui.group-title': () => l10n.t('Group and Sort Tasks'),
  'ui.group-milestone': () => l10n.t('Milestone'),
  'ui.group-status': () => l10n.t('Status'),
  'ui.group-assignee': () => l10n.t('Assignee'),
  'ui.group-priority': () => l10n.t('Priority'),
  'ui.grouped-by-status': () => l10n.t('by status'),
  'ui.grouped-by-assignee': () => l10n.t('by assignee'),
  'ui.grouped-by-priority': () => l10n.t('by priority'),

  // New items
  'ui.new-task': () => l10n.t('New Task'),
  'ui.new-milestone': () => l10n.t('New Milestone'),
  'ui.new-risk': () => l10n.t('New Risk'),
  'ui.new-empty': () => l10n.t('Title'),
  'ui.new-due': () => l10n.t('Due date as YYYY-MM-DD, or nothing'),
  'ui.pick-probability': () => l10n.t('Probability, from 1 (up to 10%) to 5 (over 70%)'),
  'ui.pick-impact': () => l10n.t('Impact, from 1 (hardly any) to 5 (very high)'),

  // A first plan
  'ui.no-folder': () => l10n.t('Open a folder first.'),
  'ui.create-title': (folder: string) => l10n.t('Create a Plan in {0}', folder),
  'ui.create-prompt': () =>
    l10n.t('Prefix of task ids, such as APP for APP-1. Writes plan/project.md and a first milestone.'),
  'ui.create-invalid': () => l10n.t('Start with a letter; letters, digits and underscores only.'),
  'ui.create-exists': (file: string) => l10n.t('{0} is already there and was not touched.', file),
};
