import type { HeatCellModel, HeatModel, RiskCell } from '../../../src/shared/risksModel';
import { LEVELS } from '../../../src/shared/risksModel';
import { say } from '../../../src/words/say';
import { label } from '../host';
import { useGrid } from '../parts/grid';
import { Icon } from '../parts/icon';
import { ItemLink } from '../parts/item';

const ARROWS = { up: 'arrow-up', new: 'add', down: 'arrow-down' } as const;

/** Risks by probability and impact; a cell chooses its risks in the register. */
export function HeatMap({
  model,
  selected,
  onSelect,
  onUnscored,
}: {
  readonly model: HeatModel;
  readonly selected: RiskCell | undefined;
  readonly onSelect: (cell: RiskCell | undefined) => void;
  readonly onUnscored: () => void;
}) {
  const grid = useGrid(LEVELS.length, LEVELS.length);
  return (
    <>
      <table class="heat" role="grid" aria-label={label('risks.map')} {...grid.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} class="axis">
              {label('heat.probability')}
            </th>
            <th scope="colgroup" colSpan={LEVELS.length} class="axis">
              {label('heat.impact')}
            </th>
          </tr>
          <tr>
            {LEVELS.map(impact => (
              <th key={impact} scope="col">
                <span class="level">{impact}</span> <span class="unit">{label(`heat.impact-${impact}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((cells, row) => (
            <tr key={row}>
              <RowName cells={cells} />
              {cells.map((cell, column) => {
                const chosen = selected?.probability === cell.probability && selected.impact === cell.impact;
                const { probability, impact } = cell;
                return (
                  <td key={column} aria-selected={chosen}>
                    <button
                      type="button"
                      class={`band-${cell.band}${cell.count > 0 ? ' filled' : ''}`}
                      {...grid.cell(row, column)}
                      aria-label={cellText(cell)}
                      aria-disabled={cell.count === 0 && !chosen}
                      title={tooltip(cell)}
                      onClick={() =>
                        (cell.count > 0 || chosen) && onSelect(chosen ? undefined : { probability, impact })
                      }
                    >
                      {cell.left > 0 && <span class="ghost-mark" />}
                      {cell.count > 0 && <span class="number">{cell.count}</span>}
                      {cell.came && <Icon icon={ARROWS[cell.came]} />}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend model={model} />
      <Unscored model={model} onUnscored={onUnscored} />
    </>
  );
}

function RowName({ cells: [cell] }: { readonly cells: readonly HeatCellModel[] }) {
  return cell ? (
    <th scope="row">
      <span class="level">{cell.probability}</span>{' '}
      <span class="unit">{label(`heat.probability-${cell.probability}`)}</span>
    </th>
  ) : null;
}

/** The marks that are on the map. */
function Legend({ model: { rows, since } }: { readonly model: HeatModel }) {
  const cells = rows.flat();
  return since === undefined ? null : (
    <ul class="legend heat-legend" aria-hidden="true">
      <li>{label('risks.key-since', since)}</li>
      {(['up', 'new', 'down'] as const)
        .filter(way => cells.some(({ came }) => came === way))
        .map(way => (
          <li key={way}>
            <Icon icon={ARROWS[way]} /> {label(`risks.key-${way}`)}
          </li>
        ))}
      {cells.some(({ left }) => left > 0) && (
        <li>
          <span class="ghost-mark" /> {label('risks.key-left')}
        </li>
      )}
    </ul>
  );
}

/** What the map cannot show is named beside it. */
function Unscored({
  model: { unscored, more },
  onUnscored,
}: {
  readonly model: HeatModel;
  readonly onUnscored: () => void;
}) {
  return unscored.length === 0 ? null : (
    <div class="unscored">
      <span class="caption">{label('risks.unscored')}</span>
      {unscored.map(risk => (
        <ItemLink key={risk.uid} item={risk} />
      ))}
      {more > 0 && (
        <button type="button" class="link" onClick={onUnscored}>
          {label('risks.more', more)}
        </button>
      )}
    </div>
  );
}

/** A cell in words. */
function cellText({ probability, impact, band, count, came, left }: HeatCellModel): string {
  return [
    label('risks.cell', probability, impact, label(`panel.band-${band}`)),
    count === 0 ? label('risks.cell-none') : label('risks.cell-count', count),
    came ? label(`risks.key-${came}`) : '',
    left > 0 ? label('risks.cell-left', left) : '',
  ]
    .filter(part => part !== '')
    .join(', ');
}

function tooltip(cell: HeatCellModel): string {
  const { lines, more } = cell;
  return [cellText(cell), ...lines.map(say), ...(more > 0 ? [label('risks.more', more)] : [])].join('\n');
}
