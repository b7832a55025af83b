import { useEffect, useRef } from 'preact/hooks';
import type { PanelStore } from '../state';

/**
 * Has a text read aloud by the announcer whenever it changes: not when its part of the page comes, and not when there
 * is nothing to say any more.
 */
export function useSaid(store: Pick<PanelStore, 'say'>, text: string | undefined): void {
  const last = useRef(text);
  useEffect(() => {
    if (text !== undefined && text !== last.current) {
      // Effects may run while the page is being drawn, and what is said draws it again.
      queueMicrotask(() => store.say(text));
    }
    last.current = text;
  }, [store, text]);
}
