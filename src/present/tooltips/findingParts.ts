import type { Finding } from '../../core/insight/finding';
import type { TooltipPart } from '../row';

/** What was found about an item, each with its reason; nothing when nothing was. */
export function findingParts(findings: readonly Finding[] | undefined): readonly TooltipPart[] {
  return findings && findings.length > 0
    ? [
        { kind: 'text', text: { code: 'ui.worth-a-look', args: [] } },
        { kind: 'list', items: findings.flatMap(({ reasons }) => reasons) },
      ]
    : [];
}
