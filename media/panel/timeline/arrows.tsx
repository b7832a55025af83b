import { dependencyPath, ROW } from './bars';
import type { TimelineLayout, TimelineRow } from './bars';

type BarRow = Extract<TimelineRow, { kind: 'bar' }>;

/** Fills what is blocked. */
export const HATCH = 'url(#gantt-hatch)';

/** What bars and arrows are drawn with. */
export function Patterns() {
  return (
    <defs>
      <pattern
        id="gantt-hatch"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="hatch" width={3} height={6} />
      </pattern>
      {['driving', 'chosen'].map(kind => (
        <marker
          key={kind}
          id={`gantt-${kind}`}
          markerWidth={6}
          markerHeight={6}
          refX={5}
          refY={3}
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path class={`arrow ${kind}`} d="M0 0L6 3L0 6z" />
        </marker>
      ))}
    </defs>
  );
}

/** The arrows along the critical path, which are always there. */
export function CriticalPath({ layout }: { readonly layout: TimelineLayout }) {
  const rows = barRows(layout);
  return (
    <g class="dependencies driving">
      {[...rows.values()].flatMap(to =>
        to.bar.drivers.map(uid => (
          <Arrow key={`${uid} ${to.bar.uid}`} from={rows.get(uid)} to={to} kind="driving" />
        )),
      )}
    </g>
  );
}

/** The chosen bar with the arrows from what it waits for and to what waits for it. */
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
  const rows = barRows(layout);
  const one = chosen === undefined ? undefined : rows.get(chosen);
  if (!one) {
    return null;
  }
  const pairs = [
    ...one.bar.after.map(uid => [rows.get(uid), one] as const),
    ...next.map(uid => [one, rows.get(uid)] as const),
  ];
  return (
    <g class="dependencies chosen">
      <rect class="chosen-row" x={0} y={one.y} width={layout.width} height={ROW} />
      {pairs.map(([from, to]) => (
        <Arrow key={`${from?.bar.uid} ${to?.bar.uid}`} from={from} to={to} kind="chosen" />
      ))}
    </g>
  );
}

/** Nothing where one of the bars is folded away. */
function Arrow({
  from,
  to,
  kind,
}: {
  readonly from: BarRow | undefined;
  readonly to: BarRow | undefined;
  readonly kind: 'driving' | 'chosen';
}) {
  return from && to ? (
    <path
      d={dependencyPath({ ...from.box, y: from.y }, { ...to.box, y: to.y })}
      marker-end={`url(#gantt-${kind})`}
    />
  ) : null;
}

const known = new WeakMap<TimelineLayout, ReadonlyMap<string, BarRow>>();

/** The rows of bars by uid, gathered once for each drawing. */
function barRows(layout: TimelineLayout): ReadonlyMap<string, BarRow> {
  let rows = known.get(layout);
  if (!rows) {
    rows = new Map(layout.rows.flatMap(row => (row.kind === 'bar' ? [[row.bar.uid, row]] : [])));
    known.set(layout, rows);
  }
  return rows;
}
