import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BarModel, TimelineModel } from '../../../src/shared/timelineModel';
import { say } from '../../../src/words/say';
import { barWords } from './barWords';
import type { BarWords } from './barWords';
import { HEAD, layoutTimeline } from './bars';
import type { TimelineLayout, TimelineRow, TimeScale } from './bars';
import { label } from '../host';
import type { PanelStore } from '../state';
import { Dependencies, Grid, Row } from './ganttBars';
import { Icon } from '../parts/icon';
import { ItemLink } from '../parts/item';
import { CategoryIcon } from '../parts/status';

type Words = ReadonlyMap<string, BarWords>;
type Choose = (uid: string | undefined) => void;

/** Pixels of the past that are seen at first. */
const PAST = 60;

/**
 * Names to the left, bars to the right, in a box of their own whose scale and names stay in sight. What a bar says is
 * said beside its name as well, and going through the names by keyboard shows the dependencies of each; a bar that is
 * clicked keeps them.
 */
export function Gantt({
  model,
  scale,
  store,
}: {
  readonly model: TimelineModel;
  readonly scale: TimeScale;
  readonly store: PanelStore;
}) {
  const [pointed, point] = useState<string | undefined>(undefined);
  const [selected, select] = useState<string | undefined>(undefined);
  const folded = model.groups.filter(({ id }) => store.isOpen(id)).map(({ id }) => id);
  const layout = useMemo(() => {
    const language = document.documentElement.lang || 'en';
    return layoutTimeline(model, scale, id => folded.includes(id), language);
  }, [model, scale.zoom, scale.perDay, folded.join('\n')]);
  const words = useMemo(() => barWords(model), [model]);
  // Pointing at one of 500 bars must not draw the others again.
  const names = useMemo(
    () => <Names layout={layout} words={words} store={store} point={point} />,
    [layout, words],
  );
  const bars = useMemo(
    () => <Bars layout={layout} words={words} point={point} select={select} />,
    [layout, words],
  );
  const box = useBoxScroll(layout, scale, store);
  const chosen = pointed ?? selected;
  const bar = model.groups.flatMap(group => group.bars).find(({ uid }) => uid === chosen);
  return (
    <>
      <p class="gantt-words" aria-hidden="true">
        {bar ? (
          <>
            <strong>{`${bar.id} ${bar.title}`}</strong> {words.get(bar.uid)?.text}
          </>
        ) : (
          label('chart.select-bar')
        )}
      </p>
      <div
        class="gantt"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={label('panel.timeline')}
        onKeyDown={event => event.key === 'Escape' && select(undefined)}
      >
        <div class="gantt-corner" />
        <Scale layout={layout} />
        {names}
        <svg class="gantt-bars" width={layout.width} height={layout.height} aria-hidden="true">
          {bars}
          <Dependencies layout={layout} chosen={chosen} next={words.get(chosen ?? '')?.next ?? []} />
        </svg>
      </div>
    </>
  );
}

/** Keeps what was in sight over reloads, and its first day when the zoom changes. */
function useBoxScroll({ today }: TimelineLayout, { perDay }: TimeScale, store: PanelStore) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) {
      return;
    }
    if (drawn.current === undefined) {
      const [left, top] = store.bars ?? [Math.max(0, today - PAST), 0];
      current.scrollTo({ left, top });
    } else if (drawn.current !== perDay) {
      current.scrollLeft *= perDay / drawn.current;
    }
    drawn.current = perDay;
  }, [perDay]);
  useLayoutEffect(() => {
    const { current } = box;
    const keep = (): void => store.barsScrolled([current?.scrollLeft ?? 0, current?.scrollTop ?? 0]);
    current?.addEventListener('scroll', keep, { passive: true });
    return () => current?.removeEventListener('scroll', keep);
  }, []);
  return box;
}

function Scale({ layout: { width, ticks, today } }: { readonly layout: TimelineLayout }) {
  return (
    <svg class="gantt-scale" width={width} height={HEAD} aria-hidden="true">
      {ticks.map(({ at, text }) => (
        <g key={at} class="gantt-tick">
          <line x1={at} x2={at} y1={HEAD - 16} y2={HEAD} />
          <text x={at + 4} y={HEAD - 6}>
            {text}
          </text>
        </g>
      ))}
      <line class="today-line" x1={today} x2={today} y1={4} y2={HEAD} />
      <text class="today-name" x={today + 4} y={13}>
        {label('chart.key-today')}
      </text>
    </svg>
  );
}

function Names({
  layout,
  words,
  store,
  point,
}: {
  readonly layout: TimelineLayout;
  readonly words: Words;
  readonly store: PanelStore;
  readonly point: Choose;
}) {
  return (
    <ul class="gantt-names">
      {layout.rows.map(row =>
        row.kind === 'group' ? (
          <GroupName key={row.group.id} row={row} store={store} />
        ) : (
          <BarName key={row.bar.uid} bar={row.bar} text={words.get(row.bar.uid)?.text ?? ''} point={point} />
        ),
      )}
    </ul>
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

function BarName({
  bar,
  text,
  point,
}: {
  readonly bar: BarModel;
  readonly text: string;
  readonly point: Choose;
}) {
  return (
    <li
      class="gantt-name"
      title={`${bar.id} ${bar.title} · ${text}`}
      onPointerEnter={() => point(bar.uid)}
      onPointerLeave={() => point(undefined)}
      onFocusCapture={() => point(bar.uid)}
      onBlurCapture={() => point(undefined)}
    >
      <CategoryIcon {...bar} />
      <ItemLink item={bar} />
      <span class="hidden">{text}</span>
    </li>
  );
}

function Bars({
  layout,
  words,
  point,
  select,
}: {
  readonly layout: TimelineLayout;
  readonly words: Words;
  readonly point: Choose;
  readonly select: (change: (uid: string | undefined) => string | undefined) => void;
}) {
  return (
    <>
      <Grid layout={layout} />
      {layout.rows.map(row => (
        <Row
          key={row.kind === 'group' ? row.group.id : row.bar.uid}
          row={row}
          text={row.kind === 'bar' ? (words.get(row.bar.uid)?.text ?? '') : ''}
          point={point}
          select={uid => select(known => (known === uid ? undefined : uid))}
        />
      ))}
    </>
  );
}
