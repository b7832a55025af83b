import { fieldText } from './fieldText';
import type { FieldText } from './fieldText';
import { refuse } from './refusal';
import { editCheck } from './tickBox';
import { parseDocument } from '../parseDocument';
import type { Change, EditResult } from '../../plan/change';

/**
 * Edits a text of Markdown in the way that all formats of checklists share: refuses one with conflict markers, and ticks
 * boxes.
 * @param edit makes every other change, in the format's own way
 */
export function editDocument(
  text: string,
  change: Change,
  edit: (file: FieldText, change: Exclude<Change, { kind: 'tick' }>) => EditResult,
): EditResult {
  const document = parseDocument(text, 'markdown');
  if (document.conflict) {
    return refuse({ code: 'conflict-markers', args: [] });
  }
  const file = fieldText(text, document);
  return change.kind === 'tick' ? editCheck(file, document.checks, change) : edit(file, change);
}
