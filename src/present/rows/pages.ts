import type { Text } from '../../words/text';
import type { Row } from '../row';

/** More siblings than this make a tree slow and unreadable. */
export const PAGE = 200;

/**
 * Rows for values, of which only the first page is built at once. The others wait in rows that say
 * which part they hold, a page each, and are built when one is expanded.
 */
export function pagedRows<T>(id: string, values: readonly T[], build: (value: T) => Row): readonly Row[] {
  if (values.length <= PAGE) {
    return values.map(build);
  }
  const rows = values.slice(0, PAGE).map(build);
  const size = Math.max(PAGE, Math.ceil((values.length - PAGE) / PAGE));
  for (let from = PAGE; from < values.length; from += size) {
    const page = values.slice(from, from + size);
    rows.push(moreRow(`${id}/more:${from}`, from + 1, page.length, values.length, () => page.map(build)));
  }
  return rows;
}

function moreRow(id: string, from: number, count: number, total: number, children: Row['children']): Row {
  const label: Text = { code: 'ui.show-more', args: [count] };
  const description: Text = { code: 'ui.part-of', args: [from, from + count - 1, total] };
  return {
    id,
    label,
    description,
    icon: { codicon: 'ellipsis' },
    context: 'more',
    expand: 'collapsed',
    accessibility: [label, description],
    children,
  };
}

/** One row that gathers others and says how many there are; none when there are none. */
export function someRows<T>(
  id: string,
  code:
    | 'ui.active-tasks'
    | 'ui.commits-without-task'
    | 'ui.open-criteria'
    | 'ui.plan-changes'
    | 'ui.planning'
    | 'ui.findings',
  codicon: string,
  values: readonly T[],
  build: (value: T) => Row,
  expand: Row['expand'] = 'collapsed',
): readonly Row[] {
  if (values.length === 0) {
    return [];
  }
  const label: Text = { code, args: [] };
  const count = String(values.length);
  return [
    {
      id,
      label,
      description: count,
      icon: { codicon },
      context: 'group',
      expand,
      accessibility: [label, count],
      children: () => pagedRows(id, values, build),
    },
  ];
}
