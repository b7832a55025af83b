import { shortReason } from '../rows/shortReason';
import { editPreview } from '../tables/editPreview';
import type { QuickRemedy } from '../../verbs/quickRemedies';
import type { Text } from '../../words/text';
import type { PickRow } from './pickRow';

/** Remedies to choose from, all of them chosen at first, each with the lines that it changes. */
export function remedyPicks(remedies: readonly QuickRemedy[]): readonly PickRow<QuickRemedy>[] {
  return remedies.map(remedy => ({
    label: `${remedy.item.id} ${remedy.item.title}`.trim(),
    description: shortReason(remedy.finding, remedy.facts.today),
    detail: linesOf(remedy),
    picked: true,
    value: remedy,
  }));
}

/** `plan/tasks/app-3.md:5`, the old line and the new one. */
function linesOf({ edit }: QuickRemedy): Text {
  return edit.files.map(({ file, text, edits }) => {
    const [place = '', ...lines] = editPreview(file, text, edits);
    const sides = (sign: string): string =>
      lines
        .filter(line => line.startsWith(sign))
        .map(line => line.slice(2).trim())
        .join(' ');
    return {
      code: 'edit.line-changed' as const,
      args: [place, sides('- '), sides('+ ')] as [string, string, string],
    };
  });
}
