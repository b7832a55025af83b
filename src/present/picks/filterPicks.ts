import { isOver } from '../../core/plan/category';
import type { Task } from '../../core/plan/model';
import type { Snapshot } from '../../core/snapshot';
import { CHOICES, CONDITIONS, chosenFilter } from '../../shared/milestoneOptions';
import type { Choice, Filter } from '../../shared/milestoneOptions';
import { isMilestoneOver } from '../planIndex';
import type { PickList, PickRow } from './pickRow';

/** Something that can be asked for beside words. */
export interface FilterChoice {
  readonly kind: 'only' | Choice;
  /** The name of a condition where the kind is `only`. */
  readonly value: string;
}

/**
 * Everything that can be asked for: the conditions, then people, labels and milestones with open tasks, those with most
 * of them first. What is asked for now is among them even where it has no open task any more.
 */
export function filterPicks({ plans }: Snapshot, filter: Filter): PickList<FilterChoice> {
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
    { title: { code: 'ui.filter-choice', args: ['only'] } },
    ...CONDITIONS.map((condition): PickRow<FilterChoice> => ({
      label: { code: 'ui.filter-by', args: [condition] },
      picked: filter[condition],
      value: { kind: 'only', value: condition },
    })),
    ...CHOICES.flatMap((kind): PickList<FilterChoice> => {
      filter[kind].forEach(value => count(counts[kind], [value], 0));
      const rows = [...counts[kind]]
        .sort(([, a], [, b]) => b - a)
        .map(([value, open]): PickRow<FilterChoice> => ({
          label: kind === 'labels' ? { code: 'ui.filter-label', args: [value] } : value,
          description: [
            ...(kind === 'people' ? [names.get(value) ?? ''] : []),
            { code: 'ui.open-tasks', args: [open] },
          ],
          picked: filter[kind].includes(value),
          value: { kind, value },
        }));
      return rows.length > 0 ? [{ title: { code: 'ui.filter-choice', args: [kind] } }, ...rows] : [];
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
