import type { Text } from '../../words/text';
import type { Row } from '../row';
import { pagedRows } from './pages';

/** The row that gathers what is over, collapsed; none where nothing is. */
export function overRow<T>(
  id: string,
  { label, description }: { readonly label: Text; readonly description: Text },
  items: readonly T[],
  build: (item: T) => Row,
): readonly Row[] {
  return items.length === 0
    ? []
    : [
        {
          id,
          label,
          description,
          icon: { codicon: 'check-all', color: 'disabledForeground' },
          context: 'over',
          expand: 'collapsed',
          accessibility: [label, description],
          children: () => pagedRows(id, items, build),
        },
      ];
}
