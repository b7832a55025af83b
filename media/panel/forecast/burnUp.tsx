import type { BurnUpModel } from '../../../src/shared/forecastModel';
import { formatDay } from '../../../src/words/days';
import { say } from '../../../src/words/say';
import { drawBurnUp } from './burnUpShape';
import { AmountLines } from '../parts/amountLines';
import type { Frame } from '../parts/axis';
import { useSaid } from '../frame/useSaid';
import { label } from '../host';
import type { PanelStore } from '../state';
import { nearest, useStops } from '../parts/chartStops';
import { useWidth } from '../parts/width';

const HEIGHT = 240;
/** Pixels from the right edge within which half of a label has no room. */
const EDGE = 36;
const MARGIN = { top: 12, right: 16, bottom: 24, left: 36 };

const BURN_UP_KEYS = {
  scope: 'panel.scope',
  done: 'panel.done',
  likely: 'chart.key-likely',
  cone: 'panel.likely',
  today: 'chart.key-today',
  due: 'chart.key-due',
} as const;

/** The burn-up with its cone. Arrow keys go from week to week; what is there is said in words below. */
export function BurnUp({ model, store }: { readonly model: BurnUpModel; readonly store: PanelStore }) {
  const [element, width] = useWidth(640);
  const frame: Frame = { width, height: HEIGHT, margin: MARGIN };
  const drawing = drawBurnUp(model, frame);
  const { stops } = drawing;
  const { chosen, chart } = useStops(stops, nearest);
  const stop = chosen === undefined ? undefined : stops[chosen];
  const words = chosen === undefined ? undefined : pointText(model, chosen);
  useSaid(store, words);
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <div ref={element} class="chart">
      <svg width={width} height={HEIGHT} role="img" aria-label={say(model.text)} {...chart}>
        <AmountLines amounts={drawing.amounts} frame={frame} />
        {drawing.days.map(({ at, text }) => (
          <text
            key={at}
            class="tick"
            x={at}
            y={HEIGHT - 6}
            text-anchor={at > width - EDGE ? 'end' : 'middle'}
          >
            {text}
          </text>
        ))}
        <path class="cone" d={drawing.cone} />
        <path class="scope-line" d={drawing.scope} />
        <path class="done-line" d={drawing.done} />
        <path class="likely-line" d={drawing.likely} />
        <line class="today-line" x1={drawing.today} x2={drawing.today} y1={MARGIN.top} y2={bottom} />
        {drawing.dues.map(({ at, title, day }) => (
          <path key={`${day} ${title}`} class="due-mark" d={`M${at} ${bottom - 5}l5 5l-5 5l-5 -5z`}>
            <title>{`${title} · ${label('chart.due-on', formatDay(day))}`}</title>
          </path>
        ))}
        {stop && <circle class="stop" cx={stop.at} cy={stop.done} r={4} />}
      </svg>
      <p class="chart-words">{words ?? say(model.text)}</p>
      <Legend hasCone={model.cone.length > 0} hasDues={model.dues.length > 0} />
      {model.notes.length > 0 && (
        <ul class="basis">
          {model.notes.map(note => (
            <li key={say(note)}>{say(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Legend({ hasCone, hasDues }: { readonly hasCone: boolean; readonly hasDues: boolean }) {
  const keys = ['scope', 'done', hasCone && 'likely', hasCone && 'cone', 'today', hasDues && 'due'] as const;
  return (
    <ul class="legend" aria-hidden="true">
      {keys.map(key =>
        key ? (
          <li key={key}>
            <span class={`key ${key}-key`} /> {label(BURN_UP_KEYS[key])}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function pointText({ points, cone }: BurnUpModel, index: number): string {
  const past = points[index];
  if (past) {
    return label('chart.point', past.day, past.scope, past.done);
  }
  const ahead = cone[index - points.length];
  return ahead
    ? label('chart.ahead', ahead.day, Math.floor(ahead.p85), Math.floor(ahead.p50), Math.floor(ahead.p15))
    : '';
}
