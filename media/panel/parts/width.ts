import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Ref } from 'preact';

/** The width of an element in pixels, followed while it is resized; `first` until it is known. */
export function useWidth(first: number): [Ref<HTMLDivElement>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) {
      return undefined;
    }
    const observer = new ResizeObserver(() => setWidth(Math.round(current.clientWidth)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
