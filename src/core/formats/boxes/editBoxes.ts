import type { Change, EditResult, EditTarget } from '../../plan/change';
import { idKey } from '../../plan/ids';
import type { CheckLine } from '../../documents/document';
import { markBox } from '../../documents/edit/tickBox';
import { checkValue } from '../../documents/edit/checkValue';
import type { FieldText } from '../../documents/edit/fieldText';
import { refuse, refuseField } from '../../documents/edit/refusal';
import type { EditContext } from '../format';
import { editDocument } from '../../documents/edit/editDocument';
import type { BoxFile, BoxMilestone, BoxTask, ReadBoxFile } from './boxFile';

/** A line that an edit may be meant for. */
interface Line {
  readonly key: string;
  readonly check: CheckLine | undefined;
  readonly unticked: BoxTask['unticked'];
  readonly namesake?: true | undefined;
}

/**
 * Ticks or unticks one box; everything else is not for these formats. Only the character in the box
 * changes.
 * @param name of the format, as a reader knows it
 */
export function editBoxes(
  text: string,
  target: EditTarget,
  change: Change,
  context: EditContext,
  name: string,
  read: ReadBoxFile,
): EditResult {
  return editDocument(text, change, (file, other) => setStatus(file, target, other, context, name, read));
}

function setStatus(
  file: FieldText,
  target: EditTarget,
  change: Exclude<Change, { kind: 'tick' }>,
  context: EditContext,
  name: string,
  read: ReadBoxFile,
): EditResult {
  if (change.kind === 'dismiss') {
    return refuse({ code: 'dismissals-need-overlay', args: [context.plan.format] });
  }
  if (change.kind !== 'set' || change.field !== 'status' || target.kind === 'risk') {
    return unsupported(target, change, context, name);
  }
  const { plan, path } = context;
  const known = [...plan.tasks, ...plan.milestones].find(
    item => item.kind === target.kind && item.file === path && item.line === target.line,
  );
  const key = known && known.id === target.id ? known.key : idKey(target.id);
  const same = linesOf(read({ path, document: file.document }, plan.files), target.kind).filter(
    line => line.key === key,
  );
  const line =
    same.find(({ check }) => check?.line === target.line) ?? (same.length === 1 ? same[0] : undefined);
  if (!line) {
    const id = target.id || (known?.title ?? '');
    return refuse(
      same.length === 0
        ? { code: 'item-gone', args: [id] }
        : { code: 'ambiguous-id', args: [id, same.length] },
    );
  }
  const wanted = change.value?.trim() || firstStatus(target, context);
  if (wanted === undefined) {
    return unsupported(target, change, context, name);
  }
  const value = checkValue(target.kind, 'status', wanted, plan);
  if (!value.ok) {
    return value;
  }
  if (line.namesake) {
    return refuse({ code: 'ambiguous-id', args: [target.id, 2] });
  }
  const mark = markOf(target, value.value, line, context);
  return line.check && mark !== undefined
    ? { ok: true, edits: markBox(file, line.check, mark) }
    : unsupported(target, change, context, name);
}

function linesOf(file: BoxFile, kind: 'milestone' | 'task'): readonly Line[] {
  return kind === 'task'
    ? file.tasks.map(({ draft, check, unticked }: BoxTask) => ({
        key: idKey(draft.item.id || (draft.key ?? '')),
        check,
        unticked,
      }))
    : file.milestones.map(({ draft, check, namesake }: BoxMilestone) => ({
        key: idKey(draft.item.id),
        check,
        namesake,
        unticked: 'open',
      }));
}

/** What a box without a tick says; undefined on a board where no lane is for open tasks. */
function firstStatus({ kind }: EditTarget, { plan }: EditContext): string | undefined {
  const open = plan.settings.statuses.find(({ category }) => category === 'open');
  return kind === 'milestone' ? 'planned' : open?.name;
}

/** The mark that says a status; undefined where no box can. */
function markOf(target: EditTarget, status: string, line: Line, { plan }: EditContext): string | undefined {
  if (target.kind === 'milestone') {
    return status === 'done' ? 'x' : status === 'planned' ? ' ' : undefined;
  }
  const category = plan.settings.statuses.find(({ name }) => name === status)?.category;
  if (category === 'done') {
    return 'x';
  }
  return category === 'open' && line.unticked === 'open' ? ' ' : undefined;
}

function unsupported(
  { kind }: EditTarget,
  change: Exclude<Change, { kind: 'tick' }>,
  { plan }: EditContext,
  name: string,
): EditResult {
  const field = change.kind === 'set' || change.kind === 'setList' ? change.field : 'commits';
  return kind === 'task'
    ? refuseField(field, name, plan.format)
    : refuse({ code: 'field-unsupported', args: [field, name] });
}
