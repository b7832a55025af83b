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
