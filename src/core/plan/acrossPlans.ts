import { aliasedKey } from './ids';
import type { Plan } from './model';
import { keyFinder } from './otherIds';
import type { PlanProblem } from './problem';

/**
 * An id resolves in its own plan, then in all plans of the workspace. Takes back the problems of ids that
 * one other plan has, and says of those that several have that they are ambiguous. A plan without such
 * problems stays the same object.
 */
export function resolveAcrossPlans(plans: readonly Plan[]): readonly Plan[] {
  return plans.map(plan => {
    const others = plans.filter(other => other !== plan);
    const problems = plan.problems.flatMap(problem => settle(problem, others));
    const same =
      problems.length === plan.problems.length && problems.every((one, i) => one === plan.problems[i]);
    return same ? plan : { ...plan, problems };
  });
}

function settle(problem: PlanProblem, others: readonly Plan[]): readonly PlanProblem[] {
  const { message } = problem;
  if (message.code !== 'unknown-dependency' && message.code !== 'unknown-task') {
    return [problem];
  }
  // The text may go on with a lag: `APP-4 + 2d`.
  const id = message.args[0].trim().split(/[\s+]/, 1)[0] ?? '';
  const live = others.filter(plan => has(plan, id));
  const owners = live.length > 0 ? live : others.filter(plan => hasOther(plan, id));
  if (owners.length === 0) {
    return [problem];
  }
  const [first] = owners;
  return owners.every(plan => plan === first || (first && isCopy(plan, first)))
    ? []
    : [{ ...problem, message: { code: 'ambiguous-reference', args: [id] } }];
}

/** Whether two plans are one, checked out twice: working trees or clones of a repository. */
function isCopy(a: Plan, b: Plan): boolean {
  return (
    a.root !== b.root &&
    a.folder === b.folder &&
    a.format === b.format &&
    a.settings.prefix === b.settings.prefix
  );
}

const keys = new WeakMap<Plan, ReadonlySet<string>>();

function has(plan: Plan, id: string): boolean {
  return keysOf(plan).has(aliasedKey(id, plan.settings.prefix, new Set(plan.settings.aliases)));
}

/** Whether a former or foreign id stands for a task or a milestone of the plan. */
function hasOther(plan: Plan, id: string): boolean {
  return plan.otherIds !== undefined && keysOf(plan).has(keyFinder(plan)(id));
}

function keysOf(plan: Plan): ReadonlySet<string> {
  let own = keys.get(plan);
  if (!own) {
    own = new Set([...plan.tasks, ...plan.milestones].filter(item => item.id !== '').map(item => item.key));
    keys.set(plan, own);
  }
  return own;
}
