import type { TextEdit } from '../../core/base/text';
import type { Finding } from '../../core/insight/findings/finding';
import type { Item } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { shortReason } from '../rows/shortReason';
import { editPreview } from '../tables/editPreview';
import type { PickRow } from './pickRow';

/** A finding, and what would be written to settle it. */
interface Settled {
  readonly facts: Pick<PlanFacts, 'today'>;
  readonly item: Item;
  readonly finding: Finding;
  readonly edit: {
    readonly files: readonly {
      readonly file: string;
      readonly text: string;
      readonly edits: readonly TextEdit[];
    }[];
  };
}

/** Remedies to choose from, all of them chosen at first, each with the lines that it changes. */
export function remedyPicks<R extends Settled>(remedies: readonly R[]): readonly PickRow<R>[] {
  return remedies.map(remedy => ({
    label: `${remedy.item.id} ${remedy.item.title}`.trim(),
    description: shortReason(remedy.finding, remedy.facts.today),
    detail: linesOf(remedy),
    picked: true,
    value: remedy,
  }));
}

/** `plan/tasks/app-3.md:5`, the old line and the new one. */
function linesOf({ edit }: Settled): Text {
  return edit.files.map(({ file, text, edits }): Text => {
    const [place = '', ...lines] = editPreview(file, text, edits);
    const side = (sign: string): string =>
      lines
        .filter(line => line.startsWith(sign))
        .map(line => line.slice(2).trim())
        .join(' ');
    return { code: 'edit.line-changed', args: [place, ...whereTheyDiffer(side('- '), side('+ '))] };
  });
}

/** So much is shown of what two lines have in common at their ends. */
const MOST_IN_COMMON = 16;

/** Cuts what two lines have in common at their ends, so that the second one is in sight beside the first. */
function whereTheyDiffer(before: string, after: string): readonly [string, string] {
  let common = 0;
  while (common < Math.min(before.length, after.length) && before.at(-1 - common) === after.at(-1 - common)) {
    common++;
  }
  const cut = common > MOST_IN_COMMON ? common - MOST_IN_COMMON : 0;
  const shown = (line: string): string => (cut > 0 ? `${line.slice(0, -cut).trimEnd()}…` : line);
  return before === '' ? [before, after] : [shown(before), shown(after)];
}
