import { isOver } from '../core/plan/category';
import type { Task } from '../core/plan/model';
import type { Snapshot } from '../core/snapshot';
import { CHOICES, CONDITIONS, chosenFilter } from '../shared/milestoneOptions';
import type { Choice, Filter } from '../shared/milestoneOptions';
import type { Text } from '../words/text';
import { isMilestoneOver } from './planIndex';

/** Something that can be asked for beside words. */
export interface FilterChoice {
  readonly kind: 'only' | Choice;
  /** The name of a condition where the kind is `only`. */
  readonly value: string;
  readonly label: Text;
  readonly description: Text;
  /** Asked for now. */
  readonly picked: boolean;
}

/**
 * Everything that can be asked for: the conditions, then people, labels and milestones with open tasks, those with most
 * of them first. What is asked for now is among them even where it has no open task any more.
 */
export function filterChoices({ plans }: Snapshot, filter: Filter): readonly FilterChoice[] {
  const counts = { people: new Map(), labels: new Map(), milestones: new Map() } as const satisfies Record<
    Choice,
    Map<string, number>
  >;
  const names = new Map<string, string>();
  for (const { plan } of plans) {
    plan.settings.people.forEach(({ id, name = '' }) => names.set(id, name));
    const titles = new Map(plan.milestones.map(({ key, title }) => [key, title]));
    const open = plan.tasks.filter(({ category }) => !isOver(category));
    plan.milestones
      .filter(one => !isMilestoneOver(one))
      .forEach(({ title }) => count(counts.milestones, [title], 0));
    for (const task of open) {
      const title = titles.get(task.milestone ?? '');
      count(counts.people, task.assignees);
      count(counts.labels, task.labels);
      count(counts.milestones, title === undefined ? [] : [title]);
    }
  }
  return [
    ...CONDITIONS.map((condition): FilterChoice => ({
      kind: 'only',
      value: condition,
      label: { code: 'ui.filter-by', args: [condition] },
      description: '',
      picked: filter[condition],
    })),
    ...CHOICES.flatMap(kind => {
      filter[kind].forEach(value => count(counts[kind], [value], 0));
      return [...counts[kind]]
        .sort(([, a], [, b]) => b - a)
        .map(([value, open]): FilterChoice => ({
          kind,
          value,
          label: kind === 'labels' ? { code: 'ui.filter-label', args: [value] } : value,
          description: [
            ...(kind === 'people' ? [names.get(value) ?? ''] : []),
            { code: 'ui.open-tasks', args: [open] },
          ],
          picked: filter[kind].includes(value),
        }));
    }),
  ];
}

function count(counts: Map<string, number>, values: Task['labels'], more = 1): void {
  values.forEach(value => counts.set(value, (counts.get(value) ?? 0) + more));
}

/** The filter, without its words, that asks for exactly these. */
export function filterOf(picked: readonly FilterChoice[]): Omit<Filter, 'text'> {
  const values = (kind: FilterChoice['kind']): readonly string[] =>
    picked.filter(one => one.kind === kind).map(({ value }) => value);
  const asked = new Set<string>(values('only'));
  return chosenFilter(
    CONDITIONS.filter(condition => asked.has(condition)),
    values,
  );
}
