import * as l10n from '@vscode/l10n';
import type { ProblemMessages } from '../core/plan/problem';
import { fileReason } from './fileReasons';
import type { Sentences } from './sentences';

/** What is wrong in a plan file. */
export const problemSentences: Sentences<ProblemMessages> = {
  yaml: detail => l10n.t('This entry is not valid YAML: {0}', detail),
  'entry-too-long': (field, size, limit) =>
    l10n.t('"{0}" is not read: it has {1} MB, and the limit is {2} MB. Make it shorter.', field, size, limit),
  'entry-too-deep': (field, levels) =>
    l10n.t('"{0}" is not read: it is nested more than {1} levels deep. Write it flatter.', field, levels),
  'more-problems': count =>
    l10n.t('{0} more problems with these entries are not listed. Correct the listed ones first.', count),
  'front-matter-open': () =>
    l10n.t('The front matter is not closed: add a line with three hyphens after it.'),
  conflict: () =>
    l10n.t(
      'This file has conflict markers. Milepost reads the "ours" side and edits nothing until you resolve them.',
    ),
  unreadable: detail => l10n.t('This file could not be read: {0}', fileReason(detail)),
  'missing-id': () =>
    l10n.t('This item has no id, so nothing can be linked to it. Add an id to the front matter.'),
  'duplicate-field': field => l10n.t('The field "{0}" is repeated here; only the first one counts.', field),
  'bad-id': id => l10n.t('"{0}" is not an id. Use a prefix, a hyphen and a number, such as APP-12.', id),
  'duplicate-id': (id, other) => l10n.t('The id {0} is used again in {1}.', id, other),
  'alias-shared': (alias, id, file) =>
    l10n.t('{0} is also an alias of {1} in {2}, so it stands for neither item.', alias, id, file),
  'alias-is-id': (alias, file) =>
    l10n.t('{0} is the id of an item in {1}, so it cannot stand for this item.', alias, file),
  'task-without-id': title => l10n.t('"{0}" has no id yet, so commits cannot be linked to it.', title),
  'unknown-status': status => l10n.t('"{0}" is not a status of this plan.', status),
  'unknown-milestone': milestone => l10n.t('There is no milestone "{0}" in this plan.', milestone),
  'unknown-parent': id => l10n.t('There is no parent task {0} in this plan.', id),
  'unknown-dependency': id => l10n.t('There is no task or milestone {0} to depend on.', id),
  'dependency-cycle': ids => l10n.t('These tasks depend on each other: {0}', ids),
  'parent-cycle': ids => l10n.t("These tasks are each other's parents: {0}", ids),
  'unknown-task': id => l10n.t('There is no task {0} in this plan.', id),
  'unknown-item': id => l10n.t('There is no item {0} in this plan.', id),
  'unknown-finding': code =>
    l10n.t('There is no finding "{0}", so this dismisses nothing. Use a name such as overdue.', code),
  'dismissed-without-reason': code => l10n.t('{0} is dismissed here without a reason. Add a reason.', code),
  'bad-value': (field, value, expected) =>
    l10n.t('"{1}" is not a valid {0}. Expected: {2}.', field, value, expected),
  'no-date': (value, places) =>
    places === 1
      ? l10n.t('{0} is read as "no date".', value)
      : l10n.t('{0} is read as "no date" in {1} places.', value, places),
  'reference-differs': (id, box, status) =>
    l10n.t('The box of {0} is [{1}], but its own file says {2}.', id, box, status),
  'ambiguous-reference': id =>
    l10n.t('Several plans have an item {0}. Put the plan before it, as in plan:{0}.', id),
  'listed-again': id =>
    l10n.t('{0} is listed in several places. Its own file counts, then its first line.', id),
  'overlay-without-plan': plan =>
    l10n.t('This folder adds to the plan "{0}", but there is no such plan in this workspace folder.', plan),
};
