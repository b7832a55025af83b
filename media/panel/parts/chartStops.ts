import { useState } from 'preact/hooks';

/** A place of a chart that something can be said of. */
export interface Stop {
  /** In pixels from the left. */
  readonly at: number;
}

/** Finds the stop that a pointer means. */
type Find = (stops: readonly Stop[], x: number) => number | undefined;

/**
 * Looks at one stop of a chart: where the pointer is, or by arrow keys, Home and End; Escape and leaving end it.
 * @returns the index of the stop, and properties of the chart's element
 */
export function useStops(stops: readonly Stop[], find: Find) {
  const [chosen, choose] = useState<number | undefined>(undefined);
  return {
    chosen,
    chart: {
      tabIndex: 0,
      onPointerMove: (event: PointerEvent) => {
        const left = (event.currentTarget as Element).getBoundingClientRect().left;
        choose(find(stops, event.clientX - left));
      },
      onPointerLeave: () => choose(undefined),
      onKeyDown: (event: KeyboardEvent) => move(event, chosen, stops.length, choose),
      onBlur: () => choose(undefined),
    },
  };
}

/** Returns the stop nearest to a place. */
export const nearest: Find = (stops, x) => {
  let best: number | undefined;
  stops.forEach(({ at }, index) => {
    if (best === undefined || Math.abs(at - x) < Math.abs((stops[best]?.at ?? Infinity) - x)) {
      best = index;
    }
  });
  return best;
};

/** The last one that has been reached, since what it says holds until the next. */
export const reached: Find = (stops, x) => {
  const after = stops.findIndex(({ at }) => at > x);
  return after === 0 ? undefined : (after === -1 ? stops.length : after) - 1;
};

function move(
  event: KeyboardEvent,
  chosen: number | undefined,
  count: number,
  choose: (index: number | undefined) => void,
): void {
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
  if (event.key === 'Escape') {
    choose(undefined);
  }
  if (step !== undefined && count > 0) {
    event.preventDefault();
    choose(Math.min(count - 1, Math.max(0, (chosen ?? (step > 0 ? -1 : count)) + step)));
  }
}
