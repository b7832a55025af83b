import * as l10n from '@vscode/l10n';
import { formatDay, formatWeekday } from './days';
import { movingSentences } from './moving';

/** What fields are called in sentences, by their names in files. */
const FIELD_NAMES = {
  title: () => l10n.t('title'),
  status: () => l10n.t('status'),
  milestone: () => l10n.t('milestone'),
  assignee: () => l10n.t('assignees'),
  owner: () => l10n.t('owner'),
  priority: () => l10n.t('priority'),
  labels: () => l10n.t('labels'),
  estimate: () => l10n.t('estimate'),
  remaining: () => l10n.t('work left'),
  start: () => l10n.t('start date'),
  due: () => l10n.t('due date'),
  depends_on: () => l10n.t('dependencies'),
  blocked: () => l10n.t('reason for being blocked'),
  until: () => l10n.t('day until which it is blocked'),
  probability: () => l10n.t('probability'),
  impact: () => l10n.t('impact'),
  response: () => l10n.t('response'),
  review: () => l10n.t('next review'),
  health: () => l10n.t('health'),
  health_note: () => l10n.t('note on its health'),
  spent: () => l10n.t('work spent'),
  delay: () => l10n.t('delay'),
  trigger: () => l10n.t('trigger'),
  parent: () => l10n.t('parent'),
  health_date: () => l10n.t('date of its health'),
  aliases: () => l10n.t('other ids'),
  branch: () => l10n.t('branches'),
} as const;

/** A field that gestures can set, by its name in files. */
export type NamedField = keyof typeof FIELD_NAMES;

