import type { PeopleModel, WorkModel } from '../../../src/shared/peopleModel';
import { say } from '../../../src/shared/sentences/say';
import { label } from '../host';
import { TaskActions, TaskLink } from './item';
import { Section } from './section';
import type { Chosen } from './workload';

/** The tasks of the chosen week. */
export function WeekWork({
  model,
  chosen,
}: {
  readonly model: PeopleModel;
  readonly chosen: Chosen | undefined;
}) {
  const { people, weeks, tasks, today } = model;
  const person = people.rows.find(({ id }) => id === chosen?.person);
  const week = weeks.findIndex(({ start }) => start === chosen?.week);
  const load = person?.weeks[week];
  if (!chosen || !person || !load) {
    return <p class="empty">{label('people.select')}</p>;
  }
  const holidays = weeks[week]?.holidays;
  return (
    <div aria-live="polite">
      <Section
        title={`${person.name}, ${label('people.week-of', chosen.week, today)}`}
        hint={[
          label('people.load', load.allocated, load.capacity),
          load.away ? label('people.away', say(load.away)) : '',
          holidays ? label('people.holiday', say(holidays)) : '',
        ]
          .filter(part => part !== '')
          .join(' · ')}
      >
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
                    <span class="aside">{workFacts(work, model)}</span>
                    <TaskActions task={task} />
                  </li>
                )
              );
            })}
          </ul>
        )}
      </Section>
    </div>
  );
}

/** A task and its days in one line. */
export function workLine(work: WorkModel, model: PeopleModel): string {
  const task = model.tasks[work.task];
  return `${task?.id ?? ''} ${task?.title ?? ''}: ${workFacts(work, model)}`;
}

function workFacts({ task, days, given }: WorkModel, { tasks }: PeopleModel): string {
  const plan = tasks[task]?.plan;
  return [
    label('people.days', days),
    given ? label('people.nobodys') : '',
    plan === undefined ? '' : label('people.in-plan', plan),
  ]
    .filter(part => part !== '')
    .join(' · ');
}
