import { useState } from 'preact/hooks';
import type { BurnUpModel } from '../../../src/shared/forecastModel';
import { doneBy } from './burnUpShape';
import { useSaid } from '../frame/useSaid';
import { label } from '../host';
import { Section } from '../parts/section';
import type { PanelStore } from '../state';

/** Points of the cone, a week each. */
const MONTH = 3;

/**
 * How many tasks will be done by the end of a day of the reader's choice; at first the nearest due date that the
 * cone reaches, else in a month.
 */
export function ByDay({ model, store }: { readonly model: BurnUpModel; readonly store: PanelStore }) {
  const { cone, dues, today } = model;
  const first = cone[0]?.day ?? today;
  const ahead = dues.map(({ day }) => day).filter(day => day >= first);
  const [chosen, choose] = useState<string | undefined>(undefined);
  const day = chosen ?? ahead.sort()[0] ?? cone[MONTH]?.day ?? first;
  const done = doneBy(model, day);
  const words = [
    label('chart.by-day-text', day, done.p85, done.p50, done.p15),
    ...(done.all ? [label('chart.by-day-all')] : []),
    ...(done.beyond ? [label('chart.by-day-beyond')] : []),
  ].join(' ');
  useSaid(store, words);
  return (
    <Section title={label('chart.by-day')}>
      <div class="by-day">
        <label class="select">
          <span class="caption">{label('chart.by-day-pick')}</span>
          <input
            type="date"
            min={today}
            value={day}
            // An empty or half-typed date changes nothing.
            onChange={({ currentTarget: { value } }) => value >= today && choose(value)}
          />
        </label>
        <p>{words}</p>
      </div>
    </Section>
  );
}
