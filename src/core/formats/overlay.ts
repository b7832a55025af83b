import type { Values } from '../plan/fields/fields';
import type { Named, DependencyDraft, OtherId, RiskDraft } from '../plan/drafts';
import type { Task } from '../plan/model';
import type { PlanSettings } from '../plan/settings';
import type { PlanProblem } from '../plan/problem';

/** What a task cannot say in its own format. */
export type TaskAddition = Values<'task'> &
  Partial<Pick<Task, 'assignees' | 'otherIds'>> &
  Pick<Task, 'needs' | 'branches' | 'handLinks' | 'dismissed' | 'expectsEvidence'>;

/** A plan folder that adds to a plan in another format (`for:` in its project.md). */
export interface Overlay {
  /** Its project.md. */
  readonly file: string;
  /** Relative to the root. */
  readonly folder: string;
  /** What `for:` says: the folder or the format of the plan it belongs to. */
  readonly target: Named;
  readonly settings: PlanSettings;
  readonly tasks: readonly {
    /** The task's id, and its place in project.md. */
    readonly named: Named;
    readonly addition: TaskAddition;
    readonly otherIds?: readonly OtherId[];
    readonly dependsOn: readonly DependencyDraft[];
  }[];
  readonly risks: readonly RiskDraft[];
  readonly problems: readonly PlanProblem[];
  readonly files: readonly string[];
}
