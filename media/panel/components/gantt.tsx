import { useState } from 'preact/hooks';
import type { BarModel, TimelineModel } from '../../../src/shared/timelineModel';
import type { Zoom } from '../../../src/shared/protocol';
import { say } from '../../../src/shared/sentences/say';
import { BAR, dependencyPath, layoutTimeline, ROW } from '../charts/timeline';
import type { TimelineLayout, TimelineRow } from '../charts/timeline';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Icon } from './icon';
import { ItemLink } from './item';
import { CategoryIcon } from './status';

const TOP = (ROW - BAR) / 2;

/**
 * Names to the left, bars to the right. What a bar says is said beside its name as well, and going through the
 * names by keyboard shows the dependencies of each.
 */
export function Gantt({
  model,
  zoom,
  store,
}: {
  readonly model: TimelineModel;
  readonly zoom: Zoom;
  readonly store: PanelStore;
}) {
  const [chosen, choose] = useState<string | undefined>(undefined);
  const language = document.documentElement.lang || 'en';
  const layout = layoutTimeline(model, zoom, id => store.isOpen(id), language);
  return (
    <div class={model.assumed ? 'gantt assumed' : 'gantt'}>
      <ul class="gantt-names">
        <li class="gantt-head" aria-hidden="true" />
        {layout.rows.map(row =>
          row.kind === 'group' ? (
            <GroupName key={row.group.id} row={row} store={store} />
          ) : (
            <BarName key={row.bar.uid} bar={row.bar} choose={choose} />
          ),
        )}
      </ul>
      <div class="gantt-bars" tabIndex={0}>
        <svg width={layout.width} height={layout.height + ROW} aria-hidden="true">
          <Grid layout={layout} />
          {layout.rows.map(row => (
            <Row key={row.kind === 'group' ? row.group.id : row.bar.uid} row={row} choose={choose} />
          ))}
          <Dependencies layout={layout} chosen={chosen} />
        </svg>
      </div>
    </div>
  );
}

function GroupName({
  row,
  store,
}: {
  readonly row: Extract<TimelineRow, { kind: 'group' }>;
  readonly store: PanelStore;
}) {
  const { group, folded } = row;
  return (
    <li class="gantt-group">
      <button
        type="button"
        class="icon-button"
        aria-expanded={!folded}
        aria-label={say(group.name)}
        onClick={() => store.toggle(group.id)}
      >
        <Icon icon={folded ? 'chevron-right' : 'chevron-down'} />
      </button>
      {group.milestone ? (
        <ItemLink item={group.milestone} plain />
      ) : (
        <span class="title">{say(group.name)}</span>
      )}
      <span class="count">{group.bars.length + group.more}</span>
    </li>
  );
}

type Choose = (uid: string | undefined) => void;

function BarName({ bar, choose }: { readonly bar: BarModel; readonly choose: Choose }) {
  return (
    <li
      class="gantt-name"
      title={say(bar.text)}
      onPointerEnter={() => choose(bar.uid)}
      onPointerLeave={() => choose(undefined)}
      onFocusCapture={() => choose(bar.uid)}
      onBlurCapture={() => choose(undefined)}
    >
      <CategoryIcon {...bar} />
      <ItemLink item={bar} />
      <span class="hidden">
        {[say(bar.text), bar.critical && label('panel.critical'), bar.late && label('panel.late')]
          .filter(Boolean)
          .join(', ')}
      </span>
    </li>
  );
}

function Grid({ layout: { shades, ticks, height, today } }: { readonly layout: TimelineLayout }) {
  return (
    <g transform={`translate(0 ${ROW})`}>
      {shades.map(({ x, width }) => (
        <rect key={x} class="shade" x={x} y={0} width={width} height={height} />
      ))}
      {ticks.map(({ at, text }) => (
        <g key={at} class="gantt-tick">
          <line x1={at} x2={at} y1={-6} y2={height} />
          <text x={at + 4} y={-8}>
            {text}
          </text>
        </g>
      ))}
      <line class="today-line" x1={today} x2={today} y1={-ROW} y2={height} />
    </g>
  );
}

function Row({ row, choose }: { readonly row: TimelineRow; readonly choose: Choose }) {
  const transform = `translate(0 ${row.y + ROW})`;
  if (row.kind === 'group') {
    const { box, due, dueBefore, likely, group } = row;
    return (
      <g transform={transform} class="group-row">
        {box && <rect class="group-bar" x={box.x} y={TOP + 4} width={box.width} height={4} />}
        {likely && (
          <g class="whisker">
            <title>{`P50 ${group.likely?.start}, P85 ${group.likely?.finish}`}</title>
            <line x1={likely.x} x2={likely.x + likely.width} y1={ROW / 2} y2={ROW / 2} />
            <line x1={likely.x} x2={likely.x} y1={ROW / 2 - 4} y2={ROW / 2 + 4} />
            <line
              x1={likely.x + likely.width}
              x2={likely.x + likely.width}
              y1={ROW / 2 - 4}
              y2={ROW / 2 + 4}
            />
          </g>
        )}
        {dueBefore !== undefined && <path class="due-mark before" d={diamond(dueBefore)} />}
        {due !== undefined && (
          <path class="due-mark" d={diamond(due)}>
            <title>{group.due?.date}</title>
          </path>
        )}
      </g>
    );
  }
  const { bar, box, before, due } = row;
  const classes = [
    'bar',
    bar.category,
    bar.critical && 'critical',
    bar.late && 'late',
    bar.assumed && 'guessed',
  ];
  return (
    <g
      transform={transform}
      class={classes.filter(Boolean).join(' ')}
      onPointerEnter={() => choose(bar.uid)}
      onPointerLeave={() => choose(undefined)}
    >
      <title>{`${bar.id} ${bar.title} · ${say(bar.text)}`}</title>
      {before && <rect class="ghost" x={before.x} y={TOP + BAR - 1} width={before.width} height={4} rx={1} />}
      <rect class="body" x={box.x} y={TOP} width={box.width} height={BAR} rx={2} />
      {bar.progress > 0 && (
        <rect class="reached" x={box.x} y={TOP} width={box.width * bar.progress} height={BAR} rx={2} />
      )}
      {due !== undefined && <path class="due-mark" d={diamond(due)} />}
    </g>
  );
}

function diamond(at: number): string {
  return `M${at} ${ROW / 2 - 5}l5 5l-5 5l-5 -5z`;
}

function Dependencies({
  layout,
  chosen,
}: {
  readonly layout: TimelineLayout;
  readonly chosen: string | undefined;
}) {
  const bars = new Map(
    layout.rows.flatMap(row =>
      row.kind === 'bar' ? [[row.bar.uid, { ...row.box, y: row.y + ROW, bar: row.bar }]] : [],
    ),
  );
  const one = chosen === undefined ? undefined : bars.get(chosen);
  if (!one) {
    return null;
  }
  const pairs = [
    ...one.bar.after.map(uid => [bars.get(uid), one] as const),
    ...one.bar.next.map(uid => [one, bars.get(uid)] as const),
  ];
  return (
    <g class="dependencies">
      {pairs.map(([from, to]) =>
        from && to ? <path key={`${from.bar.uid} ${to.bar.uid}`} d={dependencyPath(from, to)} /> : null,
      )}
    </g>
  );
}
