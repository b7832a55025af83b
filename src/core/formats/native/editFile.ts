import type { Change, EditResult, EditTarget, ListField, ScalarField } from '../../plan/change';
import { formatHandLink, parseHandLink } from '../../plan/handLink';
import type { Plan } from '../../plan/model';
import type { PlanDocument } from '../document';
import { checkValue } from '../edit/checkValue';
import { editList } from '../edit/editList';
import type { ListManner } from '../edit/editList';
import { layoutRefusal } from '../edit/fieldLayout';
import { findField, textsOf } from '../edit/fieldText';
import type { FieldText } from '../edit/fieldText';
import { mergeEntries, mergeLinks } from '../edit/listEntries';
import { refuse } from '../edit/refusal';
import { relinkEntries } from '../edit/relinkEntries';
import type { LinkForm } from '../edit/relinkEntries';
import { removeField, setField } from '../edit/setField';
import { sameEntry } from '../edit/sameEntry';
import { checkParent, dependencyRefusal } from './checkReference';

type Kind = EditTarget['kind'];

/** How `commits:` holds links. */
export const LINKS: LinkForm = { parse: parseHandLink, format: formatHandLink };

/** The scalar fields of each kind; the key in the file is the field's name. */
const SCALARS: Readonly<Record<Kind, ReadonlySet<ScalarField>>> = {
  milestone: new Set(['title', 'start', 'due', 'owner', 'status', 'health', 'health_note', 'health_date']),
  task: new Set([
    ...(['title', 'status', 'milestone', 'parent', 'priority', 'estimate', 'remaining', 'spent'] as const),
    ...(['start', 'due', 'blocked', 'until'] as const),
  ]),
  risk: new Set(['title', 'status', 'probability', 'impact', 'response', 'owner', 'review', 'milestone']),
};

/** The fields of each kind in the order in which a new one is put among them. */
export const ORDERS: Readonly<Record<Kind, readonly string[]>> = {
  milestone: 'kind id title start due owner status labels health health_note health_date dismissed'.split(
    ' ',
  ),
  task: (
    'kind id title status milestone parent assignee priority labels estimate remaining spent start due ' +
    'depends_on needs blocked until branch commits evidence dismissed links'
  ).split(' '),
  risk: (
    'kind id title status probability impact delay response owner review trigger milestone tasks ' +
    'dismissed'
  ).split(' '),
};

const LISTS: Readonly<Record<Kind, Readonly<Partial<Record<ListField, string>>>>> = {
  milestone: { labels: 'labels' },
  task: { assignees: 'assignee', labels: 'labels', dependsOn: 'depends_on', branches: 'branch' },
  risk: { labels: 'labels' },
};

/** Edits the front matter of a file that is one milestone, task or risk. `check` and `dismiss` are not for it. */
export function editFile(
  file: FieldText,
  target: EditTarget,
  change: Exclude<Change, { kind: 'check' | 'dismiss' }>,
  plan: Plan,
): EditResult {
  const { kind } = target;
  const key = keyOf(change, kind);
  const refusal = key === undefined ? undefined : layoutRefusal(file, key);
  if (refusal) {
    return refuse(refusal);
  }
  const manner: ListManner = { order: ORDERS[kind], style: 'plain', list: 'neighbours' };
  switch (change.kind) {
    case 'set':
      return setScalar(file, target, change.field, change.value, plan, manner);
    case 'setList': {
      const key = LISTS[kind][change.field];
      if (key === undefined) {
        return refuse({ code: 'field-unsupported', args: [change.field, `Milepost ${kind}`] });
      }
      const existing = textsOf(findField(file.document, key)?.value);
      const wanted = change.value.map(value => value.trim()).filter(value => value !== '');
      const invalid = change.field === 'dependsOn' && dependencyRefusal(wanted, existing, target, plan);
      if (invalid) {
        return refuse(invalid);
      }
      const entries = mergeEntries(existing, wanted, sameEntry(change.field, plan.settings));
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
function keyOf(change: Exclude<Change, { kind: 'check' | 'dismiss' }>, kind: Kind): string | undefined {
  switch (change.kind) {
    case 'set':
      return change.field;
    case 'setList':
      return LISTS[kind][change.field];
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
  if (!SCALARS[kind].has(field)) {
    return refuse({ code: 'field-unsupported', args: [field, `Milepost ${kind}`] });
  }
  if (value === undefined || value.trim() === '') {
    return { ok: true, edits: removeField(file, field) };
  }
  const result = field === 'parent' ? checkParent(value, target, plan) : checkValue(kind, field, value, plan);
  return result.ok ? { ok: true, edits: setField(file, field, result.value, manner) } : result;
}
