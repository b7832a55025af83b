import type { Finding } from '../../core/insight/findings/finding';
import { lacksOf } from '../../core/insight/findings/remedies';
import type { Item, Milestone, Plan, Task } from '../../core/plan/model';
import type { Text } from '../../words/text';
import { findingsOf } from '../findings';
import { people } from '../panel/parts/items';
import { plain } from '../plainMarkdown';
import { reference } from './reportText';
import type { ReportScope } from './reportText';

/** Longest list of decisions for one milestone: the gravest first. */
const MOST_DECISIONS = 3;

/** What has to be decided, and by whom; '' where the plan names nobody. */
export type Decision = readonly [decide: Text, by: string];

/** What somebody has to decide about a milestone, by what was found about it, its tasks and its risks. */
export function decisionsFor(
  scope: ReportScope,
  milestone: Milestone,
  tasks: readonly Task[],
): readonly Decision[] {
  const { facts, insight } = scope;
  const { all } = findingsOf(facts, insight);
  const uids = new Set(tasks.map(({ uid }) => uid));
  const risks = facts.plan.risks.filter(risk => risk.milestone === milestone.key);
  const byUid = new Map([...tasks, ...risks].map(item => [item.uid, item]));
  const own = all.filter(
    ({ subject: { kind, uid } }) =>
      (kind === 'milestone' && uid === milestone.uid) ||
      (kind === 'task' && uids.has(uid)) ||
      (kind === 'risk' && risks.some(risk => risk.uid === uid)),
  );
  const found = new Map<string, Decision>();
  for (const finding of own) {
    const item = finding.subject.kind === 'milestone' ? milestone : byUid.get(finding.subject.uid);
    const decision = item && decisionOf(finding, () => reference(scope, item), plain);
    if (decision) {
      found.set(JSON.stringify(decision), [decision, plain(deciderOf(item, facts.plan))]);
    }
  }
  return [...found.values()].slice(0, MOST_DECISIONS);
}

/** Who has an item, else who has its milestone; '' where the plan names nobody. */
export function deciderOf(item: Item, { milestones }: Plan): string {
  const own = item.kind === 'task' ? people(item.assignees) : item.owner;
  const above = item.kind === 'milestone' ? undefined : milestones.find(({ key }) => key === item.milestone);
  return own || above?.owner || '';
}

/**
 * What somebody has to decide about a finding; undefined where nobody has to.
 * @param name of its subject; asked for only where there is something to decide
 * @param escape for names of people
 */
export function decisionOf(
  { id, severity, subject, reasons }: Finding,
  name: () => string,
  escape: (text: string) => string,
): Text | undefined {
  switch (id) {
    case 'overdue':
    case 'negative-due-float':
    case 'p85-past-due':
      return subject.kind === 'milestone' ? { code: 'panel.move-date', args: [name()] } : undefined;
    case 'scope-growing':
      return { code: 'panel.stop-growth', args: [name()] };
    case 'blocked':
      return severity === 'info' ? undefined : { code: 'panel.unblock', args: [name()] };
    case 'over-allocated': {
      const [reason] = reasons;
      return reason?.code === 'over-allocated'
        ? { code: 'panel.relieve', args: [escape(reason.args[0])] }
        : undefined;
    }
    case 'risk-unmanaged':
      return { code: 'panel.manage-risk', args: [name(), ...lacksOf(reasons)] };
    default:
      return undefined;
  }
}
