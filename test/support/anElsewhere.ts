import type { PlanElsewhere } from '../../src/core/insight/otherBranches/elsewhere';
import type { Plan } from '../../src/core/plan/model';

/** What a branch says of every task of a plan, and of one that only the branch has. */
export function anElsewhere({ tasks }: Plan): PlanElsewhere {
  return {
    tasks: new Map(tasks.map(({ key }) => [key, [{ branch: 'a', due: null }]])),
    only: [{ id: 'APP-9', title: 'Nine', status: 'To do', branch: 'a' }],
    taken: new Map(),
  };
}
