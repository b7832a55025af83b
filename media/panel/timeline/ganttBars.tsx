import { formatDay } from '../../../src/words/days';
import { BAR, dependencyPath, ROW } from './bars';
import type { TimelineLayout, TimelineRow } from './bars';
import { label } from '../host';

const TOP = (ROW - BAR) / 2;

/** Days off, round days and today, behind the bars. */
export function Grid({ layout: { shades, ticks, height, today } }: { readonly layout: TimelineLayout }) {
  return (
    <>
      {shades.map(({ x, width }) => (
        <rect key={x} class="shade" x={x} y={0} width={width} height={height} />
      ))}
      {ticks.map(({ at }) => (
        <g key={at} class="gantt-tick">
          <line x1={at} x2={at} y1={0} y2={height} />
        </g>
      ))}
      <line class="today-line" x1={today} x2={today} y1={0} y2={height} />
    </>
  );
}

/** A milestone with its due date and its forecast, or a task. */
export function Row({
  row,
  text,
  point,
  select,
}: {
  readonly row: TimelineRow;
  /** What its tooltip says. */
  readonly text: string;
  readonly point: (uid: string | undefined) => void;
  readonly select: (uid: string) => void;
}) {
  if (row.kind === 'group') {
    return <GroupRow row={row} />;
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
      transform={`translate(0 ${row.y})`}
      class={classes.filter(Boolean).join(' ')}
      onPointerEnter={() => point(bar.uid)}
      onPointerLeave={() => point(undefined)}
      onClick={() => select(bar.uid)}
    >
      <title>{`${bar.id} ${bar.title} · ${text}`}</title>
      {before && <rect class="ghost" x={before.x} y={TOP + BAR - 1} width={before.width} height={4} rx={1} />}
      <rect class="body" x={box.x} y={TOP} width={box.width} height={BAR} rx={2} />
      {bar.progress > 0 && (
        <rect class="reached" x={box.x} y={TOP} width={box.width * bar.progress} height={BAR} rx={2} />
      )}
      {due !== undefined && <path class="due-mark" d={diamond(due)} />}
    </g>
  );
}

function GroupRow({ row }: { readonly row: Extract<TimelineRow, { kind: 'group' }> }) {
  const { box, due, dueBefore, likely, group } = row;
  const [from, to] = likely ? [likely.x, likely.x + likely.width] : [0, 0];
  return (
    <g transform={`translate(0 ${row.y})`} class="group-row">
      {box && <rect class="group-bar" x={box.x} y={TOP + 4} width={box.width} height={4} />}
      {group.likely && (
        <g class="whisker">
          <title>
            {label('chart.whisker', formatDay(group.likely.start), formatDay(group.likely.finish))}
          </title>
          <path d={`M${from} ${ROW / 2}H${to}M${from} ${ROW / 2 - 4}v8M${to} ${ROW / 2 - 4}v8`} />
        </g>
      )}
      {dueBefore !== undefined && group.dueBefore !== undefined && (
        <path class="due-mark before" d={diamond(dueBefore)}>
          <title>{label('chart.was-due', formatDay(group.dueBefore))}</title>
        </path>
      )}
      {due !== undefined && group.due && (
        <path class="due-mark" d={diamond(due)}>
          <title>{label('chart.due-on', formatDay(group.due.date))}</title>
        </path>
      )}
    </g>
  );
}

function diamond(at: number): string {
  return `M${at} ${ROW / 2 - 5}l5 5l-5 5l-5 -5z`;
}

/** The chosen bar with the lines to what it waits for and to what waits for it. */
export function Dependencies({
  layout,
  chosen,
  next,
}: {
  readonly layout: TimelineLayout;
  readonly chosen: string | undefined;
  /** Uids of what waits for it. */
  readonly next: readonly string[];
}) {
  const rowOf = (uid: string): Extract<TimelineRow, { kind: 'bar' }> | undefined =>
    layout.rows.find(row => row.kind === 'bar' && row.bar.uid === uid) as
      Extract<TimelineRow, { kind: 'bar' }> | undefined;
  const one = chosen === undefined ? undefined : rowOf(chosen);
  if (!one) {
    return null;
  }
  const pairs = [
    ...one.bar.after.map(uid => [rowOf(uid), one] as const),
    ...next.map(uid => [one, rowOf(uid)] as const),
  ];
  return (
    <g class="dependencies">
      <rect class="chosen-row" x={0} y={one.y} width={layout.width} height={ROW} />
      {pairs.map(([from, to]) =>
        from && to ? (
          <path
            key={`${from.bar.uid} ${to.bar.uid}`}
            d={dependencyPath({ ...from.box, y: from.y }, { ...to.box, y: to.y })}
          />
        ) : null,
      )}
    </g>
  );
}
