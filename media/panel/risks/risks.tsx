import type { Band, RisksModel } from '../../../src/shared/risksModel';
import { say } from '../../../src/words/say';
import { BandTrend } from './bandTrend';
import { CopyTable } from '../parts/copy';
import { FirstRisk } from './firstRisk';
import { HeatMap } from './heatMap';
import { RiskMoves } from './riskMoves';
import { riskRow } from './riskRow';
import { RuleFindings } from './ruleFindings';
import { Fold, List, Section } from '../parts/section';
import { useSaid } from '../frame/useSaid';
import { label } from '../host';
import type { PanelStore } from '../state';

/** The risks of a plan: where they stand, how they moved, the register, and what the rules found. */
export function Risks({ model, store }: { readonly model: RisksModel; readonly store: PanelStore }) {
  const { heat, moves, trend, issues, closed } = model;
  return (
    <div class="stack">
      {(heat || moves || trend) && (
        <div class="columns even">
          {heat && (
            <Section title={label('risks.map')} hint={label('risks.map-hint')}>
              <CopyTable what="heat-map" />
              <HeatMap
                model={heat}
                selected={store.view.cell}
                onSelect={cell => store.choose({ cell, band: undefined })}
                onUnscored={() => store.choose({ band: 'unscored', cell: undefined })}
              />
            </Section>
          )}
          <div class="column">
            {moves && <RiskMoves model={moves} store={store} />}
            {trend && <Trend trend={trend} store={store} />}
          </div>
        </div>
      )}
      {issues.total > 0 && (
        <Section title={label('panel.issues')} count={issues.total}>
          <List page={issues} store={store} empty="" className="register" row={riskRow} />
        </Section>
      )}
      <Register model={model} store={store} />
      {closed.total > 0 && (
        <Fold id="closed-risks" title={label('panel.closed-risks')} count={closed.total} store={store}>
          {() => <List page={closed} store={store} empty="" className="register" row={riskRow} />}
        </Fold>
      )}
      <RuleFindings model={model} store={store} />
    </div>
  );
}

function Trend({
  trend,
  store,
}: {
  readonly trend: NonNullable<RisksModel['trend']>;
  readonly store: PanelStore;
}) {
  return trend.kind === 'none' ? (
    <Section title={label('risks.trend')}>
      <p class="empty">{say(trend.text)}</p>
    </Section>
  ) : (
    <Section title={label('risks.trend')} hint={label('risks.trend-hint')}>
      <CopyTable what="risk-trend" />
      <BandTrend model={trend} store={store} />
    </Section>
  );
}

function Register({ model, store }: { readonly model: RisksModel; readonly store: PanelStore }) {
  const { open, risks, register, first } = model;
  const { band, cell } = store.view;
  const only = cell && label('risks.only', cell.probability, cell.impact);
  useSaid(store, only);
  return (
    <Section title={label('panel.register')} count={risks.total} hint={label('panel.by-score')}>
      {risks.total + model.issues.total > 0 && <CopyTable what="risks" />}
      {open > 0 && (
        <Bands
          model={model}
          selected={band}
          all={!band && !cell}
          onSelect={one => store.choose({ band: one, cell: undefined })}
        />
      )}
      {cell && (
        <p class="only">
          {only}{' '}
          <button type="button" class="link" onClick={() => store.choose({ cell: undefined })}>
            {label('risks.show-all')}
          </button>
        </p>
      )}
      <List page={risks} store={store} empty={say(model.empty)} className="register" row={riskRow} />
      {register.left > 0 && <p class="empty">{label('risks.copy-left', register.left)}</p>}
      {first && <FirstRisk first={first} />}
    </Section>
  );
}

function Bands({
  model,
  selected,
  all,
  onSelect,
}: {
  readonly model: RisksModel;
  readonly selected: Band | undefined;
  /** Nothing is chosen, neither here nor on the map. */
  readonly all: boolean;
  readonly onSelect: (band: Band | undefined) => void;
}) {
  return (
    <div class="bands" role="group" aria-label={label('panel.bands')}>
      <button type="button" class="band" aria-pressed={all} onClick={() => onSelect(undefined)}>
        {label('panel.all-bands')} <span class="count">{model.open}</span>
      </button>
      {model.bands.map(({ band, count }) =>
        count === 0 && band !== selected ? null : (
          <button
            key={band}
            type="button"
            class="band"
            aria-pressed={band === selected}
            onClick={() => onSelect(band === selected ? undefined : band)}
          >
            <span class={`swatch band-${band}`} aria-hidden="true" />
            {label(`panel.band-${band}`)} <span class="count">{count}</span>
          </button>
        ),
      )}
    </div>
  );
}
