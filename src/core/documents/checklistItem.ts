import type { ChecklistItem } from '../plan/model';
import type { CheckLine } from './document';

/** A check line that is no task. */
export function checklistItem(check: CheckLine, file: string, list: ChecklistItem['list']): ChecklistItem {
  return { file, line: check.line, text: check.text.trim(), checked: check.mark.toLowerCase() === 'x', list };
}
