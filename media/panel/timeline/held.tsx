import { useLayoutEffect, useRef } from 'preact/hooks';
import { daysBetween } from '../../../src/shared/calendar';
import { label } from '../host';
import { Icon } from '../parts/icon';
import type { PanelStore } from '../state';
import { BAR, ROW, type TimelineLayout, type TimelineRow } from './bars';
import { Detail, type Place } from './detail';
import { diamond } from './ganttBars';
import { dayWords, handlesOf, type Handle, type Hold } from './hold';

/** Where a bar or a due date would go that is held. */
export function HeldMark({
  hold: { handle, day, byKeyboard },
  layout: { rows, height },
  perDay,
}: {
  readonly hold: Hold;
  readonly layout: TimelineLayout;
  readonly perDay: number;
}) {
  const mark = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    if (byKeyboard) {
      mark.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
  }, [handle, day]);
  const row = rows.find(one => handlesOf(one).some(({ uid }) => uid === handle.uid));
  const [at, width] =
    handle.field === 'due' ? [row?.due, 0] : row?.kind === 'bar' ? [row.box.x, row.box.width] : [];
  if (!row || at === undefined) {
    return null;
  }
  const x = at + daysBetween(handle.day, day) * perDay;
  return (
    <g class="held">
      <line x1={x} x2={x} y1={0} y2={height} />
      <g transform={`translate(0 ${row.y})`} ref={mark}>
        {handle.field === 'due' ? (
          <path d={diamond(x)} />
        ) : (
          <rect x={x} y={(ROW - BAR) / 2} width={width} height={BAR} rx={2} />
        )}
      </g>
    </g>
  );
}

/** What the day means that is held, what follows from it, and which keys move it. */
export function HeldWords({ hold, store }: { readonly hold: Hold; readonly store: PanelStore }) {
  const { handle, day, place } = hold;
  const { about, lines = [] } = store.tried ?? {};
  const isAnswer = about?.uid === handle.uid && about.field === handle.field && about.day === day;
  const said = isAnswer ? lines : [dayWords(hold)];
  return (
    <Detail
      words={{ title: handle.name, lines: [...said, label('chart.move-keys')], next: [] }}
      place={place}
    />
  );
}

/** Buttons beside a name that take hold of what can be moved in its row; seen where the row is pointed at. */
export function Grips({
  row,
  take,
}: {
  readonly row: TimelineRow;
  readonly take: (handle: Handle, place: Place) => void;
}) {
  return (
    <>
      {handlesOf(row).map(handle => {
        const name = label(handle.field === 'start' ? 'chart.move-start' : 'chart.move-due', handle.name);
        return (
          <button
            key={handle.field}
            type="button"
            class="icon-button grip"
            aria-label={name}
            title={name}
            onClick={({ currentTarget }) => {
              const { left, bottom } = currentTarget.getBoundingClientRect();
              take(handle, { x: left, y: bottom });
            }}
          >
            <Icon icon={handle.field === 'start' ? 'arrow-both' : 'calendar'} />
          </button>
        );
      })}
    </>
  );
}
