import { useRef, useState } from 'preact/hooks';

/** Rows and columns that an arrow key moves by. */
const STEPS: { readonly [key: string]: readonly [number, number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/**
 * The ARIA grid pattern for a table of buttons: one stop for Tab, arrows, Home and End move between cells.
 * @returns properties of the table, and of the button in each cell
 */
export function useGrid(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [stopRow, stopColumn] = [Math.min(at[0], rows - 1), Math.min(at[1], columns - 1)];

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const row = clamp(stopRow + step[0], rows - 1);
    const column = clamp(stopColumn + step[1], columns - 1);
    setAt([row, column]);
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  }

  return {
    table: { ref: table, onKeyDown: move },
    cell: (row: number, column: number) => ({
      'data-cell': `${row} ${column}`,
      tabIndex: row === stopRow && column === stopColumn ? 0 : -1,
      onFocus: () => setAt([row, column]),
    }),
  };
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(last, index));
}
