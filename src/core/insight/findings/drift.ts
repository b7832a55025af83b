import type { PlanEvidence } from '../../evidence/link';
import { isDismissed } from '../../plan/dismissals';
import type { Plan, Task } from '../../plan/model';
import type { Severity } from '../../plan/problem';
import type { Steps } from '../../base/steps';
import type { DriftContext, DriftInput } from './driftContext';
import { driftContext } from './driftContext';
import { stalePlaces } from './driftChanges';
import type { Looked } from './driftChanges';
import { driftReasons } from './driftRules';
import { expectsEvidence } from '../progress/families';
import type { DriftMessages, Finding } from './finding';

/** How many tasks are looked at in one step. */
const STEP = 200;

/** How bad each difference is. */
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
  'id-on-two-branches': 'warning',
};

/**
 * Where the declared and the observed status of a task differ. Silent about a task that shares its id with
 * another, since their commits cannot be told apart; about one that is not expected to show in git; and
 * about what the task's file dismisses. Linear in tasks and links; it does not walk the history.
 * @param before the evidence for which they were last looked for: of the others, only tasks are looked at that an
 * edit or new commits may say something else about
 */
export function* driftSteps(input: DriftInput, before?: PlanEvidence): Steps<Finding[]> {
  const { plan, evidence } = input;
  const context = driftContext(input);
  const last = lookedAt.get(evidence) ?? (before && lookedAt.get(before));
  yield;
  const about = aboutAll(input, context);
  const stale = last && stalePlaces(last, input, about);
  const byTask = stale
    ? [...last.byTask]
    : new Array<readonly Finding[]>(plan.tasks.length).fill(NO_FINDINGS);
  for (const [count, place] of (stale ?? [...plan.tasks.keys()]).entries()) {
    const task = plan.tasks[place] as Task;
    byTask[place] = expectsEvidence(plan, task) ? findingsOf(task, plan, context) : NO_FINDINGS;
    if (count % STEP === 0) {
      yield;
    }
  }
  lookedAt.set(evidence, { input, about, byTask });
  // Nearly all of them are empty.
  return byTask.filter(found => found.length > 0).flat();
}

const NO_FINDINGS: readonly Finding[] = [];
const lookedAt = new WeakMap<PlanEvidence, Looked>();

/** What findings of all tasks depend on. */
function aboutAll({ plan, prefix, history, today }: DriftInput, context: DriftContext): readonly unknown[] {
  const { settings, milestones, format, folder } = plan;
  const { head, shallow } = history;
  const branch = head.kind === 'unborn' ? undefined : head.branch;
  const { evidenceIsUsual, horizon } = context;
  return [today, horizon, prefix, settings, milestones, format, folder, branch, shallow, evidenceIsUsual];
}

function findingsOf(task: Task, plan: Plan, context: DriftContext): readonly Finding[] {
  const reasons = driftReasons(task, context);
  return reasons.length === 0
    ? NO_FINDINGS
    : reasons
        .filter(reason => !isDismissed(plan, task, reason.code))
        .map(reason => ({
          id: reason.code,
          severity: SEVERITY[reason.code],
          subject: { kind: 'task' as const, uid: task.uid, id: task.id },
          reasons: [reason],
        }));
}
