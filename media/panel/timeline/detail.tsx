import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BarWords } from './barWords';

/** Pixels between the pointer and what is said beside it, and between that and the edge of the window. */
const AWAY = 14;
const EDGE = 8;

/** A place in the window, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a bar says, beside the pointer and within the window. It is said beside the bar's name as well, for who listens. */
export function Detail({ words, place }: { readonly words: BarWords; readonly place: Place }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current) {
      const { width, height } = current.getBoundingClientRect();
      current.style.left = `${besides(place.x, width, document.documentElement.clientWidth)}px`;
      current.style.top = `${besides(place.y, height, window.innerHeight)}px`;
    }
  });
  return (
    <div class="gantt-detail" ref={element} aria-hidden="true">
      <strong>{words.title}</strong>
      {words.lines.map(line => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** Behind the pointer, or before it where there is no room. */
function besides(at: number, length: number, room: number): number {
  const behind = at + AWAY;
  return behind + length + EDGE <= room ? behind : Math.max(EDGE, at - AWAY - length);
}
