import { applyEdits } from '../../core/base/text';
import { parseDocument } from '../../core/documents/parseDocument';
import { renaming } from '../../core/formats/references';
import { composeEdits } from '../../core/plan/composeEdits';
import { aliasedKey, idKey, isId, prefixOf } from '../../core/plan/ids';
import type { Item, Plan } from '../../core/plan/model';
import { LONGEST_ID } from '../../core/plan/otherIds';
import { writingOf } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { FileEdit, ItemRef, RenumberOutcome } from '../store';
import { freeId, homeOf, idsElsewhere, type PlanHere } from './newItem';

type Refusal = Extract<RenumberOutcome, { ok: false }>;

/** The id that an item shall have; without one the next that no branch and no working tree has. */
interface NewId {
  readonly id: string | undefined;
  /** Whether the former id becomes an other id of the item. */
  readonly former: 'kept' | undefined;
}

/**
 * The one edit that gives a task or a risk another id, in its file and wherever the files of its plan name it. Where the
 * former one is kept, commits and whoever names it elsewhere still mean the item.
 */
export async function renumberEdit(
  here: PlanHere | undefined,
  { kind, uid }: ItemRef,
  { id: wanted, former: keeping }: NewId,
  { files, log, now }: Pick<StoreOptions, 'files' | 'log' | 'now'>,
): Promise<RenumberOutcome> {
  const item = here && itemsOf(here.plan).find(one => one.kind === kind && one.uid === uid);
  if (!item || item.id === '') {
    return refuse({ code: 'no-such-item', args: [uid] });
  }
  const { plan } = here;
  const home = homeOf(plan, kind);
  const { writing } = await writingOf(plan, item.file);
  if (item.kind === 'milestone' || typeof home !== 'string' || !writing.references) {
    return refuse({ code: 'field-unsupported', args: ['id', plan.format] });
  }
  const former = new Set(plan.settings.aliases);
  const keyOf = (id: string): string => aliasedKey(id, plan.settings.prefix, former);
  const same = itemsOf(plan).filter(one => keyOf(one.id) === keyOf(item.id));
  if (same.length > 1) {
    return refuse({ code: 'ambiguous-id', args: [item.id, same.length] });
  }
  const id = wanted ?? (await freeId(here, home, item.kind, log));
  const back = keeping === 'kept' ? item : undefined;
  const refusal = invalid(plan, item, id) ?? taken(plan, id, keyOf, back);
  if (refusal) {
    return refusal;
  }
  const elsewhere = wanted === undefined ? [] : await idsElsewhere(here, home, log);
  if (elsewhere.some(other => keyOf(other) === keyOf(id))) {
    return refuse({ code: 'id-elsewhere', args: [id] });
  }
  const edits: FileEdit[] = [];
  for (const path of plan.files) {
    const read = await files.read(plan.root, path);
    const { writing: own, plan: there } = await writingOf(plan, path);
    if (read.kind !== 'text' || !own.references) {
      continue;
    }
    const { text } = read;
    const isOld = (one: string): boolean => keyOf(one) === keyOf(item.id);
    const document = parseDocument(text, 'markdown');
    const found = own.references(text, document, isOld, there.settings);
    if (found.length === 0) {
      continue;
    }
    if (document.conflict) {
      return refuse({ code: 'conflict-markers', args: [] });
    }
    const changes = renaming(found, id);
    const after = applyEdits(text, changes);
    const again = own.references(
      after,
      parseDocument(after, 'markdown'),
      one => keyOf(one) === keyOf(id),
      there.settings,
    );
    if (again.length !== found.length) {
      return refuse({ code: 'edit-too-wide', args: [path] });
    }
    edits.push({ file: path, text, edits: changes });
  }
  const own = edits.find(({ file }) => file === item.file);
  if (!own) {
    // What gives the item its id has moved since the plan was read.
    return refuse({ code: 'item-gone', args: [item.id] });
  }
  if (keeping === undefined) {
    return { ok: true, id, edit: { root: plan.root, plan: plan.folder, files: edits } };
  }
  const others = (item.otherIds ?? []).filter(other => keyOf(other) !== keyOf(id));
  const kept = await keepFormer(plan, item, { id, others: [...others, item.id] }, own, now());
  if ('ok' in kept) {
    return kept;
  }
  const all = [kept, ...edits.filter(edit => edit !== own)];
  return { ok: true, id, edit: { root: plan.root, plan: plan.folder, files: all } };
}

/** The edit of the item's own file, with the former id among its other ids. */
async function keepFormer(
  plan: Plan,
  item: Item,
  { id, others }: { readonly id: string; readonly others: readonly string[] },
  { file, text, edits }: FileEdit,
  now: number,
): Promise<FileEdit | Refusal> {
  const { writing, plan: there } = await writingOf(plan, file);
  const renamed = <T extends Item>(one: T): T =>
    one.uid === item.uid ? { ...one, id, key: idKey(id) } : one;
  const result = writing.edit(
    applyEdits(text, edits),
    { kind: item.kind, id, line: item.line, file },
    { kind: 'setList', field: 'otherIds', value: others },
    { plan: { ...there, tasks: plan.tasks.map(renamed), risks: plan.risks.map(renamed) }, path: file, now },
  );
  return result.ok ? { file, text, edits: composeEdits(text, [edits, result.edits]) } : result;
}

function invalid({ settings }: Plan, item: Item, id: string): Refusal | undefined {
  const prefixes =
    item.kind === 'task' && settings.prefix !== '' ? [settings.prefix, ...settings.aliases] : [];
  const [prefix = prefixOf(item.id)] = prefixes;
  return isId(id) && id.length <= LONGEST_ID && (prefixes.length === 0 || prefixes.includes(prefixOf(id)))
    ? undefined
    : refuse({ code: 'value-invalid', args: ['id', id, `${prefix}-4`] });
}

/** @param back the item that may get an id again that it had before */
function taken(
  plan: Plan,
  id: string,
  keyOf: (id: string) => string,
  back: Item | undefined,
): Refusal | undefined {
  const other = itemsOf(plan).find(one =>
    [one.id, ...(one === back ? [] : (one.otherIds ?? []))].some(
      own => own !== '' && keyOf(own) === keyOf(id),
    ),
  );
  return other && refuse({ code: 'alias-taken', args: [id, other.title, other.file] });
}

function itemsOf({ tasks, milestones, risks }: Plan): readonly Item[] {
  return [...tasks, ...milestones, ...risks];
}

function refuse(refusal: Refusal['refusal']): Refusal {
  return { ok: false, refusal };
}
