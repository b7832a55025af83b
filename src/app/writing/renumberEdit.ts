import { applyEdits } from '../../core/base/text';
import { parseDocument } from '../../core/documents/parseDocument';
import { renaming } from '../../core/formats/references';
import { aliasedKey, isId, prefixOf } from '../../core/plan/ids';
import type { Item, Plan } from '../../core/plan/model';
import { LONGEST_ID } from '../../core/plan/otherIds';
import { formatOfFile } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { FileEdit, ItemRef, RenumberOutcome } from '../store';
import { freeId, homeOf, idsElsewhere, type PlanHere } from './newItem';

type Refusal = Extract<RenumberOutcome, { ok: false }>;

/**
 * The one edit that gives a task or a risk another id, in its file and wherever the files of its plan name it.
 * @param wanted the new id; without it one that no branch and no working tree has
 */
export async function renumberEdit(
  here: PlanHere | undefined,
  { kind, uid }: ItemRef,
  wanted: string | undefined,
  { files, log }: Pick<StoreOptions, 'files' | 'log'>,
): Promise<RenumberOutcome> {
  const item = here && itemsOf(here.plan).find(one => one.kind === kind && one.uid === uid);
  if (!item || item.id === '') {
    return refuse({ code: 'no-such-item', args: [uid] });
  }
  const { plan } = here;
  const home = homeOf(plan, kind);
  const { format } = await formatOfFile(plan, item.file);
  if (item.kind === 'milestone' || typeof home !== 'string' || !format.references) {
    return refuse({ code: 'field-unsupported', args: ['id', plan.format] });
  }
  const former = new Set(plan.settings.aliases);
  const keyOf = (id: string): string => aliasedKey(id, plan.settings.prefix, former);
  const same = itemsOf(plan).filter(one => keyOf(one.id) === keyOf(item.id));
  if (same.length > 1) {
    return refuse({ code: 'ambiguous-id', args: [item.id, same.length] });
  }
  const id = wanted ?? (await freeId(here, home, item.kind, log));
  const refusal = invalid(plan, item, id) ?? taken(plan, id, keyOf);
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
    const { format: own, plan: there } = await formatOfFile(plan, path);
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
  // What gives the item its id has moved since the plan was read.
  return edits.some(({ file }) => file === item.file)
    ? { ok: true, id, edit: { root: plan.root, plan: plan.folder, files: edits } }
    : refuse({ code: 'item-gone', args: [item.id] });
}

function invalid({ settings }: Plan, item: Item, id: string): Refusal | undefined {
  const prefixes =
    item.kind === 'task' && settings.prefix !== '' ? [settings.prefix, ...settings.aliases] : [];
  const [prefix = prefixOf(item.id)] = prefixes;
  return isId(id) && id.length <= LONGEST_ID && (prefixes.length === 0 || prefixes.includes(prefixOf(id)))
    ? undefined
    : refuse({ code: 'value-invalid', args: ['id', id, `${prefix}-4`] });
}

function taken(plan: Plan, id: string, keyOf: (id: string) => string): Refusal | undefined {
  const other = itemsOf(plan).find(one =>
    [one.id, ...(one.otherIds ?? [])].some(own => own !== '' && keyOf(own) === keyOf(id)),
  );
  return other && refuse({ code: 'alias-taken', args: [id, other.title, other.file] });
}

function itemsOf({ tasks, milestones, risks }: Plan): readonly Item[] {
  return [...tasks, ...milestones, ...risks];
}

function refuse(refusal: Refusal['refusal']): Refusal {
  return { ok: false, refusal };
}
