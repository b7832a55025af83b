import * as l10n from '@vscode/l10n';
import type { MoveRefusals, RefusalMessages } from '../core/plan/change';
import { fileReason } from './fileReasons';
import type { Sentences } from './sentences';

/** Why an edit was not made. */
export const refusalSentences: Sentences<Omit<RefusalMessages, keyof MoveRefusals>> = {
  'item-gone': id => l10n.t('{0} is no longer in this file. Refresh and try again.', id),
  'line-says-by-place': field =>
    l10n.t(
      'The {0} of a task that is one line is where the line stands. Move the task instead: Move To... or milepost move.',
      field,
    ),
  'line-without-place': field =>
    l10n.t('A task that is one line has no place for "{0}". Give it a file of its own first.', field),
  'field-unsupported': (field, format) =>
    l10n.t(
      'Milepost cannot set "{0}" in {1} files. Write it by hand if the format allows it.',
      field,
      format,
    ),
  'field-in-overlay': (field, format, plan) =>
    l10n.t(
      '{1} files have no place for "{0}". An overlay has one: a file project.md with the line "for: {2}" between two lines "---", in a folder plan/ without a plan of its own.',
      field,
      format,
      plan,
    ),
  'title-not-plain': title =>
    l10n.t('The title "{0}" does not fit a task line. Leave out marks such as @name or #label.', title),
  'dependency-circle': ids =>
    l10n.t('These tasks would wait for each other: {0}. Remove one of their dependencies first.', ids),
  'value-invalid': (field, value, expected) =>
    expected === ''
      ? l10n.t('"{1}" is not a valid {0}. The plan has none yet.', field, value)
      : l10n.t('"{1}" is not a valid {0}. Expected: {2}.', field, value, expected),
  'alias-taken': (alias, id, file) =>
    l10n.t('{0} already stands for {1} in {2}. Remove it there first.', alias, id, file),
  'id-elsewhere': id => l10n.t('Another branch or working tree has given the id {0} already.', id),
  'checklist-moved': text => l10n.t('The line "{0}" has moved or changed. Refresh and try again.', text),
  'conflict-markers': () => l10n.t('The file has conflict markers. Resolve them first.'),
  'front-matter-layout': () =>
    l10n.t(
      'This front matter cannot be edited as it is. Write each field on a line of its own, not indented.',
    ),
  'field-stands-twice': field =>
    l10n.t('The front matter has the field "{0}" twice. Remove one of them first.', field),
  'folder-says-status': folder =>
    l10n.t(
      'Tasks in {0} get their status from that folder. Move the file to the folder tasks first.',
      folder,
    ),
  'edit-too-wide': file =>
    l10n.t(
      'This change would have altered other parts of {0} and was not made. Change the file by hand.',
      file,
    ),
  'ambiguous-id': (id, count) => l10n.t('{1} items have the id {0}. Make the ids unique first.', id, count),
  'no-such-item': id => l10n.t('There is no item {0}.', id),
  'no-such-status': (plan, category) =>
    l10n.t(
      'No status of the plan {0} has the category "{1}". Declare one in its project.md.',
      plan,
      category,
    ),
  'title-missing': () => l10n.t('A new item needs a title.'),
  'not-understood': (text, expected) =>
    expected === ''
      ? l10n.t('A new task cannot say "{0}" here.', text)
      : l10n.t('"{0}" is not understood. Expected: {1}', text, expected),
  'not-a-milestone': id => l10n.t('{0} is not a milestone.', id),
  'already-over': name => l10n.t('{0} is done or dropped. Set it back to an open status first.', name),
  'not-a-task': id => l10n.t('{0} is not a task.', id),
  'no-task-of-branch': ids =>
    ids === ''
      ? l10n.t('The branch that is checked out belongs to no open task. Name the task.')
      : l10n.t('The branch that is checked out belongs to several tasks: {0}. Name one of them.', ids),
  'no-such-plan': (name, folders) => l10n.t('There is no plan {0}. Plans: {1}', name, folders),
  'plan-unclear': folders => l10n.t('Several plans can take this: {0}. Name one of them.', folders),
  'not-added-here': format => l10n.t('Milepost cannot add items to {0} plans. Add this one by hand.', format),
  'risks-need-overlay': format =>
    l10n.t(
      'The {0} format has no risks. First create a file project.md with the line "for: {0}" between two lines "---", in a folder plan/ without a plan of its own.',
      format,
    ),
  'overlay-place-taken': folder =>
    l10n.t(
      'The folder {0} is a plan of its own. Make the overlay in another folder, and add that folder to the setting milepost.plans.',
      folder,
    ),
  'no-task-needs-overlay': format =>
    l10n.t(
      'The {0} format has no place for commits that need no task. First create a file project.md with the line "for: {0}" between two lines "---", in a folder plan/ without a plan of its own.',
      format,
    ),
  'dismissals-need-overlay': format =>
    l10n.t(
      'The {0} format has no place to dismiss a finding. First create a file project.md with the line "for: {0}" between two lines "---", in a folder plan/ without a plan of its own.',
      format,
    ),
  'dismissal-needs-id': title =>
    l10n.t('"{0}" has no id, so its findings cannot be dismissed. Give it an id first.', title),
  'dismissal-needs-reason': finding => l10n.t('Give a reason to dismiss {0}.', finding),
  'dismissal-without-finding': (id, finding, has) =>
    has === ''
      ? l10n.t('{0} has no findings, so there is no "{1}" to dismiss.', id, finding)
      : l10n.t('{0} has no finding "{1}" to dismiss. It has: {2}', id, finding, has),
  'changed-meanwhile': file => l10n.t('{0} changed in the meantime and was not written. Try again.', file),
  'not-writable': (file, detail) => l10n.t('{0} could not be written: {1}', file, fileReason(detail)),
  'plan-locked': (file, process, host) =>
    l10n.t(
      '{0} was not written: process {1} on {2} is writing to this plan. Try again when it has finished, or end it.',
      file,
      process,
      host,
    ),
  'lock-failed': (file, place, detail) =>
    l10n.t(
      '{0} could not be written, because Milepost could not create a lock at {1}: {2}',
      file,
      place,
      fileReason(detail),
    ),
  'lock-lost': file =>
    l10n.t(
      '{0} was not written: Milepost was suspended for a minute, and another program took over the plan. Try again.',
      file,
    ),
  'mixed-line-endings': file =>
    l10n.t(
      '{0} has mixed line endings, and the editor would change them all. Save it with one kind first.',
      file,
    ),
  'invalid-characters': file =>
    l10n.t(
      '{0} has characters that are invalid in its encoding and would be lost. Reopen it with the right encoding.',
      file,
    ),
  'undo-changed': file =>
    l10n.t(
      '{0} has changed since, so the last change was not undone. Take the later changes back first.',
      file,
    ),
  'file-exists': file => l10n.t('{0} already exists and was not changed.', file),
  'journal-failed': (file, place, detail) =>
    l10n.t(
      '{0} could not be written, because Milepost could not create a journal at {1}: {2}',
      file,
      place,
      fileReason(detail),
    ),
  'journal-refused': (file, place, detail) =>
    l10n.t(
      '{0} was not written, because Milepost cannot trust its journal at {1}: {2}',
      file,
      place,
      fileReason(detail),
    ),
  'half-made': (written, missing) =>
    l10n.t(
      'Only half of this edit was made: {0} was written and could not be put back, {1} was not written. The next Milepost command that writes to this plan completes the edit.',
      written,
      missing,
    ),
  'not-completed': files =>
    l10n.t(
      'An earlier edit of several files was interrupted, and {0} has changed since. Milepost left {0} as it is. See what is missing there, and make that change again.',
      files,
    ),
  'id-unknown': id => l10n.t('No plan has an item {0}.', id),
  'id-unknown-unread': (id, unread) =>
    unread === 1
      ? l10n.t('No plan has an item {0}, but 1 file could not be read; milepost check tells why.', id)
      : l10n.t(
          'No plan has an item {0}, but {1} files could not be read; milepost check tells why.',
          id,
          unread,
        ),
  'id-in-many': (id, places) => l10n.t('{0} is in several places: {1}', id, places),
  'half-written': (file, draft) =>
    l10n.t(
      '{0} is damaged: the disk failed while it was written. Its complete new text is in {1} beside it; copy it from there.',
      file,
      draft,
    ),
};
