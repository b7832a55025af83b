import type { Text } from '../../words/text';

/** An entry of a list to pick from, without any editor's types. */
export interface PickRow<T> {
  readonly label: Text;
  /** Beside the label. */
  readonly description?: Text;
  /** On a line of its own. */
  readonly detail?: Text;
  /** Name of a codicon. */
  readonly icon?: string;
  /** Chosen beforehand, in a list of which several can be picked. */
  readonly picked?: boolean;
  /** What the entry stands for. */
  readonly value: T;
}

/** The title of the entries that follow it. */
export interface PickTitle {
  readonly title: Text;
}

/** A list to pick from, in its order. */
export type PickList<T> = readonly (PickRow<T> | PickTitle)[];

/** Entries below a title; nothing where there are none. */
export function titled<T>(
  code:
    | `ui.pick-${'likely' | 'branch' | 'active' | 'other' | 'finished'}-tasks`
    | `ui.pick-${'likely' | 'other'}-commits`,
  rows: readonly PickRow<T>[],
): PickList<T> {
  return rows.length > 0 ? [{ title: { code, args: [] } }, ...rows] : [];
}
