import type { Plan } from '../../core/plan/model';
import type { Text } from '../../words/text';
import type { Row } from '../row';

/** The row of a plan in a view that shows several. */
export function planRow(id: string, { name }: Plan, description: Text, children: Row['children']): Row {
  return {
    id,
    label: name,
    description,
    icon: { codicon: 'project' },
    context: 'plan',
    expand: 'expanded',
    accessibility: [{ code: 'ui.plan-is', args: [name] }, description],
    children,
  };
}
