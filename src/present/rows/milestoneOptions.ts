import { isOver } from '../../core/plan/category';
import type { Milestone, Task } from '../../core/plan/model';
import { CONDITIONS, isFiltered, NO_FILTER } from '../../shared/milestoneOptions';
import type { Filter, MilestoneOptions } from '../../shared/milestoneOptions';
import type { Text } from '../../words/text';
import { isLate } from '../itemIcons';
import { isMilestoneAtRisk, isTaskAtRisk } from './atRisk';
import type { Scope } from './scope';

type Test = (task: Task) => boolean;

/** Whether a task itself, whatever its subtasks, is all that the filter asks for. */
export function taskFilter(scope: Scope, options: MilestoneOptions): Test {
  const { plan } = scope.facts;
  const titles = new Map(plan.milestones.map(({ key, title }) => [key, title]));
  const names = new Map(plan.settings.people.map(({ id, name = '' }) => [plainName(id), name]));
  const words = wordsOf(options.text);
  const me = plainName(options.me ?? '');
  const people = new Set(options.people.map(plainName));
  const open = ({ category }: Task): boolean => !isOver(category);
  const tests: readonly (Test | false)[] = [
    words.length > 0 && (task => hasWords(words, textOf(task, names, titles))),
    options.mine && me !== '' && (({ assignees }) => assignees.some(one => plainName(one) === me)),
    options.atRisk && (task => isTaskAtRisk(scope, task)),
    options.overdue && (task => isLate(task, scope.today)),
    options.blocked && (({ category }) => category === 'blocked'),
    options.unassigned && (task => open(task) && task.assignees.length === 0),
    options.unestimated && (task => open(task) && !task.estimate && !scope.index.byParent.has(task.key)),
    people.size > 0 && (({ assignees }) => assignees.some(one => people.has(plainName(one)))),
    options.labels.length > 0 && (({ labels }) => labels.some(label => options.labels.includes(label))),
    options.milestones.length > 0 &&
      (({ milestone = '' }) => options.milestones.includes(titles.get(milestone) ?? '')),
  ];
  const asked = tests.filter(test => test !== false);
  return task => asked.every(test => test(task));
}

/**
 * Whether a milestone is shown whatever its tasks: because nothing is asked for, it is at risk itself, or it is named.
 */
export function milestoneFilter(scope: Scope, options: MilestoneOptions): (milestone: Milestone) => boolean {
  if (!isFiltered(options)) {
    return () => true;
  }
  const { milestones, atRisk, text } = options;
  const words = wordsOf(text);
  // What else is asked for are properties of tasks.
  if (isFiltered({ ...options, milestones: NO_FILTER.milestones, atRisk: false, text: '' })) {
    return () => false;
  }
  return milestone =>
    (milestones.length === 0 || milestones.includes(milestone.title)) &&
    (!atRisk || isMilestoneAtRisk(scope, milestone)) &&
    hasWords(words, milestone.title.toLowerCase());
}

/** What is asked for and in which order, to stand beside the name of the view; '' for what is shown at first. */
export function optionsText(options: MilestoneOptions): Text {
  const { groupBy, sortBy } = options;
  return [
    groupBy === 'milestone' ? '' : { code: `ui.grouped-by-${groupBy}`, args: [] },
    ...filterTexts(options),
    { code: 'ui.sorted-by', args: [sortBy] },
  ];
}

function filterTexts(filter: Filter): readonly Text[] {
  return [
    filter.text === '' ? '' : { code: 'ui.filter-text', args: [filter.text] },
    ...CONDITIONS.map((condition): Text =>
      filter[condition] ? { code: 'ui.filter-by', args: [condition] } : '',
    ),
    ...filter.people,
    ...filter.labels.map((label): Text => ({ code: 'ui.filter-label', args: [label] })),
    ...filter.milestones,
  ];
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
}

function hasWords(words: readonly string[], text: string): boolean {
  return words.every(word => text.includes(word));
}

/** @param names of people by their plain id */
function textOf(
  { id, otherIds = [], title, labels, assignees, milestone = '' }: Task,
  names: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, string>,
): string {
  const people = assignees.map(one => names.get(plainName(one)) ?? '');
  return [id, ...otherIds, title, ...labels, ...assignees, ...people, titles.get(milestone) ?? '']
    .join(' ')
    .toLowerCase();
}

/** An id of a person as it is compared. */
export function plainName(id: string): string {
  return id.trim().replace(/^@/, '').toLowerCase();
}
