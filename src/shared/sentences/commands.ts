import { t } from '@vscode/l10n';

/** What commands ask, offer and say when something did not work. */
export const commandSentences = {
  'ui.show-log': () => t('Show Log'),
  'ui.command-failed': (detail: string) => t('Milepost could not do this: {0}', detail),
  'ui.current': () => t('current'),

  // Editing
  'ui.mixed-line-endings': (file: string) =>
    t('{0} mixes line endings, which the editor would change throughout. Save it with one kind first.', file),
  'ui.invalid-characters': (file: string) =>
    t('{0} holds characters that are not valid in its encoding, which the editor would lose.', file),

  // Asking for tasks and commits
  'ui.pick-task': () => t('Id or title of a task'),
  'ui.pick-branch-tasks': () => t('this branch'),
  'ui.pick-active-tasks': () => t('active'),
  'ui.pick-other-tasks': () => t('other tasks'),
  'ui.pick-finished-tasks': () => t('finished'),
  'ui.pick-commits': () => t('Recent commits without a task'),
  'ui.all-commits-linked': () =>
    t('Every recent commit has a task. Copy the hash of another one to link it.'),
  'ui.pick-status': (count: number) => (count === 1 ? t('New status') : t('New status of {0} tasks', count)),

  // Titles and answers
  'ui.go-to-task-title': () => t('Go to Task'),
  'ui.copy-title': () => t('Copy Task Reference'),
  'ui.set-status-title': () => t('Set Status'),
  'ui.commit-title': () => t('Commits'),
  'ui.link-count': (count: number, hash: string) =>
    count === 1 ? t('Link Commit {0} to Task', hash) : t('Link {0} Commits to Task', count),
  'ui.unlink-title': () => t('Unlink Commit from Task'),
  'ui.linked': (count: number, id: string) =>
    count === 1 ? t('Linked 1 commit to {0}', id) : t('Linked {0} commits to {1}', count, id),
  'ui.unlinked': (id: string) => t('Unlinked from {0}', id),

  // The Milestones view
  'ui.filter-title': () => t('Filter Tasks'),
  'ui.filter-prompt': () => t('Words that id, title, label or assignee must contain'),
  'ui.filter-text': (text: string) => t('"{0}"', text),
  'ui.filter-mine': () => t('mine'),
  'ui.me-missing': () => t('Say who you are in the plan first: set milepost.me to your id, such as @ana.'),
  'ui.group-title': () => t('Group Tasks By'),
  'ui.group-milestone': () => t('Milestone'),
  'ui.group-status': () => t('Status'),
  'ui.group-assignee': () => t('Assignee'),
  'ui.group-priority': () => t('Priority'),
  'ui.grouped-by-status': () => t('by status'),
  'ui.grouped-by-assignee': () => t('by assignee'),
  'ui.grouped-by-priority': () => t('by priority'),

  // A first plan
  'ui.no-folder': () => t('Open a folder first.'),
  'ui.create-title': (folder: string) => t('Create a Plan in {0}', folder),
  'ui.create-prompt': () =>
    t('Prefix of task ids, such as APP for APP-1. Writes plan/project.md and a first milestone.'),
  'ui.create-invalid': () => t('Start with a letter; letters, digits and underscores only.'),
  'ui.create-exists': (file: string) => t('{0} is already there and was not touched.', file),
};
