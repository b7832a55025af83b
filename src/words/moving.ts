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
  'split.title': (name: string) => (name === '' ? l10n.t('Split Task') : l10n.t('Split {0}', name)),
  'split.part': (number: number) =>
    number === 1
      ? l10n.t('Title of the first part, for example: Pay by card @pat est:2d')
      : l10n.t('Title of part {0}, or nothing to go on', number),
  'split.how': (count: number) =>
    count === 1 ? l10n.t('Where does the part go?') : l10n.t('Where do the {0} parts go?', count),
  'split.under': () => l10n.t('Make Subtasks'),
  'split.after': () => l10n.t('Place After It'),
  'split.estimate': (estimate: string) => l10n.t('Who gets the estimate of {0}?', estimate),
  'split.share': (part: string) => l10n.t('Share It: {0} Each', part),
  'split.leave': (name: string) => l10n.t('Leave It With {0}', name),
  'split.done': (count: number, name: string) =>
    count === 1 ? l10n.t('Split 1 part off {0}', name) : l10n.t('Split {0} parts off {1}', count, name),
};
