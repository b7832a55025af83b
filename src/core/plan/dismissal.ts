import type { Range } from '../base/text';

/** That a finding is not to be shown. */
export interface Dismissal {
  /** Code of the finding. */
  readonly finding: string;
  /** Empty where nobody gave one. */
  readonly reason: string;
  /** The id of the item, and its place, where an entry names the item that it is about. */
  readonly item?: { readonly text: string; readonly range: Range };
}
