import { csvText } from '../../shared/csv';
import type { LoadModel, PersonModel, WeekModel, WorkTaskModel } from '../../shared/peopleModel';
import { say } from '../../shared/sentences/say';
import { markdownTable } from '../../shared/markdownTable';

/** The figures of the tab, to be copied. */
export interface PeopleFigures {
  readonly weeks: readonly WeekModel[];
  readonly people: readonly PersonModel[];
  /** One for each of `weeks`, of everybody. */
  readonly everyone: readonly LoadModel[];
  readonly total: LoadModel;
  readonly tasks: readonly WorkTaskModel[];
}

/** A row for each person and a column for each week, as `3/5` days. */
export function peopleMarkdown({ weeks, people, everyone, total }: PeopleFigures): string {
  const cells = (name: string, loads: readonly LoadModel[], sum: LoadModel): string[] => [
    name,
    ...[...loads, sum].map(({ allocated, capacity }) => `${allocated}/${capacity}`),
  ];
  return markdownTable(
    [
      say({ code: 'people.person', args: [] }),
      ...weeks.map(({ start }) => start),
      say({ code: 'people.total', args: [] }),
    ],
    [
      ...people.map(person => cells(person.name, person.weeks, person.total)),
      cells(say({ code: 'people.everyone', args: [] }), everyone, total),
    ],
  );
}

/** A line for each person and week. */
export function peopleCsv({ weeks, people, tasks }: PeopleFigures): string {
  return csvText(
    ['person', 'name', 'week', 'capacity', 'allocated', 'unassigned', 'tasks'],
    people.flatMap(person =>
      person.weeks.map(({ capacity, allocated, given, work }, week) => [
        person.id,
        person.name,
        weeks[week]?.start ?? '',
        String(capacity),
        String(allocated),
        String(given ?? 0),
        work.map(({ task }) => tasks[task]?.id ?? '').join(' '),
      ]),
    ),
  );
}
