import { HATCH } from './arrows';
import { BAR, ROW } from './bars';
import type { Box, TimelineLayout, TimelineRow } from './bars';
import type { Place } from './detail';
import { label } from '../host';

const TOP = (ROW - BAR) / 2;
/** Pixels from the middle of a due date to what belongs to it. */
const MARK = 6;
/** Pixels of the end of a bar, which says why it stands where it does. */
const END = 6;

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
  point,
  select,
}: {
  readonly row: TimelineRow;
  /** With where the pointer is in the window. */
  readonly point: (key: string | undefined, place?: Place) => void;
  readonly select: (uid: string) => void;
}) {
  if (row.kind === 'group') {
    return <GroupRow row={row} point={point} />;
  }
  const { bar, box, before, past, due } = row;
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
      data-key={bar.uid}
      onPointerMove={({ clientX, clientY }) => point(bar.uid, { x: clientX, y: clientY })}
      onPointerLeave={() => point(undefined)}
      onClick={() => select(bar.uid)}
    >
      <rect class="reach" {...reach([box, before, past], due)} height={ROW} />
      {past && <rect class="past" x={past.x} y={TOP + 3} width={past.width} height={BAR - 6} />}
      {before && <rect class="ghost" x={before.x} y={TOP + BAR - 1} width={before.width} height={4} rx={1} />}
      <rect
        class="body"
        {...(bar.category !== 'active' && { 'data-hold': 'start' })}
        x={box.x}
        y={TOP}
        width={box.width}
        height={BAR}
        rx={2}
      />
      {bar.category === 'blocked' && (
        <rect class="hatched" x={box.x} y={TOP} width={box.width} height={BAR} rx={2} fill={HATCH} />
      )}
      <rect class="end" data-hold="end" x={box.x + box.width - END / 2} y={TOP} width={END} height={BAR} />
      {due !== undefined && <path class="due-mark" data-hold="due" d={diamond(due)} />}
    </g>
  );
}

function GroupRow({
  row,
  point,
}: {
  readonly row: Extract<TimelineRow, { kind: 'group' }>;
  readonly point: (key: string | undefined, place?: Place) => void;
}) {
  const { box, due, dueBefore, likely, group } = row;
  const [from, to] = likely ? [likely.x, likely.x + likely.width] : [0, 0];
  return (
    <g
      transform={`translate(0 ${row.y})`}
      class="group-row"
      data-key={group.milestone?.uid}
      onPointerMove={({ clientX, clientY }) => point(group.id, { x: clientX, y: clientY })}
      onPointerLeave={() => point(undefined)}
    >
      <rect class="reach" {...reach([box, likely], due)} height={ROW} />
      {box && <rect class="group-bar" x={box.x} y={TOP + 4} width={box.width} height={4} />}
      {group.likely && (
        <path
          class="whisker"
          d={`M${from} ${ROW / 2}H${to}M${from} ${ROW / 2 - 4}v8M${to} ${ROW / 2 - 4}v8`}
        />
      )}
      {dueBefore !== undefined && <path class="due-mark before" d={diamond(dueBefore)} />}
      {due !== undefined && <path class="due-mark" data-hold="due" d={diamond(due)} />}
      {due !== undefined && group.slip !== undefined && (
        <text class="slip" x={due + MARK} y={9}>
          {label('chart.slip', group.slip)}
        </text>
      )}
    </g>
  );
}

/** From the first to the last of what is drawn in a row: all of it answers to the pointer, thin as its parts are. */
function reach(boxes: readonly (Box | undefined)[], due: number | undefined): Box {
  const drawn = boxes.filter(box => box !== undefined);
  const marks = due === undefined ? [] : [due - MARK, due + MARK];
  const left = Math.min(...drawn.map(({ x }) => x), ...marks);
  const right = Math.max(...drawn.map(({ x, width }) => x + width), ...marks);
  return drawn.length + marks.length === 0 ? { x: 0, width: 0 } : { x: left, width: right - left };
}

/** A due date, at so many pixels from the left. */
export function diamond(at: number): string {
  return `M${at} ${ROW / 2 - 5}l5 5l-5 5l-5 -5z`;
}
