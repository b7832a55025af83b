import type { ChecklistItem, Milestone, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { noRows, type Row } from '../row';
import { pagedRows } from './pages';
import type { Scope } from './scope';

const LISTS = ['criteria', 'definition', 'other'] as const;

/** The checklists of an item: a group for each kind of list, or bare rows where there is only one kind. */
export function checklistRows(scope: Scope, parentId: string, owner: Task | Milestone): readonly Row[] {
  return LISTS.flatMap(list => {
    const items = owner.checklist.filter(item => item.list === list);
    return items.length === 0 ? [] : [listRow(scope, `${parentId}/list:${list}`, owner, list, items)];
  });
}

function listRow(
  scope: Scope,
  id: string,
  owner: Task | Milestone,
  list: ChecklistItem['list'],
  items: readonly ChecklistItem[],
): Row {
  const label: Text = { code: `ui.list-${list}`, args: [] };
  const description: Text = {
    code: 'ui.done-of',
    args: [items.filter(({ checked }) => checked).length, items.length],
  };
  return {
    id,
    label,
    description,
    icon: { codicon: 'checklist' },
    context: 'group',
    expand: owner.kind === 'task' ? 'expanded' : 'collapsed',
    accessibility: [label, description],
    children: () => pagedRows(id, items, item => checklistItemRow(scope, id, owner, item)),
  };
}

/** One line with a box. */
export function checklistItemRow(
  { facts: { plan } }: Scope,
  parentId: string,
  owner: Task | Milestone,
  item: ChecklistItem,
): Row {
  return {
    id: `${parentId}/check:${item.line}`,
    label: item.text,
    context: 'check',
    expand: 'none',
    checked: item.checked,
    accessibility: [item.text, { code: item.checked ? 'ui.checked' : 'ui.unchecked', args: [] }],
    target: { kind: 'file', root: plan.root, file: item.file, line: item.line },
    subject: {
      kind: 'checklistItem',
      plan: plan.uid,
      owner: { kind: owner.kind, uid: owner.uid },
      line: item.line,
      text: item.text,
    },
    children: noRows,
  };
}
