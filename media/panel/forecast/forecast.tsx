import type { ForecastDatesModel, ForecastModel, ForecastRowModel } from '../../../src/shared/forecastModel';
import { say } from '../../../src/words/say';
import { BurnUp } from './burnUp';
import { ByDay } from './byDay';
import { CopyTable } from '../parts/copy';
import { Icon } from '../parts/icon';
import { ItemLink } from '../parts/item';
import { Section } from '../parts/section';
import { Day } from '../parts/status';
import { label } from '../host';
import type { PanelStore } from '../state';

const STANDING = { kept: 'pass', 'at-risk': 'warning', missed: 'error', unknown: 'circle-outline' } as const;
const TONES = { kept: 'good', 'at-risk': 'warning', missed: 'bad', unknown: 'quiet' } as const;

/** When milestones are done, what that rests on, and the burn-up. */
export function Forecast({ model, store }: { readonly model: ForecastModel; readonly store: PanelStore }) {
  const { rows, reasons, method, reliability, burnUp } = model;
  return (
    <div class="stack">
      <Section title={label('chart.when-done')} {...(method && { hint: say(method) })}>
        {rows.length > 0 && (
          <>
            <CopyTable what="forecast" />
            <div class="wide" tabIndex={0}>
              <Table rows={rows} />
            </div>
          </>
        )}
        <ul class="basis" aria-label={label('panel.basis')}>
          {reasons.map(reason => (
            <li key={say(reason)}>{say(reason)}</li>
          ))}
        </ul>
      </Section>
      {burnUp && burnUp.cone.length > 0 && <ByDay model={burnUp} store={store} />}
      {reliability && (
        <Section title={label('chart.reliability-title')}>
          <p>{reliability.map(text => say(text)).join(' ')}</p>
        </Section>
      )}
      {burnUp && (
        <Section title={label('chart.burn-up')} hint={label('chart.burn-up-hint')}>
          <CopyTable what="burn-up" />
          <BurnUp model={burnUp} store={store} />
        </Section>
      )}
    </div>
  );
}

function Table({ rows }: { readonly rows: readonly ForecastRowModel[] }) {
  const steady = rows.some(row => row.steady);
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{label('panel.milestone')}</th>
          <th scope="col" class="number">
            {label('panel.open-tasks')}
          </th>
          <th scope="col">{label('panel.due-date')}</th>
          {(['p50', 'p85', 'p95'] as const).map(share => (
            <th key={share} scope="col" title={label(`chart.${share}`)}>
              {share.toUpperCase()}
            </th>
          ))}
          {steady && <th scope="col">{label('panel.if-scope-stays')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={say(row.name)}>
            <th scope="row">
              <Icon
                icon={STANDING[row.standing]}
                tone={`health-${TONES[row.standing]}`}
                name={label(`chart.standing-${row.standing}`)}
              />{' '}
              {row.milestone ? <ItemLink item={row.milestone} plain /> : say(row.name)}
            </th>
            <td class="number">{row.remaining}</td>
            <td>{row.due ? <Day day={row.due} /> : '–'}</td>
            <Dates dates={row} />
            {steady && <td>{row.steady?.p85 ? <Day day={row.steady.p85} /> : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Dates({ dates }: { readonly dates: ForecastDatesModel }) {
  return (
    <>
      {([dates.p50, dates.p85, dates.p95] as const).map((day, index) => (
        <td key={index}>{day ? <Day day={day} /> : <span class="none">{label('chart.beyond')}</span>}</td>
      ))}
    </>
  );
}
