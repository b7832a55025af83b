import { SINCE_DAYS } from '../../../src/shared/protocol';
import type { RiskMoveModel, RiskMovesModel, RiskPlaceModel } from '../../../src/shared/risksModel';
import { say } from '../../../src/words/say';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Icon } from '../parts/icon';
import { ItemLink } from '../parts/item';
import { List, Section } from '../parts/section';
import { Since } from '../parts/since';

const ICONS: { readonly [move in RiskMoveModel['move']]: readonly [icon: string, tone: string] } = {
  new: ['diff-added', 'moved'],
  up: ['arrow-up', 'health-bad'],
  down: ['arrow-down', 'health-good'],
  open: ['diff-modified', 'changed'],
  occurred: ['flame', 'occurred'],
  settled: ['pass', 'done'],
};

/** What became of the register since the baseline. */
export function RiskMoves({ model, store }: { readonly model: RiskMovesModel; readonly store: PanelStore }) {
  return (
    <Section
      title={label('risks.moves')}
      {...(model.kind === 'known' && { count: model.moves.total })}
      aside={<Since store={store} name={label('panel.since')} />}
    >
      {model.kind === 'unknown' ? (
        <p class="empty">{say(model.text)}</p>
      ) : (
        <List
          page={model.moves}
          store={store}
          empty={label('risks.no-moves', store.view.since ?? SINCE_DAYS)}
          row={moveRow}
        />
      )}
    </Section>
  );
}

function moveRow(risk: RiskMoveModel) {
  const [icon, tone] = ICONS[risk.move];
  return (
    <li key={risk.id} class="row">
      <span class="task">
        <Icon icon={icon} tone={tone} name={label(`risks.move-${risk.move}`)} />
        <ItemLink item={risk} />
      </span>
      <span class="aside one-change">
        <span class="values">
          {risk.from && (
            <>
              <Place place={risk.from} />
              <Icon icon="arrow-right" />
            </>
          )}
          <Place place={risk.to} now />
        </span>
      </span>
    </li>
  );
}

function Place({ place: { text, band }, now }: { readonly place: RiskPlaceModel; readonly now?: boolean }) {
  return (
    <span class={now ? 'to' : 'from'}>
      {band && <span class={`swatch band-${band}`} aria-hidden="true" />} {say(text)}
    </span>
  );
}
