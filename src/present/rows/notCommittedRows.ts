import { countNotCommitted, type NotCommitted } from '../../core/insight/review/notCommitted';
import type { Text } from '../../words/text';
import { groupByItem } from '../panel/parts/changes';
import type { Row } from '../row';
import { changeRow } from './changeRow';
import { NOT_COMMITTED_ICON } from './commitRow';
import { pagedRows } from './pages';
import type { Scope } from './scope';

/** One row that says how much of the plan waits to be committed, with what it is below; none where nothing waits. */
export function notCommittedRows(
  { facts: { plan, repo = '' }, today }: Scope,
  parentId: string,
  waiting: NotCommitted | undefined,
): readonly Row[] {
  const count = waiting ? countNotCommitted(waiting) : 0;
  if (!waiting || count === 0) {
    return [];
  }
  const id = `${parentId}/waiting`;
  const label: Text = { code: 'ui.plan-changes-waiting', args: [count] };
  const description: Text = alsoOnText(waiting);
  return [
    {
      id,
      label,
      description,
      icon: NOT_COMMITTED_ICON,
      context: 'notCommitted',
      expand: 'collapsed',
      accessibility: [label, description],
      subject: { kind: 'plan', plan: plan.uid, repo },
      children: () => pagedRows(id, groupByItem(waiting.changes), item => changeRow(plan, today, id, item)),
    },
  ];
}

/** Where else these changes are committed. */
export function alsoOnText({ alsoOn }: NotCommitted): Text {
  return alsoOn === undefined ? '' : { code: 'ui.also-on', args: [alsoOn] };
}
