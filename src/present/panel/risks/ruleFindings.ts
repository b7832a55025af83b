import { ownFolder } from '../../../core/plan/ownFolder';
import { dismissalPlace, dismissalText } from '../../../core/formats/dismissalPlace';
import type { Finding } from '../../../core/insight/findings/finding';
import type { Plan } from '../../../core/plan/model';
import type { PlanFacts } from '../../../core/snapshot';
import type { Paged } from '../../../shared/parts';
import type { RuleFindingModel } from '../../../shared/risksModel';
import type { Text } from '../../../words/text';
import { severityRank } from '../../findings';
import { groupBy } from '../../planIndex';
import { manyText, MOST_OF_A_RULE } from '../../rows/findingRows';
import { findingModel, subjectOf } from '../overview/overview';
import { paged } from '../parts/paging';
import type { Limits } from '../parts/paging';

/**
 * Findings by severity, and those of one rule in a row; rules in the order of their first finding.
 * @param base the default branch; undefined where git has not answered
 */
export function ruleFindings(
  facts: PlanFacts,
  findings: readonly Finding[],
  base: string | undefined,
  limits: Limits,
): Paged<RuleFindingModel> {
  const rules = [...groupBy(findings, finding => `${severityRank(finding)} ${finding.id}`).values()];
  const sorted = rules.sort(([a], [b]) => (a && b ? severityRank(a) - severityRank(b) : 0)).flat();
  const many = new Map(
    rules.flatMap(all => (all.length > MOST_OF_A_RULE ? [[all[0], manyText(all, base)] as const] : [])),
  );
  return paged('ruleFindings', sorted, limits, finding => ({
    ...findingModel(finding, facts),
    rule: finding.id,
    ruleName: { code: 'risks.rule', args: [finding.id] },
    ...manyOf(many.get(finding)),
    ...dismissalOf(finding, facts),
  }));
}

function manyOf(many: Text | undefined): Pick<RuleFindingModel, 'many'> {
  return many ? { many } : {};
}

/** The place and the line that dismiss a finding; nothing where there is no place. */
function dismissalOf(finding: Finding, facts: PlanFacts): Pick<RuleFindingModel, 'dismissal'> {
  const item = subjectOf(finding, facts);
  const place = item && dismissalPlace(facts.plan, item, finding.id);
  if (!place?.ok) {
    return {};
  }
  // In quotes, so that whoever writes the reason by hand may use any character of YAML.
  const entry = dismissalText(place.entry, '…', 'single');
  return { dismissal: { file: place.file, line: `dismissed: [${entry}]` } };
}

/** How findings of a plan are dismissed, or what is missing first. */
export function dismissText(plan: Plan): Text {
  return ownFolder(plan) !== undefined
    ? { code: 'risks.dismiss', args: [] }
    : { code: 'dismissals-need-overlay', args: [plan.format] };
}
