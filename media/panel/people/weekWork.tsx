import type { PeopleModel, WorkModel } from '../../../src/shared/peopleModel';
import { say } from '../../../src/words/say';
import { useSaid } from '../frame/useSaid';
import { label } from '../host';
import { TaskLink } from '../parts/item';
import { Section } from '../parts/section';
import type { PanelStore } from '../state';

/** The tasks of the chosen week, read aloud when another one is chosen. */
export function WeekWork({
  model,
  chosen,
  store,
}: {
  readonly model: PeopleModel;
  readonly chosen: Chosen | undefined;
  readonly store: PanelStore;
}) {
  const { people, weeks, tasks, today } = model;
  const person = people.rows.find(({ id }) => id === chosen?.person);
  const week = weeks.findIndex(({ start }) => start === chosen?.week);
  const load = person?.weeks[week];
  const holidays = weeks[week]?.holidays;
  const title = chosen && person && `${person.name}, ${label('people.week-of', chosen.week, today)}`;
  const hint = load
    ? [
        label('people.load', load.allocated, load.capacity),
        load.away ? label('people.away', say(load.away)) : '',
        holidays ? label('people.holiday', say(holidays)) : '',
      ]
        .filter(part => part !== '')
        .join(' · ')
    : '';
  useSaid(store, load && [title, hint, ...load.work.map(work => workLine(work, model))].join('. '));
  if (title === undefined || !load) {
    return <p class="empty">{label('people.select')}</p>;
  }
  return (
    <Section title={title} hint={hint}>
      {load.work.length === 0 ? (
        <p class="empty">{label('people.no-work')}</p>
      ) : (
        <ul class="rows">
          {load.work.map(work => {
            const task = tasks[work.task];
            return (
              task && (
                <li key={work.task} class="row">
                  <TaskLink task={task} />
                  <span class="aside">{label('people.days', work.days)}</span>
                  <Beside work={work} plan={task.plan} />
                </li>
              )
            );
          })}
        </ul>
      )}
    </Section>
  );
}

function Beside({ work, plan }: { readonly work: WorkModel; readonly plan: string | undefined }) {
  const facts = factsOf(work, plan);
  return facts.length === 0 ? null : <span class="detail">{facts.join(' · ')}</span>;
}

/** A task and its days in one line. */
export function workLine(work: WorkModel, { tasks }: PeopleModel): string {
  const task = tasks[work.task];
  const facts = [label('people.days', work.days), ...factsOf(work, task?.plan)];
  return `${task?.id ?? ''} ${task?.title ?? ''}: ${facts.join(' · ')}`;
}

function factsOf({ given }: WorkModel, plan: string | undefined): string[] {
  return [
    ...(given ? [label('people.nobodys')] : []),
    ...(plan === undefined ? [] : [label('people.in-plan', plan)]),
  ];
}

/** A week of somebody: their id, and its Monday. */
export interface Chosen {
  readonly person: string;
  readonly week: string;
}
