import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addDays } from '../../../src/shared/calendar';
import type { DayOfItem } from '../../../src/shared/protocol';
import { label, post } from '../host';
import type { PanelStore } from '../state';
import type { TimelineRow } from './bars';
import type { Place } from './detail';

/** A day of the timeline that can be moved, with what its item is called. */
export interface Handle extends DayOfItem {
  readonly name: string;
}

/** A day that is held, and where it would go. */
export interface Hold {
  readonly handle: Handle;
  readonly day: string;
  /** Where what follows from it is said. */
  readonly place: Place;
  /** Then the place it would go to is kept in sight. */
  readonly byKeyboard?: boolean;
}

/** What can be moved in a row: the start of a task that has not begun, and due dates. */
export function handlesOf(row: TimelineRow): readonly Handle[] {
  if (row.kind === 'group') {
    const { milestone, due } = row.group;
    return milestone && milestone.uid !== '' && due
      ? [{ kind: 'milestone', uid: milestone.uid, field: 'due', day: due.date, name: milestone.title }]
      : [];
  }
  const { uid, id, span, due, category } = row.bar;
  const about = { kind: 'task', uid, name: id } as const;
  return uid === ''
    ? []
    : [
        ...(category === 'active' ? [] : [{ ...about, field: 'start', day: span.start } as const]),
        ...(due === undefined ? [] : [{ ...about, field: 'due', day: due } as const]),
      ];
}

/** Pixels that a pointer moves before a click becomes a drag. */
const SLACK = 4;
/** Milliseconds that a day is held before the host is asked what follows. */
const PAUSE = 150;
/** Days by key; with Shift weeks. */
const STEPS: { readonly [key: string]: number } = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/**
 * Moves a day by pointer or by keyboard: taken, moved, and dropped as one edit, or given up. Each day is said, and the
 * host is asked what follows from it.
 */
export function useHold(rows: readonly TimelineRow[], perDay: number, store: PanelStore) {
  const [hold, setHold] = useState<Hold | undefined>(undefined);
  const pressed = useRef<{ readonly handle: Handle; readonly x: number } | undefined>(undefined);
  const end = useCallback(() => {
    pressed.current = undefined;
    setHold(undefined);
  }, []);
  const giveUp = useCallback(() => {
    end();
    store.say(label('chart.move-given-up'));
  }, [store]);
  const drop = ({ handle: { kind, uid, field, day: before }, day }: Hold): void => {
    end();
    if (day !== before) {
      post({ type: 'setDay', kind, uid, field, day });
    }
  };

  useEffect(() => {
    if (!hold) {
      return undefined;
    }
    const { handle, day } = hold;
    const { kind, uid, field } = handle;
    const asking = setTimeout(() => post({ type: 'tryDay', kind, uid, field, day }), PAUSE);
    return () => clearTimeout(asking);
  }, [hold?.handle, hold?.day]);

  // Before the next key comes, however fast it is.
  useLayoutEffect(() => {
    if (!hold) {
      return undefined;
    }
    const { day } = hold;
    const onKey = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (step !== undefined) {
        const next = { ...hold, day: addDays(day, event.shiftKey ? 7 * step : step) };
        setHold(next);
        store.say(dayWords(next));
      } else if (event.key === 'Enter') {
        drop(hold);
      } else if (event.key === 'Escape' || event.key === 'Tab') {
        giveUp();
      } else {
        return;
      }
      if (event.key !== 'Tab') {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [hold]);

  const pointer = {
    onPointerDown(event: PointerEvent): void {
      const grip = event.target instanceof Element ? event.target.closest<SVGElement>('[data-hold]') : null;
      const key = grip?.closest<SVGElement>('[data-key]')?.dataset['key'];
      if (grip?.dataset['hold'] === 'end') {
        store.say(label('chart.end-follows'));
      } else if (grip && event.button === 0) {
        const handle = rows
          .flatMap(handlesOf)
          .find(one => one.uid === key && one.field === grip.dataset['hold']);
        pressed.current = handle && { handle, x: event.clientX };
      }
    },
    onPointerMove(event: PointerEvent): void {
      const { handle, x } = pressed.current ?? {};
      if (!handle || x === undefined || (!hold && Math.abs(event.clientX - x) < SLACK)) {
        return;
      }
      // What the pointer does outside the chart belongs to it as well.
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      const day = addDays(handle.day, Math.round((event.clientX - x) / perDay));
      setHold({ handle, day, place: { x: event.clientX, y: event.clientY } });
    },
    onPointerUp(): void {
      if (pressed.current && hold) {
        drop(hold);
      }
      pressed.current = undefined;
    },
    onPointerCancel: end,
  };
  /** Takes hold by keyboard, or by a click that arrow keys follow. */
  const take = useCallback((handle: Handle, place: Place) => {
    setHold({ handle, day: handle.day, place, byKeyboard: true });
    store.say(label('chart.move-keys'));
  }, []);
  return { hold, take, pointer };
}

/** The day that is held, in words. */
export function dayWords({ handle: { field }, day }: Hold): string {
  return label(field === 'start' ? 'chart.moved-start' : 'chart.moved-due', day);
}
