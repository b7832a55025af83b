import * as l10n from '@vscode/l10n';

/** Questions and answers of the gestures that move, promote and split tasks. */
export const movingSentences = {
  /** @param name '' while the tasks are still to be picked */
  'move.title': (count: number, name: string) =>
    name === ''
      ? l10n.t('Move Tasks')
      : count === 1
        ? l10n.t('Move {0}', name)
        : l10n.t('Move {0} tasks', count),
  'move.where': () => l10n.t('A milestone, or a task to place it at'),
  'move.how': (name: string) => l10n.t('What does {0} mean for it?', name),
  'move.after': () => l10n.t('Place After'),
  'move.under': () => l10n.t('Make a Subtask'),
  'move.next': () => l10n.t('Starts After It'),
  'move.after-means': (name: string) => l10n.t('behind {0} in the list', name),
  'move.under-means': (name: string) => l10n.t('below {0}', name),
  'move.next-means': (name: string) => l10n.t('waits until {0} is done', name),
  'move.milestones': () => l10n.t('milestones'),
  'move.tasks': () => l10n.t('tasks'),
  'move.done': (count: number, name: string) =>
    count === 1 ? l10n.t('Moved {0}', name) : l10n.t('Moved {0} tasks', count),
  'move.next-done': (count: number, name: string, first: string) =>
    count === 1
      ? l10n.t('{0} starts after {1}', name, first)
      : l10n.t('{0} tasks start after {1}', count, first),
  'move.promote': () => l10n.t('Promote to File'),
  'move.promoted': (count: number, name: string) =>
    count === 1
      ? l10n.t('{0} has a file of its own', name)
      : l10n.t('{0} tasks have files of their own', count),
  'move.line-cannot-block': (name: string) =>
    l10n.t('{0} is a line, which has no place for a reason. Promote it to a file first.', name),
  'move.other-plan': (name: string) =>
    l10n.t('{0} belongs to another plan. Tasks can be moved within their own plan only.', name),
};
