import type { Paged } from '../../../shared/parts';
import { MAX_ROWS } from '../../../shared/protocol';
import type { View } from '../../../shared/protocol';
import type { ListId } from '../../../shared/parts';

/** Rows of a list before "show more". */
const FIRST_PAGE = 25;
/** Shorter first pages, so that what stands below is seen as well. */
const FIRST: { readonly [list in ListId]?: number } = {
  findings: 6,
  landed: 6,
  path: 6,
  recent: 7,
  riskMoves: 5,
  ruleFindings: 12,
};
/** Longest text of the repository that is shown in a row, in UTF-16 code units. */
const LONGEST = 240;

/** How many rows of each list a model may hold. */
export interface Limits {
  readonly shown: View['shown'];
  /** No list gets more rows than this. */
  readonly most: number;
}

/** The rows of a list that are shown, each made only then. */
export function paged<S, T>(
  list: ListId,
  all: readonly S[],
  limits: Limits,
  row: (source: S) => T,
): Paged<T> {
  const wanted = limits.shown[list] ?? FIRST[list] ?? FIRST_PAGE;
  const rows = all.slice(0, Math.min(wanted, limits.most)).map(row);
  return {
    list,
    rows,
    total: all.length,
    capped: rows.length < all.length && (wanted > limits.most || wanted === MAX_ROWS),
  };
}

/** A text of the repository, cut where it is longer than a row can bear. */
export function clip(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/**
 * The model with as many rows as fit into `bytes` of JSON (UTF-8).
 * @param build makes the model within given limits
 */
export function fitted<M>(build: (limits: Limits) => M, shown: View['shown'], bytes: number): M {
  let most = Math.max(FIRST_PAGE, ...Object.values(shown));
  for (;;) {
    const model = build({ shown, most });
    const length = utf8Length(JSON.stringify(model));
    if (length <= bytes || most === 1) {
      return model;
    }
    // What does not shrink with the rows makes this guess too high, so it falls at least by a tenth.
    most = Math.max(1, Math.floor(Math.min(most * 0.9, (most * bytes) / length)));
  }
}

function utf8Length(text: string): number {
  // Mostly nothing but ASCII, which a pattern finds out sooner than a loop.
  if (!/[\u0080-\uffff]/.test(text)) {
    return text.length;
  }
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    length += code < 0x80 ? 0 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return length;
}
