import { useState } from 'preact/hooks';
import type { FindingModel } from '../../../src/shared/parts';
import type { DeclareModel, PeopleModel } from '../../../src/shared/peopleModel';
import { WEEKS } from '../../../src/shared/protocol';
import { say } from '../../../src/words/say';
import { CopyTable } from '../parts/copy';
import { ItemLink } from '../parts/item';
import { List, More, Section } from '../parts/section';
import { Select } from '../parts/select';
import { SeverityIcon } from '../parts/status';
import { WeekWork } from './weekWork';
import { Workload } from './workload';
import type { Chosen } from './weekWork';
import { label, post } from '../host';
import type { PanelStore } from '../state';

/** Who does how much in which week, against what they can do. */
export function People({ model, store }: { readonly model: PeopleModel; readonly store: PanelStore }) {
  const [chosen, choose] = useState<Chosen>();
  const { findings, people, declare } = model;
  return (
    <div class="stack">
      {findings.total > 0 && (
        <Section title={label('people.asked')} count={findings.total}>
          <List page={findings} store={store} empty="" row={findingRow} />
        </Section>
      )}
      {people.total > 0 && (
        <Section title={label('people.workload')} hint={label('people.workload-hint')}>
          <CopyTable what="people" />
          <WeekChoice model={model} store={store} />
          <Workload model={model} chosen={chosen} onChoose={choose} />
          <More page={people} store={store} />
          <Legend model={model} />
        </Section>
      )}
      {people.total > 0 && <WeekWork model={model} chosen={chosen} store={store} />}
      {model.off.length > 0 && <DaysOff off={model.off} />}
      {model.notes.length > 0 && (
        <ul class="basis" aria-label={label('panel.basis')}>
          {model.notes.map(note => (
            <li key={say(note)}>{say(note)}</li>
          ))}
        </ul>
      )}
      {declare && <Declare declare={declare} alone={people.total === 0} />}
    </div>
  );
}

function findingRow(finding: FindingModel) {
  return (
    <li key={finding.kind + finding.uid} class="row with-detail">
      <span class="task">
        <SeverityIcon severity={finding.severity} />
        <ItemLink item={finding} />
      </span>
      {finding.reasons.map(reason => (
        <span key={say(reason)} class="detail">
          {say(reason)}
        </span>
      ))}
    </li>
  );
}

/** More weeks, where there is work in more. */
function WeekChoice({ model, store }: { readonly model: PeopleModel; readonly store: PanelStore }) {
  const counts = WEEKS.filter((_, index) => model.allWeeks > (WEEKS[index - 1] ?? 0));
  return counts.length < 2 ? null : (
    <div class="workload-tools">
      <Select
        name={label('people.weeks')}
        value={String(store.view.weeks ?? WEEKS[0])}
        options={counts.map(weeks => ({
          value: String(weeks),
          text: String(Math.min(weeks, model.allWeeks)),
        }))}
        onChange={weeks => store.choose({ weeks: WEEKS.find(known => String(known) === weeks) })}
      />
    </div>
  );
}

function Legend({ model: { people, weeks } }: { readonly model: PeopleModel }) {
  const cells = people.rows.flatMap(person => person.weeks);
  const keys = [
    cells.some(({ allocated, given = 0 }) => allocated > given) && 'own',
    cells.some(({ given }) => given) && 'given',
    (cells.some(({ away }) => away) || weeks.some(({ holidays }) => holidays)) && 'off',
  ] as const;
  return (
    <ul class="legend workload-legend" aria-hidden="true">
      {keys.map(key =>
        key ? (
          <li key={key}>
            <span class={key === 'off' ? 'codicon codicon-calendar' : `load-key ${key}`} />{' '}
            {label(`people.key-${key}`)}
          </li>
        ) : null,
      )}
    </ul>
  );
}

/** Holidays and absences by name, as cells only mark them. */
function DaysOff({ off }: Pick<PeopleModel, 'off'>) {
  return (
    <Section title={label('people.off')}>
      <ul class="rows">
        {off.map(({ name, days }) => (
          <li key={name ?? ''} class="row">
            <span>{name ?? label('people.project')}</span>
            <span class="aside">{say(days)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Declare({
  declare: { text, example, place },
  alone,
}: {
  readonly declare: DeclareModel;
  readonly alone: boolean;
}) {
  return (
    <div class="declare">
      {alone && <p class="message-title">{label('people.none')}</p>}
      <p class="message-detail">{say(text)}</p>
      <pre tabIndex={0}>
        <code>{example}</code>
      </pre>
      {place && (
        <button
          type="button"
          class="button secondary"
          onClick={() => post({ type: 'openPlace', file: place.file, line: place.line })}
        >
          {label('people.open-file', say(place.text))}
        </button>
      )}
    </div>
  );
}
