import type { Band, RiskModel, RisksModel } from '../../../src/shared/panelModel';
import { say } from '../../../src/shared/sentences/say';
import { Icon } from '../components/icon';
import { ItemLink, TaskLink } from '../components/item';
import { Fold, List, Section } from '../components/section';
import { Day } from '../components/status';
import { label } from '../host';
import type { PanelStore } from '../state';

/** The register by score, with its counts per band. */
export function Risks({ model, store }: { readonly model: RisksModel; readonly store: PanelStore }) {
  const { band } = store.view;
  return (
    <div class="stack">
      {model.open > 0 && (
        <Bands model={model} selected={band} onSelect={one => store.choose({ band: one })} />
      )}
      {model.issues.total > 0 && (
        <Section title={label('panel.issues')} count={model.issues.total}>
          <List page={model.issues} store={store} empty="" className="register" row={riskRow} />
        </Section>
      )}
      <Section title={label('panel.register')} count={model.risks.total} hint={label('panel.by-score')}>
        <List page={model.risks} store={store} empty={say(model.empty)} className="register" row={riskRow} />
      </Section>
      {model.closed.total > 0 && (
        <Fold id="closed-risks" title={label('panel.closed-risks')} count={model.closed.total} store={store}>
          {() => <List page={model.closed} store={store} empty="" className="register" row={riskRow} />}
        </Fold>
      )}
    </div>
  );
}

function Bands({
  model,
  selected,
  onSelect,
}: {
  readonly model: RisksModel;
  readonly selected: Band | undefined;
  readonly onSelect: (band: Band | undefined) => void;
}) {
  return (
    <div class="bands" role="group" aria-label={label('panel.bands')}>
      <button type="button" class="band" aria-pressed={!selected} onClick={() => onSelect(undefined)}>
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

function riskRow(risk: RiskModel) {
  const { band, score, factors, status, occurred, response, owner, review, tasks, milestone } = risk;
  return (
    <li key={risk.uid} class="risk">
      <span class={`score band-${band}`} title={say(factors)}>
        <span class="hidden">
          {score === undefined ? label('panel.band-unscored') : label('panel.score', score)}
        </span>
        <span aria-hidden="true">{score ?? '–'}</span>
      </span>
      <span class="name">
        <ItemLink item={risk} />
        <span class="factors">
          {label(`panel.band-${band}`)} · {say(factors)}
        </span>
      </span>
      <span class="facts">
        <span class="state">
          <span class="status">
            {occurred && <Icon icon="flame" tone="occurred" />}
            <span class="word">{say(status)}</span>
          </span>
          {response ? (
            <span>
              <span class="caption">{label('panel.response')}</span> {say(response)}
            </span>
          ) : (
            <Missing risk={risk} what="response" />
          )}
        </span>
        <span class="owner">{owner ?? <Missing risk={risk} what="owner" />}</span>
        <span class="review-date">
          {review ? (
            <>
              <span class="caption">{label('panel.review-date')}</span> <Day day={review} />
            </>
          ) : (
            <Missing risk={risk} what="review" />
          )}
        </span>
      </span>
      {(tasks.length > 0 || milestone) && (
        <span class="mitigation">
          {milestone && (
            <span class="related">
              <span class="caption">{label('panel.milestone')}</span>
              <ItemLink item={milestone} plain />
            </span>
          )}
          {tasks.length > 0 && (
            <span class="related">
              <span class="caption">{label('panel.mitigation')}</span>
              {tasks.map(task => (
                <TaskLink key={task.id} task={task} />
              ))}
            </span>
          )}
        </span>
      )}
    </li>
  );
}

/** What the register lacks: it stands out where much is at stake, and is of no interest once it is over. */
function Missing({
  risk: { serious, closed },
  what,
}: {
  readonly risk: RiskModel;
  readonly what: 'owner' | 'response' | 'review';
}) {
  return closed ? null : (
    <span class={serious ? 'missing serious' : 'missing'}>
      {serious && <Icon icon="warning" tone="severity-warning" />}
      {label(`panel.no-${what}`)}
    </span>
  );
}
