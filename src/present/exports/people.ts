import type { LoadModel, PeopleModel } from '../../shared/peopleModel';
import { csvText } from './csv';
import { tableExport } from './export';
import { markdownTable } from './markdownTable';
import { word } from './word';

/** The workload of each person, week by week, in days. */
export const peopleExport = tableExport(
  'people',
  'people',
  model => (model.people.total > 0 ? model : undefined),
  { markdown: peopleMarkdown, csv: peopleCsv },
);

/** A row for each person and a column for each week, as `3/5` days. */
function peopleMarkdown({ weeks, people, everyone, total }: PeopleModel): string {
  const cells = (name: string, loads: readonly LoadModel[], sum: LoadModel): string[] => [
    name,
    ...[...loads, sum].map(({ allocated, capacity }) => `${allocated}/${capacity}`),
  ];
  return markdownTable(
    [word('people.person'), ...weeks.map(({ start }) => start), word('people.total')],
    [
      ...people.rows.map(person => cells(person.name, person.weeks, person.total)),
      cells(word('people.everyone'), everyone, total),
    ],
  );
}

/** A line for each person and week. */
function peopleCsv({ weeks, people, tasks }: PeopleModel): string {
  return csvText(
    ['person', 'name', 'week', 'capacity', 'allocated', 'unassigned', 'tasks'],
    people.rows.flatMap(person =>
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
