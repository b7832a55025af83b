import { formatDay } from '../../../src/words/days';
import { BANDS } from '../../../src/shared/risksModel';
import type { BandTrendModel, TrendLevelModel } from '../../../src/shared/risksModel';
import { say } from '../../../src/words/say';
import { AmountLines } from '../parts/amountLines';
import type { Frame } from '../parts/axis';
import { drawBandTrend } from './bandTrendShape';
import { useSaid } from '../frame/useSaid';
import { label } from '../host';
import type { PanelStore } from '../state';
import { reached, useStops } from '../parts/chartStops';
import { useWidth } from '../parts/width';

const HEIGHT = 180;
const MARGIN = { top: 12, right: 16, bottom: 24, left: 28 };

/** Open risks per band over time. Arrow keys go from change to change; what is there is said in words below. */
export function BandTrend({ model, store }: { readonly model: BandTrendModel; readonly store: PanelStore }) {
  const [element, width] = useWidth(480);
  const frame: Frame = { width, height: HEIGHT, margin: MARGIN };
  const drawing = drawBandTrend(model, frame);
  const { chosen, chart } = useStops(drawing.stops, reached);
  const stop = chosen === undefined ? undefined : drawing.stops[chosen];
  const level = chosen === undefined ? undefined : model.levels[chosen];
  const words = level && levelText(level);
  useSaid(store, words);
  return (
    <div ref={element} class="chart">
      <svg width={width} height={HEIGHT} role="img" aria-label={summary(model)} {...chart}>
        <AmountLines amounts={drawing.amounts} frame={frame} />
        {drawing.days.map(({ at, text }) => (
          <text key={at} class="tick" x={at} y={HEIGHT - 6} text-anchor="middle">
            {text}
          </text>
        ))}
        {drawing.areas.map(({ band, path }) => (
          <path key={band} class={`band-area band-${band}`} d={path} />
        ))}
        {stop && (
          <line class="stop-line" x1={stop.at} x2={stop.at} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
        )}
      </svg>
      <p class="chart-words">{words ?? say(model.text)}</p>
      <ul class="legend" aria-hidden="true">
        {drawing.areas.map(({ band }) => (
          <li key={band}>
            <span class={`swatch band-${band}`} /> {label(`panel.band-${band}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function summary({ text, levels }: BandTrendModel): string {
  const last = levels.at(-1);
  return last ? `${say(text)} ${levelText(last)}` : say(text);
}

function levelText({ day, counts }: TrendLevelModel): string {
  const parts = BANDS.flatMap((band, index) =>
    counts[index] ? `${label(`panel.band-${band}`)} ${counts[index]}` : [],
  );
  return `${formatDay(day)}: ${parts.join(' · ') || label('risks.cell-none')}`;
}