/** Questions and answers of the gestures that change fields of items, which come with the code that asks them. */
export const gestureSentences = {
  ...movingSentences,
  /** @param name '' while the item is still to be picked */
  'edit.set-field-title': (field: NamedField, count: number, name: string) =>
    name === ''
      ? l10n.t('Set {0}', FIELD_NAMES[field]())
      : count === 1
        ? l10n.t('Set {0} of {1}', FIELD_NAMES[field](), name)
        : l10n.t('Set {0} of {1} items', FIELD_NAMES[field](), count),
  'edit.field-set': (field: NamedField, count: number, name: string, value: string) =>
    count === 1
      ? l10n.t('Set {0} of {1} to {2}', FIELD_NAMES[field](), name, value)
      : l10n.t('Set {0} of {1} items to {2}', FIELD_NAMES[field](), count, value),
  'edit.field-removed': (field: NamedField, count: number, name: string) =>
    count === 1
      ? l10n.t('Removed {0} from {1}', FIELD_NAMES[field](), name)
      : l10n.t('Removed {0} from {1} items', FIELD_NAMES[field](), count),
  'edit.start-title': () => l10n.t('Start Work'),
  'edit.start-where': (name: string) => l10n.t('{0} has a branch already', name),
  'edit.check-out': (branch: string) => l10n.t('Check out {0}', branch),
  'edit.another-branch': () => l10n.t('Make another branch'),
  'edit.checked-out': (branch: string) => l10n.t('{0} is checked out.', branch),
  'edit.started': (name: string, branch: string) => l10n.t('{0} is started on the branch {1}', name, branch),
  'edit.finish-title': () => l10n.t('Finish Work'),
  'edit.finish-open': (criteria: number, subtasks: number, name: string) => {
    if (criteria > 0 && subtasks > 0) {
      return l10n.t('Criteria and subtasks of {0} are still open', name);
    }
    if (criteria > 0) {
      return criteria === 1
        ? l10n.t('1 criterion of {0} is still open', name)
        : l10n.t('{0} criteria of {1} are still open', criteria, name);
    }
    return subtasks === 1
      ? l10n.t('1 subtask of {0} is still open', name)
      : l10n.t('{0} subtasks of {1} are still open', subtasks, name);
  },
  'edit.finish-tick': (count: number) =>
    count === 1 ? l10n.t('Tick the criterion and finish') : l10n.t('Tick all criteria and finish'),
  'edit.finish-all-the-same': () => l10n.t('Finish and leave them open'),
  'edit.finish-criteria': () => l10n.t('still open'),
  'edit.finished': (name: string) => l10n.t('{0} is done', name),
  'edit.finish-next': (name: string, branch: string) =>
    branch === ''
      ? l10n.t('{0} is done in its file. Commit that change.', name)
      : l10n.t('{0} is done in its file. Commit that change, then push {1}.', name, branch),
  'edit.push-branch': (branch: string) => l10n.t('Push {0}', branch),
  'edit.publish-branch': (branch: string) => l10n.t('Publish {0}', branch),
  'edit.commit-plan': () => l10n.t('Commit Plan Changes'),
  'edit.pick-item': () => l10n.t('Id or title'),
  'edit.pick-value': (field: NamedField) => l10n.t('New {0}', FIELD_NAMES[field]()),
  'edit.no-value': (field: NamedField) => l10n.t('Remove {0}', FIELD_NAMES[field]()),
  'edit.new-value': (value: string) => l10n.t('New: {0}', value),
  'edit.value-unclear': (typed: string) => l10n.t('Not understood: {0}', typed),
  'edit.from-git': () => l10n.t('from git'),
  'edit.day-hint': () => l10n.t('For example: friday, +2w, 24 dec or 2026-12-24'),
  'edit.weekday-day': (day: string) => formatWeekday(day),
  'edit.days-from-today': (days: number) => {
    switch (days) {
      case 0:
        return l10n.t('today');
      case 1:
        return l10n.t('tomorrow');
      default:
        return days > 0 ? l10n.t('in {0} days', days) : l10n.t('{0} days ago', -days);
    }
  },
  'edit.day-even': () => l10n.t('as forecast, even odds'),
  'edit.day-safe': () => l10n.t('safe to promise'),
  'edit.day-scheduled': () => l10n.t('as scheduled'),
  'edit.due-on': (day: string) => l10n.t('due {0}', formatWeekday(day)),
  /** @param name '' while the item is still to be picked */
  'edit.shift-title': (count: number, name: string) =>
    name === ''
      ? l10n.t('Shift dates')
      : count === 1
        ? l10n.t('Shift dates of {0}', name)
        : l10n.t('Shift dates of {0} items', count),
  'edit.shift-hint': () => l10n.t('For example: +2w, -3d, or +5wd for working days'),
  'edit.shift-by': (count: number, unit: 'days' | 'workdays') => {
    const many = Math.abs(count);
    const span =
      unit === 'workdays'
        ? many === 1
          ? l10n.t('1 working day')
          : l10n.t('{0} working days', many)
        : many % 7 === 0
          ? many === 7
            ? l10n.t('1 week')
            : l10n.t('{0} weeks', many / 7)
          : many === 1
            ? l10n.t('1 day')
            : l10n.t('{0} days', many);
    return count > 0 ? l10n.t('{0} later', span) : l10n.t('{0} earlier', span);
  },
  'edit.shift-date': (field: NamedField, from: string, to: string) =>
    l10n.t('{0}: {1} → {2}', FIELD_NAMES[field](), formatWeekday(from), formatWeekday(to)),
  'edit.shift-pick': () => l10n.t('These dates move. Take out what is to stay, then press Enter.'),
  'edit.no-dates': () =>
    l10n.t('None of these has a date that could move: done and dropped items keep theirs.'),
  'edit.shifted': (count: number) =>
    count === 1 ? l10n.t('Shifted 1 date') : l10n.t('Shifted {0} dates', count),
  // What follows from a day
  'edit.try-start': (day: string) => l10n.t('Not before {0}', formatDay(day)),
  'edit.try-due': (day: string) => l10n.t('Due {0}', formatDay(day)),
  'edit.try-dates': (start: string, finish: string) =>
    l10n.t('Scheduled {0} to {1}', formatDay(start), formatDay(finish)),
  'edit.try-ends': (finish: string) => l10n.t('Scheduled to end {0}', formatDay(finish)),
  'edit.try-late': (days: number) =>
    days === 1 ? l10n.t('Ends 1 day after that') : l10n.t('Ends {0} days after that', days),
  'edit.try-moves': (milestone: string, from: string, to: string) =>
    l10n.t('{0} ends {1} instead of {2}', milestone, formatDay(to), formatDay(from)),
  'edit.duration-hint': () => l10n.t('For example: 4h, 3d, 1w, or best/likely/worst: 2d/3d/8d'),
  'edit.duration-is': (unit: 'hours' | 'points', text: string) =>
    unit === 'points' ? l10n.t('{0}, in points', text) : l10n.t('{0} of working time', text),
  'edit.text-hint': (field: NamedField) => l10n.t('Type the {0}, then press Enter', FIELD_NAMES[field]()),
  'edit.word-hint': (field: NamedField) => l10n.t('Pick the {0}, or type a new one', FIELD_NAMES[field]()),
  'edit.words-hint': (field: NamedField) => l10n.t('Pick {0}, or type a new one', FIELD_NAMES[field]()),
  'edit.dependency-hint': () => l10n.t('What has to be done first; type APP-4+2d for a delay of two days'),
  'edit.probability-hint': () => l10n.t('From 1 to 5, or type a percentage such as 35%'),
  'edit.impact-hint': () => l10n.t('From 1 (hardly any) to 5 (very high)'),
  'edit.probability-level': (level: string) => PROBABILITIES[level]?.() ?? '',
  'edit.impact-level': (level: string) => IMPACTS[level]?.() ?? '',

  // New items
  'new.task-title': (plan: string) => l10n.t('New Task in {0}', plan),
  'new.task-hint': () => l10n.t('For example: Pay by card @pat est:2d due:friday #shop after:APP-3'),
  'new.milestone-title': (plan: string) => l10n.t('New Milestone in {0}', plan),
  'new.risk-title': (plan: string) => l10n.t('New Risk in {0}', plan),
  'new.add': (title: string) => l10n.t('Add "{0}"', title),
  'new.writes': (file: string) => l10n.t('writes {0}', file),
  'new.writes-now': (file: string) => l10n.t('Press Enter to go on. Writes {0}', file),
  'new.field-is': (field: NamedField, value: string) =>
    l10n.t('{0}: {1}', labelOf(field), field === 'due' || field === 'start' ? formatWeekday(value) : value),
  'new.field-ask': (field: NamedField) => l10n.t('{0}: none', labelOf(field)),
  'new.pick-to-change': () => l10n.t('pick to change'),
  'new.expected': (expected: string) => l10n.t('Expected: {0}', expected),
  'new.not-here': () => l10n.t('A new task cannot say this here'),
  'new.title-prompt': () => l10n.t('Title'),
  'new.due': (name: string) => l10n.t('When is {0} due?', name),
  'new.owner': (name: string) => l10n.t('Who owns {0}?', name),
  'new.probability': (name: string) => l10n.t('How likely is {0}?', name),
  'new.impact': (name: string) => l10n.t('How much harm would {0} do?', name),
  'new.first-due': (name: string) =>
    l10n.t('When is the first milestone of {0} due? Writes plan/milestones/first-release.md', name),
  'new.no-date': () => l10n.t('No date'),
  'new.nobody': () => l10n.t('Nobody yet'),
  'new.not-judged': () => l10n.t('Not judged yet'),
  'new.overlay-made': (file: string) => l10n.t('Made {0}. You can do now what was refused.', file),
  'new.added': (name: string, file: string) => l10n.t('Added "{0}" to {1}', name, file),

  // Gestures of several fields
  'edit.block-title': () => l10n.t('Block'),
  'edit.unblock-title': () => l10n.t('Unblock'),
  'edit.health-title': () => l10n.t('Declare Health'),
  'edit.review-title': () => l10n.t('Mark as Reviewed'),
  'edit.drop-title': () => l10n.t('Drop'),
  'edit.close-title': () => l10n.t('Close Milestone'),
  'edit.block-reason': (name: string) => l10n.t('Why is {0} blocked?', name),
  'edit.block-until': (name: string) => l10n.t('Until when is {0} blocked?', name),
  'edit.until-unknown': () => l10n.t('Not known yet'),
  'edit.no-note': () => l10n.t('No note'),
  'edit.no-review': () => l10n.t('No further review'),
  'edit.blocked': (count: number, name: string) =>
    count === 1 ? l10n.t('Blocked {0}', name) : l10n.t('Blocked {0} tasks', count),
  'edit.unblocked': (count: number, name: string) =>
    count === 1 ? l10n.t('Unblocked {0}', name) : l10n.t('Unblocked {0} tasks', count),
  'edit.not-blocked': () => l10n.t('None of these tasks is blocked.'),
  'edit.health-note': (name: string) => l10n.t('Why? A note on the health of {0} (optional)', name),
  'edit.health-set': (name: string, health: string) => l10n.t('{0} is declared {1}', name, health),
  'edit.reviewed': (count: number, name: string) =>
    count === 1 ? l10n.t('Reviewed {0}', name) : l10n.t('Reviewed {0} risks', count),
  'edit.next-review': (name: string) => l10n.t('When is {0} reviewed next?', name),
  'edit.dropped': (count: number, name: string) =>
    count === 1 ? l10n.t('Dropped {0}', name) : l10n.t('Dropped {0} items', count),
  'edit.done-title': () => l10n.t('Set Done'),
  'edit.active-title': () => l10n.t('Set In Progress'),
  'edit.set-done': (count: number, name: string) =>
    count === 1 ? l10n.t('{0} is done', name) : l10n.t('{0} tasks are done', count),
  'edit.set-active': (count: number, name: string) =>
    count === 1 ? l10n.t('{0} is in progress', name) : l10n.t('{0} tasks are in progress', count),
  'edit.close-open-tasks': (count: number, name: string) =>
    count === 1 ? l10n.t('{1} has 1 open task', count, name) : l10n.t('{1} has {0} open tasks', count, name),
  'edit.close-leave': () => l10n.t('Leave Them Open'),
  'edit.close-move': () => l10n.t('Move Them to Another Milestone…'),
  'edit.close-drop': () => l10n.t('Drop Them'),
  'edit.remedies-title': () => l10n.t('Settle Findings'),
  'edit.remedies-hint': () => l10n.t('Each line shows what is written. Untick what does not apply.'),
  'edit.remedies-applied': (count: number) =>
    count === 1 ? l10n.t('Settled 1 finding') : l10n.t('Settled {0} findings', count),
  'edit.no-remedies': () => l10n.t('No finding can be settled by a status alone.'),
  'edit.line-changed': (place: string, before: string, after: string) =>
    before === '' ? l10n.t('{0}: {1}', place, after) : l10n.t('{0}: {1} → {2}', place, before, after),
  'edit.milestone-closed': (name: string) => l10n.t('Closed {0}', name),
};

/** What a field is called at the beginning of a line. */
function labelOf(field: NamedField): string {
  const name = FIELD_NAMES[field]();
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

const PROBABILITIES: Readonly<Record<string, () => string>> = {
  1: () => l10n.t('up to 10%'),
  2: () => l10n.t('over 10 to 30%'),
  3: () => l10n.t('over 30 to 50%'),
  4: () => l10n.t('over 50 to 70%'),
  5: () => l10n.t('over 70%'),
};

const IMPACTS: Readonly<Record<string, () => string>> = {
  1: () => l10n.t('hardly any'),
  2: () => l10n.t('low'),
  3: () => l10n.t('moderate'),
  4: () => l10n.t('high'),
  5: () => l10n.t('very high'),
};

/** The codes of these sentences, with their arguments. */
export type GestureMessages = {
  [K in keyof typeof gestureSentences]: Parameters<(typeof gestureSentences)[K]>;
};
