import type { Finding } from '../../core/insight/findings/finding';
import type { Text } from '../../words/text';
import { groupBy } from '../planIndex';
import { severityIcon } from '../itemIcons';
import type { Row } from '../row';
import { findingRow } from './findingRow';
import { pagedRows } from './pages';
import type { Scope } from './scope';

/** So many findings of one rule are a list; of more, the sentence that counts them says enough at first. */
export const MOST_OF_A_RULE = 10;

/** Findings in their order, and many of one rule in one row where the first of them would stand. */
export function findingRows(scope: Scope, id: string, findings: readonly Finding[]): readonly Row[] {
  const rules = groupBy(findings, finding => finding.id);
  const shown = findings.filter(finding => {
    const all = rules.get(finding.id) ?? [];
    return all.length <= MOST_OF_A_RULE || finding === all[0];
  });
  return pagedRows(id, shown, finding => {
    const all = rules.get(finding.id) ?? [];
    return all.length <= MOST_OF_A_RULE ? findingRow(scope, id, finding) : ruleRow(scope, id, finding, all);
  });
}

function ruleRow(scope: Scope, parentId: string, first: Finding, findings: readonly Finding[]): Row {
  const id = `${parentId}/rule:${first.id}`;
  const label = manyText(findings, scope.history?.defaultBranch?.name);
  return {
    id,
    label,
    icon: severityIcon(first.severity),
    context: 'findings',
    expand: 'collapsed',
    accessibility: label,
    tooltip: () => [{ kind: 'text', text: label }],
    children: () => pagedRows(id, findings, finding => findingRow(scope, id, finding)),
  };
}

/**
 * Findings of one rule in one sentence: `143 tasks are done on dev, not yet on main`.
 * @param base the default branch; undefined where there is none
 */
export function manyText(findings: readonly Finding[], base: string | undefined): Text {
  const kinds = new Set(findings.map(({ subject }) => subject.kind));
  const [kind = 'task'] = kinds;
  const branches = new Set(
    findings.map(({ reasons: [reason] }) => (reason?.code === 'done-but-unmerged' ? reason.args[0] : '')),
  );
  const [branch = ''] = branches;
  const only = base !== undefined && branches.size === 1 ? branch : '';
  return {
    code: 'ui.many-findings',
    args: [findings[0]?.id ?? 'overdue', findings.length, kinds.size > 1 ? 'item' : kind, only, base ?? ''],
  };
}
