import type { Change, EditResult, EditTarget } from '../../plan/change';
import type { ScalarField } from '../../plan/fields/fields';
import { fieldsOf, listName } from '../../plan/fields/valueFields';
import { formatHandLink, parseHandLink } from '../../plan/handLink';
import type { Plan } from '../../plan/model';
import type { PlanDocument } from '../../documents/document';
import { checkParent } from '../../documents/edit/checkParent';
import { checkValue } from '../../documents/edit/checkValue';
import { editList } from '../../documents/edit/editList';
import type { ListManner } from '../../documents/edit/editList';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import { findField, textsOf } from '../../documents/edit/fieldText';
import type { FieldText } from '../../documents/edit/fieldText';
import { mergeEntries, mergeLinks } from '../../documents/edit/listEntries';
import { refuse } from '../../documents/edit/refusal';
import { relinkEntries } from '../../documents/edit/relinkEntries';
import type { LinkForm } from '../../documents/edit/relinkEntries';
import { removeField, setField } from '../../documents/edit/setField';
import { entryForm } from '../../documents/edit/sameEntry';
import { listRefusal } from './checkReference';

type Kind = EditTarget['kind'];

/** How `commits:` holds links. */
export const LINKS: LinkForm = { parse: parseHandLink, format: formatHandLink };

/** The keys of each kind of item in the order in which a new one is put among them. */
export const ORDERS: Readonly<Record<Kind, readonly string[]>> = {
  milestone: fieldsOf('milestone').map(({ name }) => name),
  task: fieldsOf('task').map(({ name }) => name),
  risk: fieldsOf('risk').map(({ name }) => name),
};

/** Edits the front matter of a file that is one milestone, task or risk. `check` and `dismiss` are not for it. */
export function editFile(
  file: FieldText,
  target: EditTarget,
  change: Exclude<Change, { kind: 'tick' | 'dismiss' }>,
  plan: Plan,
): EditResult {
  const { kind } = target;
  const key = keyOf(change, kind);
  const refusal = key === undefined ? undefined : layoutRefusal(file, key);
  if (refusal) {
    return refuse(refusal);
  }
  const manner: ListManner = {
    order: ORDERS[kind],
    style: 'plain',
    list: 'neighbours',
  };
  switch (change.kind) {
    case 'set':
      return setScalar(file, target, change.field, change.value, plan, manner);
    case 'setList': {
      const key = listName(kind, change.field);
      if (key === undefined) {
        return refuse({ code: 'field-unsupported', args: [change.field, `Milepost ${kind}`] });
      }
      const existing = textsOf(findField(file.document, key)?.value);
      const wanted = change.value.map(value => value.trim()).filter(value => value !== '');
      const invalid = listRefusal(change.field, wanted, existing, target, plan);
      if (invalid) {
        return refuse(invalid);
      }
      const entries = mergeEntries(existing, wanted, entryForm(change.field, plan.settings));
      return { ok: true, edits: editList(file, key, entries, manner) };
    }
    default: {
      if (kind !== 'task') {
        return refuse({ code: 'field-unsupported', args: ['commits', `Milepost ${kind}`] });
      }
      if (change.kind === 'relink') {
        const find = (document: PlanDocument) => findField(document, 'commits');
        return { ok: true, edits: relinkEntries(file, find, LINKS, change.moves, manner) };
      }
      const not = change.kind === 'unlink';
      const links = textsOf(findField(file.document, 'commits')?.value).map(parseHandLink);
      const entries = mergeLinks(links, change.commits, not, commit => formatHandLink(commit, not));
      return { ok: true, edits: editList(file, 'commits', entries, { ...manner, list: 'block' }, 'single') };
    }
  }
}

/** The key in the file that a change is about; undefined for what this kind cannot hold. */
function keyOf(change: Exclude<Change, { kind: 'tick' | 'dismiss' }>, kind: Kind): string | undefined {
  switch (change.kind) {
    case 'set':
      return change.field;
    case 'setList':
      return listName(kind, change.field);
    default:
      return 'commits';
  }
}

function setScalar(
  file: FieldText,
  target: EditTarget,
  field: ScalarField,
  value: string | undefined,
  plan: Plan,
  manner: ListManner,
): EditResult {
  const { kind } = target;
  if (!fieldsOf(kind).some(({ name, kind: values }) => name === field && values)) {
    return refuse({ code: 'field-unsupported', args: [field, `Milepost ${kind}`] });
  }
  if (value === undefined || value.trim() === '') {
    return { ok: true, edits: removeField(file, field) };
  }
  const result = field === 'parent' ? checkParent(value, target, plan) : checkValue(kind, field, value, plan);
  return result.ok ? { ok: true, edits: setField(file, field, result.value, manner) } : result;
}
