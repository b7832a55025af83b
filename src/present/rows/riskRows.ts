import { bandOf } from '../../core/insight/risks/band';
import type { Risk } from '../../core/plan/model';
import type { Finding } from '../../core/insight/findings/finding';
import type { Snapshot } from '../../core/snapshot';
import { NO_FILTER, type Filter } from '../../shared/milestoneOptions';
import type { Text } from '../../words/text';
import { riskIcon } from '../itemIcons';
import { noRows, type Row, type TooltipPart } from '../row';
import { riskTooltip } from '../tooltips/riskTooltip';
import { isRiskAtRisk } from './atRisk';
import { findingRow } from './findingRow';
import { findingRows } from './findingRows';
import { pagedRows, someRows } from './pages';
import { planPlace } from './planPlace';
import { planRow } from './planRow';
import { currentBranch, scopeOf, type Scope } from './scope';
import { taskRow } from './taskRow';

/**
 * The rows of the *Risks* view: each plan's register by score, then its findings by severity.
 * @param options with `atRisk` only risks that are high or have happened, and findings that are more than remarks
 */
export function riskRows(snapshot: Snapshot, options: Pick<Filter, 'atRisk'> = NO_FILTER): readonly Row[] {
  const filled = snapshot.plans
    .map(facts => shownOf(scopeOf(snapshot, facts), options))
    .filter(({ risks, findings }) => risks.length + findings.length > 0);
  const [only, ...more] = filled;
  return only && more.length === 0
    ? planRows(only)
    : filled.map(shown => {
        const { plan } = shown.scope.facts;
        return planRow(`risks:${plan.uid}`, plan, planPlace(snapshot, plan), () => planRows(shown));
      });
}

/** What is shown of a plan. */
interface Shown {
  readonly scope: Scope;
  readonly risks: readonly Risk[];
  readonly findings: readonly Finding[];
}

function shownOf(scope: Scope, { atRisk }: Pick<Filter, 'atRisk'>): Shown {
  const { facts, findings } = scope;
  return atRisk
    ? {
        scope,
        risks: facts.plan.risks.filter(risk => isRiskAtRisk(scope, risk)),
        findings: findings.all.filter(({ severity }) => severity !== 'info'),
      }
    : { scope, risks: facts.plan.risks, findings: findings.all };
}

function planRows({ scope, risks, findings }: Shown): readonly Row[] {
  const id = `risks:${scope.facts.plan.uid}/rows`;
  const open = risks.filter(({ status }) => status !== 'closed').sort(byScore);
  const closed = risks.filter(({ status }) => status === 'closed');
  return [
    ...pagedRows(id, open, risk => riskRow(scope, id, risk)),
    ...(closed.length > 0 ? [closedRow(scope, `${id}/closed`, closed)] : []),
    ...findingsRow(scope, id, findings),
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
  const name = `${risk.id} ${risk.title}`.trim();
  const [state, score] = [stateText(scope, risk), scoreOf(risk)];
  const tasks = risk.tasks.flatMap(key => scope.index.byKey.get(key) ?? []);
  return {
    id,
    label: score === undefined ? risk.title : [String(score), risk.title],
    description: [...state, risk.id],
    icon: riskIcon(risk),
    context: `risk:${risk.status}`,
    expand: tasks.length > 0 ? 'collapsed' : 'none',
    accessibility: [name, score === undefined ? '' : String(score), ...state],
    target: { kind: 'file', root: plan.root, file: risk.file, line: risk.line },
    subject: { kind: 'risk', plan: plan.uid, uid: risk.uid },
    tooltip: () => riskTooltip(scope, risk),
    children: () => tasks.map(task => taskRow(scope, id, task)),
  };
}

/** What a row begins with; a settled risk is not scored any more. */
function scoreOf({ status, score }: Risk): number | undefined {
  return status === 'closed' ? undefined : score;
}

/** How grave a risk is, and when it is looked at again. */
function stateText({ today }: Scope, risk: Risk): readonly Text[] {
  if (risk.status === 'closed') {
    return [{ code: 'panel.risk-closed', args: [] }];
  }
  const parts: Text[] = [
    risk.score === undefined
      ? { code: 'ui.not-scored', args: [] }
      : { code: 'ui.severity', args: [bandOf(risk.score)] },
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

function findingsRow(scope: Scope, parentId: string, findings: readonly Finding[]): readonly Row[] {
  const id = `${parentId}/findings`;
  const [row] = someRows(id, 'ui.findings', 'lightbulb', findings, each => findingRow(scope, id, each));
  return row
    ? [{ ...row, children: () => findingRows(scope, id, findings), tooltip: () => findingsTooltip(scope) }]
    : [];
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
