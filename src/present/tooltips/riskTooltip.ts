import type { Risk } from '../../core/plan/model';
import type { Text } from '../../words/text';
import type { Scope } from '../rows/scope';
import type { TooltipPart } from '../row';
import { findingParts } from './findingParts';
import { otherIdsText } from './otherIdsText';

/** How a risk's score came about, and what is planned against it. */
export function riskTooltip(scope: Scope, risk: Risk): readonly TooltipPart[] {
  const lines: (Text | undefined)[] = [
    { code: `panel.risk-${risk.status}`, args: [] },
    risk.score !== undefined
      ? { code: 'ui.score-is', args: [risk.probability ?? 0, risk.impact ?? 0, risk.score] }
      : { code: 'ui.not-scored-why', args: [] },
    risk.response ? { code: `panel.response-${risk.response}`, args: [] } : undefined,
    risk.owner ? { code: 'ui.owned-by', args: [risk.owner] } : undefined,
    risk.review ? { code: 'ui.review-on', args: [risk.review, scope.today] } : undefined,
    risk.trigger ? { code: 'ui.trigger-is', args: [risk.trigger] } : undefined,
    otherIdsText(risk),
    risk.tasks.length > 0 ? { code: 'ui.mitigated-by', args: [risk.tasks.join(', ')] } : undefined,
  ];
  return [
    { kind: 'heading', text: `${risk.id} ${risk.title}`.trim() },
    { kind: 'list', items: lines.filter(line => line !== undefined) },
    ...findingParts(scope, risk),
  ];
}
