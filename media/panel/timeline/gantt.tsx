import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BarModel, TimelineModel } from '../../../src/shared/timelineModel';
import { say } from '../../../src/words/say';
import { barWords } from './barWords';
import type { BarWords } from './barWords';
import { HEAD, layoutTimeline } from './bars';
import type { TimelineLayout, TimelineRow, TimeScale } from './bars';
import { label } from '../host';
import type { PanelStore } from '../state';
import { CriticalPath, Dependencies, Patterns } from './arrows';
import { Detail } from './detail';
import { Grips, HeldMark, HeldWords } from './held';
import { useHold, type Handle } from './hold';
import type { Place } from './detail';
import { Grid, Row } from './ganttBars';
import { pictureOf } from './picture';
import type { Picture } from './picture';
import { Icon } from '../parts/icon';
import { ItemLink } from '../parts/item';
import { CategoryIcon } from '../parts/status';

type Words = ReadonlyMap<string, BarWords>;
/** Points at a bar or a milestone by its uid or the id of its group, at a place in the window. */
type Point = (key: string | undefined, place?: Place) => void;

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
  camera,
}: {
  readonly model: TimelineModel;
  readonly scale: TimeScale;
  readonly store: PanelStore;
  /** Is given what takes a picture of the chart. */
  readonly camera: { take?: () => Picture | undefined };
}) {
  const [pointed, setPointed] = useState<{ readonly key: string; readonly place: Place } | undefined>(
    undefined,
  );
  const [selected, select] = useState<string | undefined>(undefined);
  const folded = model.groups.filter(({ id }) => store.isOpen(id)).map(({ id }) => id);
  const layout = useMemo(() => {
    const language = document.documentElement.lang || 'en';
    return layoutTimeline(model, scale, id => folded.includes(id), language);
  }, [model, scale.zoom, scale.perDay, folded.join('\n')]);
  const words = useMemo(() => barWords(model), [model]);
  const point = useCallback<Point>(
    (key, place = { x: 0, y: 0 }) => setPointed(key === undefined ? undefined : { key, place }),
    [],
  );
  const { hold, take, pointer } = useHold(layout.rows, scale.perDay, store);
  // Pointing at one of 500 bars must not draw the others again.
  const names = useMemo(
    () => <Names layout={layout} words={words} store={store} point={point} take={take} />,
    [layout, words],
  );
  const bars = useMemo(() => <Bars layout={layout} point={point} select={select} />, [layout]);
  const box = useBoxScroll(layout, scale, store);
  camera.take = () =>
    box.current
      ? pictureOf(box.current, layout.rows, titleOf(store), row =>
          row.kind === 'group' ? say(row.group.name) : `${row.bar.id} ${row.bar.title}`,
        )
      : undefined;
  const chosen = pointed?.key ?? selected;
  const said = pointed && words.get(pointed.key);
  return (
    <>
      <div
        class="gantt"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={label('panel.timeline')}
        onKeyDown={event => event.key === 'Escape' && (select(undefined), point(undefined))}
      >
        <div class="gantt-corner" />
        <Scale layout={layout} />
        {names}
        <svg class="gantt-bars" width={layout.width} height={layout.height} aria-hidden="true" {...pointer}>
          {bars}
          <Dependencies layout={layout} chosen={chosen} next={words.get(chosen ?? '')?.next ?? []} />
          {hold && <HeldMark hold={hold} layout={layout} perDay={scale.perDay} />}
        </svg>
      </div>
      {hold && <HeldWords hold={hold} store={store} />}
      {!hold && said && <Detail words={said} place={pointed.place} />}
    </>
  );
}

/** The plan and its day. */
function titleOf({ model }: PanelStore): string {
  return model?.kind === 'plan' ? label('chart.picture-title', model.name, model.today) : '';
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
  take,
}: {
  readonly layout: TimelineLayout;
  readonly words: Words;
  readonly store: PanelStore;
  readonly point: Point;
  readonly take: (handle: Handle, place: Place) => void;
}) {
  return (
    <ul class="gantt-names">
      {layout.rows.map(row =>
        row.kind === 'group' ? (
          <GroupName
            key={row.group.id}
            row={row}
            words={words}
            store={store}
            point={point}
            grips={<Grips row={row} take={take} />}
          />
        ) : (
          <BarName
            key={row.bar.uid}
            bar={row.bar}
            words={words}
            point={point}
            grips={<Grips row={row} take={take} />}
          />
        ),
      )}
    </ul>
  );
}

function GroupName({
  row,
  words,
  store,
  point,
  grips,
}: {
  readonly row: Extract<TimelineRow, { kind: 'group' }>;
  readonly words: Words;
  readonly store: PanelStore;
  readonly point: Point;
  readonly grips: ComponentChildren;
}) {
  const { group, folded } = row;
  return (
    <li class="gantt-group" {...pointing(group.id, point)}>
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
      {grips}
      <span class="hidden">{words.get(group.id)?.lines.join(' · ')}</span>
    </li>
  );
}

function BarName({
  bar,
  words,
  point,
  grips,
}: {
  readonly bar: BarModel;
  readonly words: Words;
  readonly point: Point;
  readonly grips: ComponentChildren;
}) {
  return (
    <li class="gantt-name" {...pointing(bar.uid, point)}>
      <CategoryIcon {...bar} />
      <ItemLink item={bar} />
      {grips}
      <span class="hidden">{words.get(bar.uid)?.lines.join(' · ')}</span>
    </li>
  );
}

/** What a name does when it is pointed at or has the focus: then its words stand below it. */
function pointing(key: string, point: Point) {
  const below = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    point(key, { x: left + INDENT, y: bottom - INDENT });
  };
  return {
    onPointerMove: ({ clientX, clientY }: PointerEvent) => point(key, { x: clientX, y: clientY }),
    onPointerLeave: () => point(undefined),
    onFocusCapture: below,
    onBlurCapture: () => point(undefined),
  };
}

/** Pixels from the edge of a name. */
const INDENT = 10;

function Bars({
  layout,
  point,
  select,
}: {
  readonly layout: TimelineLayout;
  readonly point: Point;
  readonly select: (change: (uid: string | undefined) => string | undefined) => void;
}) {
  return (
    <>
      <Patterns />
      <Grid layout={layout} />
      {layout.rows.map(row => (
        <Row
          key={row.kind === 'group' ? row.group.id : row.bar.uid}
          row={row}
          point={point}
          select={uid => select(known => (known === uid ? undefined : uid))}
        />
      ))}
      <CriticalPath layout={layout} />
    </>
  );
}
