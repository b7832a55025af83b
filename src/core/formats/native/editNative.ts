import type { Change, EditResult, EditTarget } from '../../plan/change';
import { aliasedKey } from '../../plan/ids';
import { editCheck } from '../../documents/edit/tickBox';
import { fieldText, findField } from '../../documents/edit/fieldText';
import { refuse } from '../../documents/edit/refusal';
import { FieldReader } from '../../documents/fields';
import type { EditContext, ParsedFile } from '../format';
import { parseDocument } from '../../documents/parseDocument';
import { editDismissal } from './editDismissal';
import { editFile } from './editFile';
import { editInline } from './editInline';
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
  const document = parseDocument(text, 'markdown');
  if (document.conflict) {
    return refuse({ code: 'conflict-markers', args: [] });
  }
  const file = fieldText(text, document);
  if (change.kind === 'tick') {
    return editCheck(file, document.checks, change);
  }
  if (change.kind === 'dismiss') {
    return editDismissal(file, target, change, context);
  }
  if (change.kind === 'relink' && target.kind === 'task' && findField(document, 'for')) {
    return relinkOverlay(file, target, change.moves, context.plan);
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
