import { formatNearDay } from '../../../src/words/days';
import type { LoadModel, PeopleModel, PersonModel, PersonWeekModel } from '../../../src/shared/peopleModel';
import { say } from '../../../src/words/say';
import { label } from '../host';
import { useGrid } from '../parts/grid';
import { Icon } from '../parts/icon';
import { workLine, type Chosen } from './weekWork';

/** Weeks × people. The ARIA grid pattern: one stop for Tab, arrows move between weeks, Enter chooses one. */
export function Workload({
  model,
  chosen,
  onChoose,
}: {
  readonly model: PeopleModel;
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen | undefined) => void;
}) {
  const { people, weeks, today } = model;
  const grid = useGrid(people.rows.length, weeks.length);

  return (
    <div class="wide">
      <table class="workload" role="grid" aria-label={label('people.table')} {...grid.table}>
        <Head model={model} />
        <tbody>
          {people.rows.map((person, row) => (
            <tr key={person.id}>
              <Name person={person} />
              {person.weeks.map((load, column) => {
                const week = weeks[column]?.start ?? '';
                const selected = chosen?.person === person.id && chosen.week === week;
                const text = cellText(load);
                return (
                  <td key={week} aria-selected={selected} class={week <= today ? 'now' : undefined}>
                    <button
                      type="button"
                      {...grid.cell(row, column)}
                      aria-label={`${person.name}, ${label('people.week-of', week, today)}: ${text}`}
                      title={[text, ...load.work.map(work => workLine(work, model))].join('\n')}
                      onClick={() => onChoose(selected ? undefined : { person: person.id, week })}
                    >
                      <Load load={load} off={load.away !== undefined} />
                    </button>
                  </td>
                );
              })}
              <td class="total">
                <Load load={person.total} off={false} />
              </td>
            </tr>
          ))}
        </tbody>
        {people.total > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{label('people.everyone')}</th>
              {model.everyone.map((load, column) => (
                <td
                  key={weeks[column]?.start}
                  class={(weeks[column]?.start ?? '') <= today ? 'now' : undefined}
                >
                  <Load load={load} off={false} />
                </td>
              ))}
              <td class="total">
                <Load load={model.total} off={false} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Head({ model: { weeks, today } }: { readonly model: PeopleModel }) {
  return (
    <thead>
      <tr>
        <th scope="col">{label('people.person')}</th>
        {weeks.map(({ start, number, holidays }) => {
          const off = holidays && label('people.holiday', say(holidays));
          return (
            <th key={start} scope="col" class={start <= today ? 'now' : undefined} title={off}>
              <span class="week">{formatNearDay(start, today)}</span>
              <span class="number">
                {start <= today ? label('people.this-week') : label('people.week-number', number)}
                {off && <Icon icon="calendar" name={off} />}
              </span>
            </th>
          );
        })}
        <th scope="col" class="total">
          {label('people.total')}
        </th>
      </tr>
    </thead>
  );
}

function Name({ person: { id, name, note, asked } }: { readonly person: PersonModel }) {
  return (
    <th scope="row" title={[name === id ? id : `${name} (${id})`, ...asked.map(say)].join('\n')}>
      <span class="person">
        <span class="title">{name}</span>
        {asked.length > 0 && (
          <Icon icon="warning" tone="severity-warning" name={label('people.too-much', name)} />
        )}
      </span>
      {note && <span class="note">{say(note)}</span>}
    </th>
  );
}

/** Figures with a bar that shows the same; what is nobody's yet is hatched. */
function Load({
  load: { allocated, capacity, given = 0 },
  off,
}: {
  readonly load: LoadModel;
  readonly off: boolean;
}) {
  const share = (days: number): string => `${capacity > 0 ? Math.min(100, (days / capacity) * 100) : 0}%`;
  return (
    <span class={allocated > 0 ? 'load' : 'load none'}>
      <span class="figures-of">
        {capacity === 0 && allocated === 0 ? (
          <span>{label('people.off-short')}</span>
        ) : (
          <span>
            <b>{allocated}</b>/{capacity}
          </span>
        )}
        {off && <Icon icon="calendar" />}
      </span>
      <span class={capacity > 0 ? 'track' : 'track nothing'} aria-hidden="true">
        <span class="own" style={{ width: share(allocated - given) }} />
        <span class="given" style={{ width: share(given) }} />
      </span>
    </span>
  );
}

/** A cell in words; it begins with what is seen in it. */
function cellText({ allocated, capacity, given, away, work }: PersonWeekModel): string {
  return [
    capacity === 0 && allocated === 0
      ? label('people.off-short')
      : label('people.figures', allocated, capacity),
    given ? label('people.given', given) : '',
    away ? label('people.away', say(away)) : '',
    work.length > 0 ? label('people.task-count', work.length) : '',
  ]
    .filter(part => part !== '')
    .join(', ');
}
