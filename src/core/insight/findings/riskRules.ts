import type { Risk } from '../../plan/model';
import { isUnanswered } from '../health/health';
import { bandOf } from '../risks/band';
import type { RiskLack } from './finding';
import { mayHappen } from '../../plan/mayHappen';
import type { Found, RuleContext, RuleReason } from './ruleContext';

/**
 * What is missing in the care of risks: at most one finding each. A high or severe one without a response, an owner,
 * or a review date where the plan uses them; any one whose review date has passed.
 */
export function riskFindings({ plan, today }: RuleContext): Found[] {
  const reviewed = plan.risks.some(({ review }) => review !== undefined);
  return plan.risks.filter(mayHappen).flatMap((risk): Found[] => {
    const band = bandOf(risk.score ?? 0);
    const serious = band === 'severe' || band === 'high';
    const passed: readonly RuleReason[] =
      risk.review !== undefined && risk.review < today
        ? [{ code: 'review-passed', args: [risk.review] }]
        : [];
    const missing = serious ? lacks(risk, reviewed) : [];
    if (missing.length > 0) {
      return [
        {
          item: risk,
          id: 'risk-unmanaged',
          severity: isUnanswered(risk) ? 'warning' : 'info',
          reasons: [{ code: 'risk-unmanaged', args: [band, risk.score ?? 0, ...missing] }, ...passed],
        },
      ];
    }
    return passed.length > 0
      ? [{ item: risk, id: 'review-passed', severity: serious ? 'warning' : 'info', reasons: passed }]
      : [];
  });
}

function lacks(risk: Risk, reviewed: boolean): RiskLack[] {
  return [
    ...(isUnanswered(risk) ? ['response' as const] : []),
    ...(risk.owner === undefined ? ['owner' as const] : []),
    ...(risk.review === undefined && reviewed ? ['review' as const] : []),
  ];
}
