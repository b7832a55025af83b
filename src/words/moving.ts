import * as l10n from '@vscode/l10n';
import type { MoveRefusals } from '../core/plan/change';
import type { Sentences } from './sentences';

/** Why tasks are not moved; learned where they can be, since the engine has no room for it at its start. */
export const moveRefusalSentences: Sentences<MoveRefusals> = {
  'into-itself': name => l10n.t('{0} cannot be moved into itself or its own subtasks.', name),
  'line-needs-milestone': name =>
    l10n.t('{0} is a line of a milestone, so it cannot be without one. Promote it to a file first.', name),
  'lines-below': (name, file) =>
    l10n.t('Lines are nested below {0} in {1}. Move them elsewhere first.', name, file),
  'in-no-list': name =>
    l10n.t(
      '{0} stands in no list of a milestone, so nothing can be placed there. Give it a milestone first.',
      name,
    ),
  'parent-in-id': (id, parent) =>
    l10n.t('The id {0} makes this task a subtask of {1}. Give it another id first.', id, parent),
  'needs-id': title => l10n.t('"{0}" has no id. Give it an id first.', title),
  'no-line': name => l10n.t('{0} has a file of its own already, or its format has no such files.', name),
  'no-file': name => l10n.t('{0} is a line already.', name),
  'more-than-line': (name, what) =>
    l10n.t(
      'A line has no place for these parts of {0}: {1}. Remove them from the file first, or keep the file.',
      name,
      what,
    ),
  'other-plan': name =>
    l10n.t('{0} belongs to another plan. Tasks can be moved within their own plan only.', name),
  'not-moved-here': format =>
    l10n.t('Milepost cannot move tasks in {0} plans. Move the text by hand.', format),
};

/** Questions and answers of the gestures that move, promote and split tasks. */
export const movingSentences = {
  /** @param name '' while the tasks are still to be picked */
  'move.title': (count: number, name: string) =>
    name === ''
      ? l10n.t('Move Tasks')
      : count === 1
        ? l10n.t('Move {0}', name)
        : l10n.t('Move {0} tasks', count),
  'move.where': () => l10n.t('Pick a milestone or a task'),
  'move.how': (name: string) => l10n.t('How should it relate to {0}?', name),
  'move.kind-after': () => l10n.t('Place After'),
  'move.kind-under': () => l10n.t('Make a Subtask'),
  'move.kind-next': () => l10n.t('Starts After It'),
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
  'move.to-line': () => l10n.t('Back to a Line'),
  'move.is-line': (count: number, name: string) =>
    count === 1 ? l10n.t('{0} is a line again', name) : l10n.t('{0} tasks are lines again', count),
  'move.line-cannot-block': (name: string) =>
    l10n.t('{0} is a line, which has no place for a reason. Promote it to a file first.', name),
  'split.title': (name: string) => (name === '' ? l10n.t('Split Task') : l10n.t('Split {0}', name)),
  'split.part': (number: number) =>
    number === 1
      ? l10n.t('Title of the first part, for example: Pay by card @pat est:2d')
      : l10n.t('Title of part {0}; leave it empty to go on', number),
  'split.how': (count: number) =>
    count === 1 ? l10n.t('Where does the part go?') : l10n.t('Where do the {0} parts go?', count),
  'split.under': () => l10n.t('Make Subtasks'),
  'split.after': () => l10n.t('Place After It'),
  'split.estimate': (estimate: string) => l10n.t('What happens to the estimate of {0}?', estimate),
  'split.share': (part: string) => l10n.t('Share It: {0} Each', part),
  'split.leave': (name: string) => l10n.t('Leave It With {0}', name),
  'split.done': (count: number, name: string) =>
    count === 1 ? l10n.t('Split 1 part off {0}', name) : l10n.t('Split {0} parts off {1}', count, name),
};
