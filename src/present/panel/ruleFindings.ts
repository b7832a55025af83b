import type { Finding } from '../../core/insight/findings/finding';
import type { Plan } from '../../core/plan/model';
import type { PlanFacts } from '../../core/snapshot';
import type { Paged } from '../../shared/parts';
import type { RuleFindingModel } from '../../shared/risksModel';
import type { Text } from '../../shared/text';
import { severityRank } from '../findings';
import { groupBy } from '../planIndex';
import { findingModel } from './overview';
import { paged } from './paging';
import type { Limits } from './paging';

/** Findings by severity, and those of one rule in a row; rules in the order of their first finding. */
export function ruleFindings(
  facts: PlanFacts,
  findings: readonly Finding[],
  limits: Limits,
): Paged<RuleFindingModel> {
  const rules = [...groupBy(findings, finding => `${severityRank(finding)} ${finding.id}`).values()];
  const sorted = rules.sort(([a], [b]) => (a && b ? severityRank(a) - severityRank(b) : 0)).flat();
  return paged('ruleFindings', sorted, limits, finding => ({
    ...findingModel(finding, facts),
    rule: finding.id,
    // The compiler follows no more than 25 codes by itself.
    ruleName: { code: `rule.${finding.id}`, args: [] } as Text,
    ...((facts.plan.format === 'milepost' || finding.subject.kind === 'risk') && {
      dismissal: `dismissed: [{finding: ${finding.id}, reason: '…'}]`,
    }),
  }));
}

/** Only Milepost's own files have a place for what is dismissed. */
export function dismissText({ format, overlays }: Plan): Text {
  if (format === 'milepost') {
    return { code: 'risks.dismiss', args: [] };
  }
  return { code: overlays?.length ? 'risks.dismiss-overlay' : 'risks.dismiss-not', args: [] };
}
