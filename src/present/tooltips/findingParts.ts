import { dismissalsOf } from '../../core/plan/dismissals';
import type { Item } from '../../core/plan/model';
import type { Text } from '../../words/text';
import type { TooltipPart } from '../row';
import type { Scope } from '../rows/scope';

/** What was found about an item, each with its reason, and what its files dismiss; nothing when nothing is. */
export function findingParts({ findings, facts }: Scope, item: Item): readonly TooltipPart[] {
  const found = findings.bySubject.get(`${item.kind}:${item.uid}`) ?? [];
  const dismissed = dismissalsOf(facts.plan, item).map(({ finding, reason }): Text => ({
    code: 'ui.dismissed',
    args: [finding, reason],
  }));
  const parts: TooltipPart[] = [];
  if (found.length > 0) {
    parts.push({ kind: 'text', text: { code: 'ui.worth-a-look', args: [] } });
  }
  if (found.length + dismissed.length > 0) {
    parts.push({
      kind: 'list',
      items: found.flatMap(({ reasons }): readonly Text[] => reasons).concat(dismissed),
    });
  }
  return parts;
}
