import type { Frame, Tick } from './axis';

/** Horizontal lines across a chart, each with its amount to the left. */
export function AmountLines({
  amounts,
  frame: { width, margin },
}: {
  readonly amounts: readonly Tick[];
  readonly frame: Frame;
}) {
  return (
    <>
      {amounts.map(({ at, text }) => (
        <g key={text} class="grid">
          <line x1={margin.left} x2={width - margin.right} y1={at} y2={at} />
          <text x={margin.left - 6} y={at + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}
