import type { History } from '../evidence/history';
import type { PlanEvidence } from '../evidence/link';
import type { IsoDate } from '../plan/dates';
import { isDismissed } from '../plan/dismissals';
import type { Plan, Task } from '../plan/model';
import type { Severity } from '../plan/problem';
import type { Steps } from '../steps';
import { finish } from '../steps';
import type { DriftContext } from './driftContext';
import { driftContext } from './driftContext';
import { driftReasons } from './driftRules';
import type { DriftMessages, Finding } from './finding';

/** What drift is looked for in. */
export interface DriftInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository: '' or `services/pay/`. */
  readonly prefix: string;
  readonly evidence: PlanEvidence;
  readonly history: History;
  readonly today: IsoDate;
}

export const SEVERITY: Record<keyof DriftMessages, Severity> = {
  'open-but-started': 'info',
  'looks-finished': 'info',
  'closed-not-done': 'warning',
  'done-but-unmerged': 'warning',
  'active-but-quiet': 'info',
  'done-without-evidence': 'info',
  'work-after-done': 'info',
  'link-moved': 'info',
  'link-lost': 'warning',
  'link-off-branch': 'info',
};

/**
 * Where the declared and the observed status of a task differ. Silent about a task that shares its id with
 * another, since their commits cannot be told apart; about one that is not expected to show in git; and
 * about what the task's file dismisses. Linear in tasks and links; it does not walk the history.
 */
export function driftFindings(input: DriftInput): Finding[] {
  return finish(driftSteps(input));
}

/** How many tasks are looked at in one step. */
const STEP = 200;

/** `driftFindings` in small steps. */
export function* driftSteps(input: DriftInput): Steps<Finding[]> {
  const context = driftContext(input);
  const known = knownFindings(input, context);
  const findings: Finding[] = [];
  for (const [index, task] of input.plan.tasks.entries()) {
    if (index % STEP === 0) {
      yield;
    }
    const family = (context.openSubtasks(task) ? 2 : 0) + (context.hasEvidence(task) ? 1 : 0);
    let found = known.get(task);
    if (found?.family !== family) {
      const own = context.expectsEvidence(task) ? findingsOf(task, input.plan, context) : [];
      known.set(task, (found = { family, findings: own }));
    }
    if (found.findings.length > 0) {
      findings.push(...found.findings);
    }
  }
  return findings;
}

function findingsOf(task: Task, plan: Plan, context: DriftContext): readonly Finding[] {
  return driftReasons(task, context)
    .filter(reason => !isDismissed(plan, task, reason.code))
    .map(reason => ({
      id: reason.code,
      severity: SEVERITY[reason.code],
      subject: { kind: 'task' as const, uid: task.uid, id: task.id },
      reasons: [reason],
    }));
}

/** What was found for a task, as long as its parent and its subtasks stay what they were. */
type Known = WeakMap<Task, { readonly family: number; readonly findings: readonly Finding[] }>;

const remembered = new WeakMap<PlanEvidence, { readonly about: readonly unknown[]; readonly known: Known }>();

/** What the last look found in the same evidence: an edit leaves nearly all tasks the same objects. */
function knownFindings({ plan, prefix, evidence, history, today }: DriftInput, context: DriftContext): Known {
  const { settings, milestones, format, folder } = plan;
  const about = [history, today, prefix, settings, milestones, format, folder, context.evidenceIsUsual];
  const last = remembered.get(evidence);
  if (last?.about.every((part, index) => part === about[index])) {
    return last.known;
  }
  const known: Known = new WeakMap();
  remembered.set(evidence, { about, known });
  return known;
}
