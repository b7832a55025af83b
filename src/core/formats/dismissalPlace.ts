import { FINDINGS, isFindingCode } from '../plan/findingCodes';
import type { Message } from '../base/message';
import type { RefusalMessages } from '../plan/change';
import type { Item, Plan } from '../plan/model';
import { keyFinder } from '../plan/otherIds';
import { scalarText } from '../documents/edit/scalarText';
import type { ScalarStyle } from '../documents/edit/scalarText';
import { projectPath } from './projectPath';

/** An entry of a list `dismissed:`, still without its reason. */
export interface DismissalEntry {
  readonly finding: string;
  /** The name of the item, where the entry does not stand in a file of the item's own. */
  readonly item?: string;
}

/** The file whose front matter dismisses a finding, and the entry that does it; or why there is none. */
export type DismissalPlace =
  | { readonly ok: true; readonly file: string; readonly entry: DismissalEntry }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/**
 * Where to dismiss a finding of one item, so that no other item is concerned. Reading (`dismissalsOf`), the edit and
 * the advice agree through this function.
 */
export function dismissalPlace(plan: Plan, item: Item, finding: string): DismissalPlace {
  if (!isFindingCode(finding)) {
    const expected = FINDINGS.join(', ');
    return { ok: false, refusal: { code: 'value-invalid', args: ['finding', finding, expected] } };
  }
  const overlay = plan.overlays?.[0];
  if (hasOwnFile(plan, item)) {
    return { ok: true, file: item.file, entry: { finding } };
  }
  // A native task without a file of its own is a line of a milestone's file.
  const file = plan.format === 'milepost' ? item.file : overlay && projectPath(overlay);
  if (file === undefined) {
    return { ok: false, refusal: { code: 'dismissals-need-overlay', args: [plan.format] } };
  }
  const name = item.id || item.key;
  if (name === '' || keyFinder(plan)(name) !== item.key) {
    return { ok: false, refusal: { code: 'dismissal-needs-id', args: [item.title] } };
  }
  const same = [...plan.tasks, ...plan.milestones, ...plan.risks].filter(({ key }) => key === item.key);
  return same.length > 1
    ? { ok: false, refusal: { code: 'ambiguous-id', args: [name, same.length] } }
    : { ok: true, file, entry: { finding, item: name } };
}

/** Whether the item is all that a file of Milepost's own format is about; risks are nowhere else. */
function hasOwnFile({ format }: Plan, item: Item): boolean {
  return item.kind === 'risk' || (format === 'milepost' && (item.kind === 'milestone' || !item.inline));
}

/**
 * An entry as YAML on one line: `{item: APP-4, finding: overdue, reason: agreed}`.
 * @param style of the reason
 */
export function dismissalText(
  { item, finding }: DismissalEntry,
  reason: string,
  style: ScalarStyle = 'plain',
): string {
  const named = item === undefined ? '' : `item: ${scalarText(item, 'plain', true)}, `;
  return `{${named}finding: ${finding}, reason: ${scalarText(reason, style, true)}}`;
}
