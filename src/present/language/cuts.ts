import type { Plan, Task } from '../../core/plan/model';
import type { PlanProblem } from '../../core/plan/problem';
import type { Text } from '../../words/text';

/** A dependency that is given up, so that tasks no longer wait for each other. */
export interface Cut {
  readonly title: Text;
  readonly problem: PlanProblem;
  readonly task: { readonly kind: 'task'; readonly plan: string; readonly uid: string };
  /** The dependencies that the task keeps, as files write them. */
  readonly kept: readonly string[];
}

/** Of more dependencies than that the list would be no help. */
const MOST_CUTS = 8;

/** The dependencies of a circle, any of which can be given up; none for other problems, and for a large tangle. */
export function cutsOf(problem: PlanProblem, plan: Plan): readonly Cut[] {
  const { message } = problem;
  if (message.code !== 'dependency-cycle') {
    return [];
  }
  const ids = new Set(message.args[0].split(', '));
  const tasks = plan.tasks.filter(({ id }) => ids.has(id));
  const cuts = tasks.flatMap(task => cutsFrom(problem, plan, task, tasks));
  return cuts.length > MOST_CUTS ? [] : cuts;
}

function cutsFrom(problem: PlanProblem, plan: Plan, task: Task, circle: readonly Task[]): readonly Cut[] {
  return task.dependsOn.flatMap(cut => {
    const target = circle.find(({ key }) => key === cut.key);
    return target
      ? [
          {
            title: { code: 'ui.fix-cut', args: [task.id, target.id] },
            problem,
            task: { kind: 'task', plan: plan.uid, uid: task.uid },
            kept: task.dependsOn.filter(other => other !== cut).map(({ text }) => text),
          },
        ]
      : [];
  });
}
