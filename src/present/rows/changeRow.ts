import { parseIsoDate, type IsoDate } from '../../core/base/dates';
import type { PlanChange } from '../../core/insight/review/planChanges';
import type { Plan } from '../../core/plan/model';
import type { Text } from '../../words/text';
import type { ItemChanges } from '../panel/parts/changes';
import { noRows, type Row } from '../row';

const ICONS = { added: 'diff-added', removed: 'diff-removed', changed: 'diff-modified' } as const;

/** One item that differs between two states of the plan; it leads to the item where it still exists. */
export function changeRow(
  plan: Plan,
  today: IsoDate,
  parentId: string,
  { first: change, all }: ItemChanges,
): Row {
  const label = change.id === '' ? change.title : `${change.id} ${change.title}`;
  const description = all.map(each => changeText(each, today));
  const items = { milestone: plan.milestones, task: plan.tasks, risk: plan.risks }[change.kind];
  const item = items.find(({ key }) => key === change.key);
  return {
    id: `${parentId}/${change.kind}:${change.key}`,
    label: change.title || change.id,
    description: [...description, change.title === '' ? '' : change.id],
    icon: { codicon: ICONS[change.change] },
    context: 'change',
    expand: 'none',
    accessibility: [label, description],
    ...(item ? { target: { kind: 'file', root: plan.root, file: item.file, line: item.line } } : {}),
    tooltip: () => [
      { kind: 'heading', text: label },
      { kind: 'list', items: description },
    ],
    children: noRows,
  };
}

/** `due: 18 Nov → 25 Nov`, `new`, `removed`. */
function changeText(change: PlanChange, today: IsoDate): Text {
  if (change.change !== 'changed' || change.field === undefined) {
    return { code: change.change === 'removed' ? 'ui.removed' : 'ui.added', args: [] };
  }
  const { field, from = '', to = '' } = change;
  if (isDay(from) && isDay(to)) {
    return { code: 'ui.day-changed', args: [field, from, to, today] };
  }
  return { code: 'ui.field-changed', args: [field, from, to] };
}

function isDay(value: string): boolean {
  return parseIsoDate(value) !== undefined;
}
