import type { History } from '../evidence/history';
import type { PlanEvidence } from '../evidence/link';
import type { IsoDate } from '../plan/dates';
import type { Plan } from '../plan/model';
import type { Severity } from '../plan/problem';
import { driftContext } from './driftContext';
import { driftReasons } from './driftRules';
import type { Finding, FindingCode } from './finding';

/** What drift is looked for in. */
export interface DriftInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository: '' or `services/pay/`. */
  readonly prefix: string;
  readonly evidence: PlanEvidence;
  readonly history: History;
  readonly today: IsoDate;
}

const SEVERITY: Record<FindingCode, Severity> = {
  'open-but-started': 'info',
  'looks-finished': 'info',
  'closed-not-done': 'warning',
  'done-but-unmerged': 'warning',
  'active-but-quiet': 'info',
  'done-without-evidence': 'info',
  'work-after-done': 'info',
};

/**
 * Where the declared and the observed status of a task differ. Silent about a task that shares its id with
 * another, since their commits cannot be told apart; about one that is not expected to show in git; and
 * about what the task's file dismisses. Linear in tasks and links; it does not walk the history.
 */
export function driftFindings(input: DriftInput): Finding[] {
  const { plan } = input;
  const context = driftContext(input);
  return plan.tasks.filter(context.expectsEvidence).flatMap(task =>
    driftReasons(task, context)
      .filter(reason => !task.dismissed.some(({ finding }) => finding === reason.code))
      .map(reason => ({
        id: reason.code,
        severity: SEVERITY[reason.code],
        subject: { kind: 'task' as const, uid: task.uid, id: task.id },
        reasons: [reason],
      })),
  );
}
