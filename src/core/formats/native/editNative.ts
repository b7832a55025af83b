import type { Change, EditResult, EditTarget } from '../../plan/change';
import { aliasedKey } from '../../plan/ids';
import { findField } from '../../documents/edit/fieldText';
import type { FieldText } from '../../documents/edit/fieldText';
import { refuse } from '../../documents/edit/refusal';
import { FieldReader } from '../../documents/fields';
import type { EditContext, ParsedFile } from '../format';
import { editDocument } from '../../documents/edit/editDocument';
import { editDismissal } from './editDismissal';
import { editFile } from './editFile';
import { editInline } from './editInline';
import { editOverlay } from './editOverlay';
import { kindOf, slugOf } from './items';
import { relinkOverlay } from './relinkOverlay';

/**
 * Edits a native plan file: the item that the file is, or an inline task on one of its checklist lines.
 * Only the text that says what changes is touched. The box of a reference line is left alone: it stands
 * in another file than the task.
 */
export function editNative(
  text: string,
  target: EditTarget,
  change: Change,
  context: EditContext,
): EditResult {
  return editDocument(text, change, (file, other) => editItem(file, target, other, context));
}

function editItem(
  file: FieldText,
  target: EditTarget,
  change: Exclude<Change, { kind: 'tick' }>,
  context: EditContext,
): EditResult {
  const { document } = file;
  if (change.kind === 'dismiss') {
    return editDismissal(file, target, change, context);
  }
  if (target.kind === 'task' && findField(document, 'for')) {
    return change.kind === 'relink'
      ? relinkOverlay(file, target, change.moves, context.plan)
      : editOverlay(file, target, change, context);
  }
  if (isItemOfFile({ path: context.path, document }, target, context)) {
    return editFile(file, target, change, context.plan);
  }
  return target.kind === 'task'
    ? editInline(file, target, change, context.plan)
    : refuse({ code: 'item-gone', args: [target.id] });
}

function isItemOfFile(file: ParsedFile, target: EditTarget, { plan }: EditContext): boolean {
  const fields = new FieldReader(file.document.fields, () => undefined);
  const inside = plan.folder === '' ? file.path : file.path.slice(plan.folder.length + 1);
  const id = fields.text('id') ?? (target.kind === 'milestone' ? slugOf(file.path) : '');
  const keyOf = (text: string) => aliasedKey(text, plan.settings.prefix, new Set(plan.settings.aliases));
  return kindOf(file, inside, fields) === target.kind && keyOf(id) === keyOf(target.id);
}
