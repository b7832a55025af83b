import type { Row } from '../../src/present/row';
import { say } from '../../src/words/say';

/**
 * What a row has room for in a side bar of 300 pixels, its default width, in pixels. Measured in a VS Code 1.139 window
 * on Linux, where the interface is drawn in DejaVu Sans, the widest of the fonts that VS Code uses: 47 rows of the
 * sample project with 1,460 characters of labels and 1,470 of descriptions. Twistie and icon are taken off already.
 */
const MEASURED = {
  /** From behind the icon of a row at the top to where the text is cut. */
  room: 225,
  /** What each level below takes. */
  indent: 8,
  /** A character of a label, on average, at 13 pixels. */
  label: 6.72,
  /** A character of a description, on average, at nine tenths of that. */
  description: 6.08,
  /** Between the two. */
  gap: 5.85,
  /** The sign that something is cut. */
  ellipsis: 10.6,
};

/** What can be read of a row. */
export interface Seen {
  readonly label: string;
  readonly description: string;
  readonly cut: boolean;
}

/** @param level 0 at the top */
export function seenOf(row: Row, level: number): Seen {
  const label = say(row.label);
  const description = row.description === undefined ? '' : say(row.description);
  const room = MEASURED.room - level * MEASURED.indent;
  const width =
    label.length * MEASURED.label +
    (description === '' ? 0 : MEASURED.gap + description.length * MEASURED.description);
  if (width <= room) {
    return { label, description, cut: false };
  }
  const letters = (space: number, each: number): number => Math.max(0, Math.floor(space / each));
  const forLabel = room - MEASURED.ellipsis;
  const left = forLabel - label.length * MEASURED.label - MEASURED.gap;
  return {
    label: label.slice(0, letters(forLabel, MEASURED.label)),
    description: description.slice(0, letters(left, MEASURED.description)),
    cut: true,
  };
}
