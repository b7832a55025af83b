import { bandOf } from '../../core/insight/risks/band';
import type { Risk } from '../../core/plan/model';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { riskIcon } from '../itemIcons';
import { noRows, type Row, type TooltipPart } from '../row';
import { riskTooltip } from '../tooltips/riskTooltip';
import { findingRow } from './findingRow';
import { pagedRows, someRows } from './pages';
import { planPlace } from './planPlace';
import { currentBranch, scopeOf, type Scope } from './scope';
import { taskRow } from './taskRow';

/** The rows of the *Risks* view: each plan's register by score, then its findings by severity. */
export function riskRows(snapshot: Snapshot): readonly Row[] {
  const filled = snapshot.plans.filter(
    facts => facts.plan.risks.length + scopeOf(snapshot, facts).findings.all.length > 0,
  );
  const [only, ...more] = filled;
  return only && more.length === 0 ? planRows(snapshot, only) : filled.map(facts => planRow(snapshot, facts));
}

function planRow(snapshot: Snapshot, facts: PlanFacts): Row {
  const { plan } = facts;
  const place = planPlace(snapshot, plan);
  return {
    id: `risks:${plan.uid}`,
    label: plan.name,
    description: place,
    icon: { codicon: 'project' },
    context: 'plan',
    expand: 'expanded',
    accessibility: [{ code: 'ui.plan-is', args: [plan.name] }, place],
    children: () => planRows(snapshot, facts),
  };
}

function planRows(snapshot: Snapshot, facts: PlanFacts): readonly Row[] {
  const scope = scopeOf(snapshot, facts);
  const id = `risks:${facts.plan.uid}/rows`;
  const open = facts.plan.risks.filter(({ status }) => status !== 'closed').sort(byScore);
  const closed = facts.plan.risks.filter(({ status }) => status === 'closed');
  return [
    ...pagedRows(id, open, risk => riskRow(scope, id, risk)),
    ...(closed.length > 0 ? [closedRow(scope, `${id}/closed`, closed)] : []),
    ...findingsRows(scope, id),
  ];
}

/** Those that have happened first, then the highest score; unscored ones last. */
function byScore(a: Risk, b: Risk): number {
  const occurred = Number(b.status === 'occurred') - Number(a.status === 'occurred');
  return occurred || (b.score ?? 0) - (a.score ?? 0);
}

function riskRow(scope: Scope, parentId: string, risk: Risk): Row {
  const { plan } = scope.facts;
  const id = `${parentId}/risk:${risk.uid}`;
  const label = `${risk.id} ${risk.title}`.trim();
  const description = riskDescription(scope, risk);
  const tasks = risk.tasks.flatMap(key => scope.index.byKey.get(key) ?? []);
  return {
    id,
    label,
    description,
    icon: riskIcon(risk),
    context: `risk:${risk.status}`,
    expand: tasks.length > 0 ? 'collapsed' : 'none',
    accessibility: [label, description],
    target: { kind: 'file', root: plan.root, file: risk.file, line: risk.line },
    subject: { kind: 'risk', plan: plan.uid, uid: risk.uid },
    tooltip: () => riskTooltip(scope, risk),
    children: () => tasks.map(task => taskRow(scope, id, task)),
  };
}

function riskDescription({ today }: Scope, risk: Risk): Text {
  if (risk.status === 'closed') {
    return { code: 'panel.risk-closed', args: [] };
  }
  const parts: Text[] = [
    risk.score === undefined
      ? { code: 'ui.not-scored', args: [] }
      : [{ code: `ui.band-${bandOf(risk.score)}`, args: [risk.score] }],
  ];
  if (risk.status === 'occurred') {
    parts.unshift({ code: 'panel.risk-occurred', args: [] });
  }
  if (risk.review && risk.review < today) {
    parts.push({ code: 'ui.review-overdue', args: [] });
  } else if (risk.review) {
    parts.push({ code: 'ui.review-on', args: [risk.review, today] });
  }
  return parts;
}

function closedRow(scope: Scope, id: string, closed: readonly Risk[]): Row {
  const label: Text = { code: 'ui.closed-count', args: [closed.length] };
  return {
    id,
    label,
    icon: { codicon: 'check-all', color: 'disabledForeground' },
    context: 'over',
    expand: 'collapsed',
    accessibility: label,
    children: () => pagedRows(id, closed, risk => ({ ...riskRow(scope, id, risk), children: noRows })),
  };
}

function findingsRows(scope: Scope, parentId: string): readonly Row[] {
  const id = `${parentId}/findings`;
  const [row] = someRows(id, 'ui.findings', 'lightbulb', scope.findings.all, each =>
    findingRow(scope, id, each),
  );
  return row ? [{ ...row, tooltip: () => findingsTooltip(scope) }] : [];
}

/** Whose plan they are about: the panel may show that of the default branch, and count others. */
function findingsTooltip({ history }: Scope): readonly TooltipPart[] {
  const branch = currentBranch(history);
  const base = history?.defaultBranch?.name;
  const lines: Text[] = [
    branch === undefined
      ? { code: 'ui.findings-of-files', args: [] }
      : { code: 'ui.findings-of-branch', args: [branch] },
    ...(base !== undefined && base !== branch
      ? [{ code: 'ui.findings-elsewhere' as const, args: [base] as [string] }]
      : []),
  ];
  return [
    { kind: 'heading', text: { code: 'ui.findings', args: [] } },
    { kind: 'list', items: lines },
  ];
}
