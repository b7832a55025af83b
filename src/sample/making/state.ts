import type { Item } from './item';
import type { Edit } from './script';

/** The content of the repository at one moment: plan items, and source files as named pieces. */
export interface State {
  readonly items: Map<string, Item>;
  /** Pieces (functions, sections, entries) by file and name. */
  readonly sources: Map<string, Map<string, Piece>>;
}

/** A function, section or entry of a source file: its first line, and those under it. */
export interface Piece {
  readonly head: string;
  readonly lines: readonly string[];
}

/** Copies a state, so that a branch can change without the one that it began at. */
export const copyState = (state: State): State => structuredClone(state);

/**
 * Applies one edit of the script. `hand` gives the text of a hand-made link for the label of a commit.
 * @throws Error when the script names an item that is not there
 */
export function applyEdit(
  state: State,
  edit: Edit,
  catalogue: ReadonlyMap<string, Item>,
  hand: (label: string) => string,
): void {
  switch (edit.kind) {
    case 'chunk': {
      const pieces = state.sources.get(edit.file) ?? new Map<string, Piece>();
      pieces.set(pieceName(edit.head), { head: edit.head, lines: edit.lines });
      state.sources.set(edit.file, pieces);
      return;
    }
    case 'drop':
      if (!state.sources.get(edit.file)?.delete(pieceName(edit.head))) {
        throw new Error(`nothing to drop: ${edit.head} in ${edit.file}`);
      }
      return;
    case 'add':
      state.items.set(edit.key, structuredClone(known(catalogue, edit.key)));
      return;
    case 'set':
      setField(known(state.items, edit.key), edit.field, edit.value, hand);
  }
}

function setField(item: Item, field: string, value: string, hand: (label: string) => string): void {
  if (field === 'checked') {
    item.checked = Number(value);
  } else if (field === 'commits') {
    const label = value.replace(/^!/, '');
    const entry = `${value === label ? '' : '!'}${hand(label)}`;
    item.fields.set('commits', [...(item.fields.get('commits') ?? []), entry].sort());
  } else if (value === '') {
    item.fields.delete(field);
  } else {
    item.fields.set(field, field === 'depends_on' || field === 'tasks' ? value.split(',') : [value]);
  }
}

function known(items: ReadonlyMap<string, Item>, key: string): Item {
  const item = items.get(key);
  if (!item) {
    throw new Error(`the plan holds no ${key} at this moment`);
  }
  return item;
}

/** `quote(trip: Trip): Price` is replaced by a later `quote(trip: Trip, at: Date): Price`. */
function pieceName(head: string): string {
  return head.startsWith('#') ? head : (/^(?:(?:const|interface|type) )?\w+/.exec(head)?.[0] ?? head);
}
