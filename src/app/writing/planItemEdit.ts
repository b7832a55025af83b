import type { PlanDocument } from '../../core/documents/document';
import { dismissalPlace } from '../../core/formats/dismissalPlace';
import { changesMore } from '../../core/documents/edit/changesMore';
import { parseDocument } from '../../core/documents/parseDocument';
import type { Message } from '../../core/base/message';
import type { Change, RefusalMessages } from '../../core/plan/change';
import { composeEdits } from '../../core/plan/composeEdits';
import type { Item, Plan } from '../../core/plan/model';
import type { TextEdit } from '../../core/base/text';
import { applyEdits } from '../../core/base/text';
import { formatOfFile } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { EditOutcome, ItemRef } from '../store';

/** The edits that make one or more changes to one item, computed from its file's text as it is now. */
export async function planItemEdit(
  plan: Plan | undefined,
  ref: ItemRef,
  changes: readonly Change[],
  { files, now }: Pick<StoreOptions, 'files' | 'now'>,
): Promise<EditOutcome> {
  const item = plan && itemOf(plan, ref);
  if (!item) {
    return refuse({ code: 'no-such-item', args: [ref.uid] });
  }
  const place = fileOf(plan, item, changes);
  if (!place.ok) {
    return place;
  }
  const path = place.file;
  const read = await files.read(plan.root, path);
  if (read.kind !== 'text') {
    return refuse(
      read.kind === 'missing'
        ? { code: 'item-gone', args: [item.id] }
        : { code: 'not-writable', args: [path, read.detail] },
    );
  }
  const target = { kind: item.kind, id: item.id, line: item.line, file: item.file };
  const steps: (readonly TextEdit[])[] = [];
  let text = read.text;
  let document = markdownOf(path, text);
  const manner = await formatOfFile(plan, path);
  for (const change of changes) {
    const result = manner.format.edit(text, target, change, { plan: manner.plan, path, now: now() });
    if (!result.ok) {
      return result;
    }
    steps.push(result.edits);
    text = applyEdits(text, result.edits);
    const before = document;
    document = markdownOf(path, text);
    if (before && document && changesMore(before, document, change)) {
      return refuse({ code: 'edit-too-wide', args: [path] });
    }
  }
  const edits = composeEdits(read.text, steps);
  return { ok: true, edit: { root: plan.root, plan: plan.folder, file: path, text: read.text, edits } };
}

/** An overlay may hold links or dismissals of an item; all changes of one edit are about the same file. */
function fileOf(
  plan: Plan,
  item: Item,
  [change]: readonly Change[],
): { readonly ok: true; readonly file: string } | (EditOutcome & { readonly ok: false }) {
  if (change?.kind === 'dismiss') {
    return dismissalPlace(plan, item, change.finding);
  }
  const [move] = change?.kind === 'relink' ? change.moves : [];
  const link =
    move && item.kind === 'task'
      ? item.handLinks.find(({ hash, not }) => hash === move.hash && not === move.not)
      : undefined;
  return { ok: true, file: link?.file ?? item.file };
}

function markdownOf(path: string, text: string): PlanDocument | undefined {
  return /\.md$/i.test(path) ? parseDocument(text, 'markdown') : undefined;
}

function itemOf(plan: Plan, ref: ItemRef): Item | undefined {
  const items = { milestone: plan.milestones, task: plan.tasks, risk: plan.risks }[ref.kind];
  return items.find(item => item.uid === ref.uid);
}

function refuse(refusal: Message<RefusalMessages>): EditOutcome {
  return { ok: false, refusal };
}
