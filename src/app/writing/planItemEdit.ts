import type { PlanDocument } from '../../core/documents/document';
import { dismissalPlace } from '../../core/formats/dismissalPlace';
import { projectPath } from '../../core/formats/projectPath';
import { changesMore } from '../../core/documents/edit/changesMore';
import { parseDocument } from '../../core/documents/parseDocument';
import type { Message } from '../../core/base/message';
import type { Change, RefusalMessages } from '../../core/plan/change';
import { fieldsOf } from '../../core/plan/fields/valueFields';
import { composeEdits } from '../../core/plan/composeEdits';
import type { Item, Plan } from '../../core/plan/model';
import type { TextEdit } from '../../core/base/text';
import { applyEdits } from '../../core/base/text';
import { writingOf } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { EditOutcome, ItemChanges, ItemRef } from '../store';

type Refusal = EditOutcome & { readonly ok: false };

/** A file, and what has become of its text by the changes so far. */
interface FileDraft {
  readonly path: string;
  readonly before: string;
  text: string;
  document: PlanDocument | undefined;
  readonly steps: (readonly TextEdit[])[];
}

/** The one edit that changes items of a plan, computed from the texts of their files as they are now. */
export async function planItemEdit(
  plan: Plan | undefined,
  asked: readonly ItemChanges[],
  options: Pick<StoreOptions, 'files' | 'now'>,
): Promise<EditOutcome> {
  const drafts = new Map<string, FileDraft>();
  for (const { item: ref, changes } of asked) {
    const item = plan && itemOf(plan, ref);
    if (!item) {
      return refuse({ code: 'no-such-item', args: [ref.uid] });
    }
    for (const change of changes) {
      const refusal = await make(plan, item, change, drafts, options);
      if (refusal) {
        return refusal;
      }
    }
  }
  const files = [...drafts.values()].map(({ path: file, before: text, steps }) => ({
    file,
    text,
    edits: composeEdits(text, steps),
  }));
  const { root = '', folder = '' } = plan ?? {};
  return { ok: true, edit: { root, plan: folder, files: files.filter(({ edits }) => edits.length > 0) } };
}

/** Makes one change in the draft of its file, or of the overlay that holds what the item's format cannot. */
async function make(
  plan: Plan,
  item: Item,
  change: Change,
  drafts: Map<string, FileDraft>,
  options: Pick<StoreOptions, 'files' | 'now'>,
): Promise<Refusal | undefined> {
  const place = fileOf(plan, item, change);
  if (!place.ok) {
    return place;
  }
  const refusal = await makeIn(place.file, plan, item, change, drafts, options);
  const overlay = item.kind === 'task' ? plan.overlays?.[0] : undefined;
  const isElsewhere = refusal ? refusal.refusal.code === 'field-in-overlay' : takesAway(change);
  return overlay !== undefined && isElsewhere
    ? makeIn(projectPath(overlay), plan, item, change, drafts, options)
    : refusal;
}

/** A value that goes may have come from the item's own file, or from an overlay. */
function takesAway(change: Change): boolean {
  return (
    (change.kind === 'set' || change.kind === 'setList') &&
    (change.value ?? '').length === 0 &&
    fieldsOf('task').some(({ name, list, overlay }) => overlay && (list ?? name) === change.field)
  );
}

async function makeIn(
  path: string,
  plan: Plan,
  item: Item,
  change: Change,
  drafts: Map<string, FileDraft>,
  { files, now }: Pick<StoreOptions, 'files' | 'now'>,
): Promise<Refusal | undefined> {
  const draft = drafts.get(path) ?? (await open(plan, item, path, files));
  if ('ok' in draft) {
    return draft;
  }
  drafts.set(path, draft);
  const target = { kind: item.kind, id: item.id, line: item.line, file: item.file };
  const manner = await writingOf(plan, path);
  const result = manner.writing.edit(draft.text, target, change, { plan: manner.plan, path, now: now() });
  if (!result.ok) {
    return result;
  }
  draft.steps.push(result.edits);
  draft.text = applyEdits(draft.text, result.edits);
  const { document } = draft;
  draft.document = markdownOf(path, draft.text);
  return document && draft.document && changesMore(document, draft.document, change)
    ? refuse({ code: 'edit-too-wide', args: [path] })
    : undefined;
}

async function open(
  plan: Plan,
  item: Item,
  path: string,
  files: StoreOptions['files'],
): Promise<FileDraft | Refusal> {
  const read = await files.read(plan.root, path);
  if (read.kind !== 'text') {
    return refuse(
      read.kind === 'missing'
        ? { code: 'item-gone', args: [item.id] }
        : { code: 'not-writable', args: [path, read.detail] },
    );
  }
  const { text } = read;
  return { path, before: text, text, document: markdownOf(path, text), steps: [] };
}

/** An overlay may hold links or dismissals of an item. */
function fileOf(
  plan: Plan,
  item: Item,
  change: Change,
): { readonly ok: true; readonly file: string } | Refusal {
  if (change.kind === 'dismiss') {
    return dismissalPlace(plan, item, change.finding);
  }
  const [move] = change.kind === 'relink' ? change.moves : [];
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

function refuse(refusal: Message<RefusalMessages>): Refusal {
  return { ok: false, refusal };
}
