import * as l10n from '@vscode/l10n';

/** Questions, choices, answers and errors of commands. */
export const commandSentences = {
  'ui.show-log': () => l10n.t('Show Log'),
  'ui.try-again': () => l10n.t('Try Again'),
  'ui.open-file': () => l10n.t('Open File'),
  'ui.read-overlays': () => l10n.t('Read About Overlays'),
  'ui.make-overlay': () => l10n.t('Make an Overlay'),
  'ui.refresh': () => l10n.t('Refresh'),
  'ui.manage-trust': () => l10n.t('Manage Workspace Trust'),
  'ui.open-settings': () => l10n.t('Open Settings'),
  'ui.manage-unsafe': () => l10n.t('Manage Unsafe Repositories'),
  'ui.init-git': () => l10n.t('Initialize Repository'),
  'ui.open-folder': () => l10n.t('Open Folder'),
  'ui.command-failed': (detail: string) => l10n.t('Milepost could not do this: {0}', detail),
  'ui.current': () => l10n.t('current'),

  // Undoing
  'ui.undo': () => l10n.t('Undo'),
  'ui.undone': (files: string) => l10n.t('Undid the last change of {0}', files),
  'ui.nothing-to-undo': () => l10n.t('There is no change by Milepost to undo in this window.'),
  'ui.open-changes': () => l10n.t('Open Changes'),

  // Asking for tasks and commits
  'ui.pick-task': () => l10n.t('Id or title of a task'),
  'ui.pick-likely-tasks': () => l10n.t('likely'),
  'ui.pick-likely-commits': () => l10n.t('likely'),
  'ui.pick-other-commits': () => l10n.t('other commits'),
  'ui.pick-branch-tasks': () => l10n.t('this branch'),
  'ui.pick-active-tasks': () => l10n.t('active'),
  'ui.pick-other-tasks': () => l10n.t('other tasks'),
  'ui.pick-finished-tasks': () => l10n.t('finished'),
  'ui.pick-commits': () => l10n.t('Recent commits without a task'),
  'ui.all-commits-linked': () =>
    l10n.t('Every recent commit has a task. To link an older commit, copy its hash first.'),

  // Titles and answers
  'ui.go-to-task-title': () => l10n.t('Go to Task'),
  'ui.copy-title': () => l10n.t('Copy Reference'),
  'ui.commit-title': () => l10n.t('Commits'),
  'ui.link-count': (count: number, hash: string) =>
    count === 1 ? l10n.t('Link Commit {0} to Task', hash) : l10n.t('Link {0} Commits to Task', count),
  'ui.unlink-title': () => l10n.t('Unlink Commit from Task'),
  'ui.linked': (count: number, id: string) =>
    count === 1 ? l10n.t('Linked 1 commit to {0}', id) : l10n.t('Linked {0} commits to {1}', count, id),
  'ui.unlinked': (id: string) => l10n.t('Unlinked from {0}', id),

  // Commits without a task, one after the other
  'ui.walk-title': (step: number, steps: number, subject: string) =>
    l10n.t('Commit {0} of {1}: {2}', step, steps, subject),
  'ui.walk-task': () => l10n.t('Which task does the commit belong to?'),
  'ui.walk-this': () => l10n.t('this commit'),
  'ui.walk-none': () => l10n.t('No Task Needed'),
  'ui.walk-skip': () => l10n.t('Skip'),
  'ui.walk-open': () => l10n.t('Open Commit'),
  'ui.walk-back': () => l10n.t('Back to the Previous Commit'),
  'ui.walk-nothing': () => l10n.t('Every commit has a task.'),
  'ui.walked': (linked: number, excused: number) =>
    excused === 0
      ? linked === 1
        ? l10n.t('Linked 1 commit')
        : l10n.t('Linked {0} commits', linked)
      : linked === 0
        ? excused === 1
          ? l10n.t('1 commit needs no task')
          : l10n.t('{0} commits need no task', excused)
        : l10n.t('Commits linked: {0}. Commits that need no task: {1}', linked, excused),
  'ui.link-commits-title': (id: string) =>
    id === '' ? l10n.t('Link Commits to a Task') : l10n.t('Link Commits to {0}', id),

  // Which branch is reviewed
  'ui.review-which': () => l10n.t('Review a Branch'),
  'ui.review-commit': () => l10n.t('This Commit Only'),
  'ui.review-several': (hash: string) =>
    l10n.t('Several branches contain {0}. Which one do you review?', hash),
  'ui.review-none': (hash: string) =>
    l10n.t('No branch here contains {0}. Which branch do you review?', hash),

  // Links whose commits have gone
  'ui.update-links-title': () => l10n.t('Update Links to Rewritten Commits'),
  'ui.no-links-to-update': () => l10n.t('All commit links are up to date.'),
  'ui.links-updated': (count: number) =>
    count === 1 ? l10n.t('Updated 1 link') : l10n.t('Updated {0} links', count),
  'ui.remove-link-title': () => l10n.t('Remove Lost Link'),
  'ui.no-lost-links': () => l10n.t('There are no links to missing commits.'),
  'ui.link-removed': (id: string) => l10n.t('Removed the link from {0}', id),

  // Another id
  'ui.renumber-title': () => l10n.t('Give a New Id'),
  'ui.renumber-prompt': () =>
    l10n.t(
      'The new id. It replaces the former one in all files of the plan. Branches and commits keep theirs.',
    ),
  'ui.renumbered': (title: string, id: string, files: number) =>
    files === 1
      ? l10n.t('"{0}" has the id {1} now. 1 file changed.', title, id)
      : l10n.t('"{0}" has the id {1} now. {2} files changed.', title, id, files),

  // Findings that do not apply
  'ui.dismiss-title': () => l10n.t('Dismiss Finding'),
  'ui.pick-finding': () => l10n.t('A finding that does not apply'),
  'ui.dismiss-prompt': (items: string) =>
    l10n.t('Why does the finding not apply to {0}? The plan keeps the reason.', items),
  'ui.dismiss-empty': () => l10n.t('Give a reason.'),
  'ui.finding-dismissed': (items: string) => l10n.t('Dismissed for {0}', items),

  // Whether a branch was merged
  'ui.check-merged-title': () => l10n.t('Check Whether a Branch Was Merged'),
  'ui.no-open-branches': () => l10n.t('Every branch that belongs to a task has been merged.'),
  'ui.branch-is-merged': (branch: string) => l10n.t('{0} has been merged.', branch),
  'ui.branch-is-merged-as': (branch: string, hash: string, subject: string) =>
    l10n.t('{0} has been merged, as {1} "{2}".', branch, hash, subject),
  'ui.branch-is-rebased': (branch: string, commits: number) =>
    l10n.t('{0} has been merged: {1} commits make all of its changes.', branch, commits),
  'ui.branch-not-merged': (branch: string, base: string) =>
    l10n.t(
      'No commit on {1} makes the changes of {0}. Either {0} was not merged, or the merge altered them.',
      branch,
      base,
    ),

  // Fetching
  'ui.fetching': () => l10n.t('Fetching…'),
  'ui.fetched': (branch: string, moved: boolean) =>
    moved ? l10n.t('Fetched: {0} has moved on.', branch) : l10n.t('Fetched: {0} was up to date.', branch),
  'ui.fetch-failed': (output: string) =>
    output === ''
      ? l10n.t('Git could not fetch, and did not say why.')
      : l10n.t('Git could not fetch: {0}', output),
  'ui.fetch-unknown': () =>
    l10n.t(
      'Only the git extension of VS Code fetches for Milepost. It is off, or has not opened this repository.',
    ),

  // The Milestones view
  'ui.copy-status-title': () => l10n.t('Copy Status'),
  'ui.for-executives': () => l10n.t('For Executives'),
  'ui.for-executives-detail': () => l10n.t('In plain language, without ids'),
  'ui.for-engineers': () => l10n.t('For Engineers'),
  'ui.for-engineers-detail': () => l10n.t('With ids and links to the files of the plan'),
  'ui.status-writing': () => l10n.t('Writing…'),
  'ui.status-copied': () => l10n.t('Status copied'),
  'ui.review-copied': () => l10n.t('Review summary copied'),
  'ui.table-copied': () => l10n.t('Table copied'),
  'ui.svg-copied': () => l10n.t('Chart copied as SVG'),
  'ui.mermaid-copied': () => l10n.t('Chart copied as Mermaid'),
  'ui.table-gone': () => l10n.t('The panel no longer shows this table.'),
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

  // A first plan
  'ui.no-folder': () => l10n.t('Open a folder first.'),
  'ui.create-title': (folder: string) => l10n.t('Create a Plan in {0}', folder),
  'ui.create-prompt': () =>
    l10n.t('Prefix of task ids, such as APP for APP-1. Writes plan/project.md and a first milestone.'),
  'ui.plan-created': (files: string) => l10n.t('Created {0}', files),
  'ui.create-invalid': () => l10n.t('Start with a letter; letters, digits and underscores only.'),

  // The sample project
  'ui.sample-where': () => l10n.t('Choose a folder for the sample project'),
  'ui.sample-here': () => l10n.t('Create Sample Here'),
  'ui.sample-writing': () => l10n.t('Writing the sample project…'),
  'ui.sample-open': () => l10n.t('Open Sample'),
  'ui.sample-another': () => l10n.t('Choose Another Folder'),
  'ui.sample-not-here': () => l10n.t('The sample project can only be written to a folder on this machine.'),
  'ui.sample-restricted': (folder: string) =>
    l10n.t(
      'The sample project is in {0}. It has no commits, because git is not used in Restricted Mode.',
      folder,
    ),
  'ui.sample-without-commits': (folder: string, reason: string) =>
    l10n.t('The sample project is in {0}. It has no commits. {1}', folder, reason),
};
