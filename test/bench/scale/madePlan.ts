import type { Milestone, Plan, Task } from '../../../src/core/plan/model';
import { DEFAULT_SETTINGS } from '../../../src/core/plan/settings';
import { Random } from './random';

/** How large a plan is that is made in memory. */
export interface PlanSize {
  readonly tasks: number;
  readonly dependencies: number;
  readonly milestones: number;
  readonly people: number;
}

/** How far back a task waits for others at most: work follows on what was planned shortly before it. */
const REACH = 200;
const HOURS = 8;

/**
 * A plan of open tasks with estimates in three points. Each waits for earlier ones, one person does it, and the
 * milestones follow each other. The same size gives the same plan.
 */
export function madePlan(size: PlanSize): Plan {
  const random = new Random(size.tasks);
  const people = Array.from({ length: size.people }, (_, index) => `@p${index}`);
  const before = Array.from({ length: size.tasks }, () => new Set<number>());
  for (let left = size.dependencies; left > 0;) {
    const task = 1 + random.below(size.tasks - 1);
    const other = task - 1 - random.below(Math.min(REACH, task));
    if (!before[task]?.has(other)) {
      before[task]?.add(other);
      left--;
    }
  }
  const perMilestone = size.tasks / size.milestones;
  return {
    uid: '/bench/plan',
    root: '/bench',
    folder: 'plan',
    format: 'milepost',
    name: 'Bench',
    settings: {
      ...DEFAULT_SETTINGS,
      prefix: 'APP',
      timezone: 'UTC',
      people: people.map(id => ({ id, emails: [], capacity: 1, off: [] })),
      resources: new Map([['staging', 3]]),
    },
    milestones: Array.from({ length: size.milestones }, (_, index) => milestone(index)),
    tasks: before.map((others, index) =>
      task(index, others, Math.floor(index / perMilestone), random.pick(people), random),
    ),
    risks: [],
    problems: [],
    files: [],
  };
}

function task(
  index: number,
  before: ReadonlySet<number>,
  milestoneIndex: number,
  who: string,
  random: Random,
): Task {
  const [o, m, p] = [1, 1 + random.below(3), 4 + random.below(5)];
  const key = `APP-${index}`;
  return {
    kind: 'task',
    status: 'To do',
    category: 'open',
    milestone: `M-${milestoneIndex}`,
    assignees: [who],
    estimate: {
      unit: 'hours',
      value: ((o + 4 * m + p) / 6) * HOURS,
      three: [o * HOURS, m * HOURS, p * HOURS],
    },
    dependsOn: [...before].map(other => ({ key: `APP-${other}`, text: `APP-${other}` })),
    needs: random.chance(5) ? [{ resource: 'staging', amount: 1 }] : [],
    branches: [],
    handLinks: [],
    expectsEvidence: true,
    links: [],
    checklist: [],
    inline: false,
    ...named(key),
  };
}

function milestone(index: number): Milestone {
  const due = new Date(Date.UTC(2026, 5, 1 + 7 * index)).toISOString().slice(0, 10);
  return { kind: 'milestone', status: 'active', due, checklist: [], ...named(`M-${index}`) };
}

function named(key: string) {
  return {
    id: key,
    key,
    uid: key,
    title: key,
    file: `plan/${key}.md`,
    line: 0,
    duplicate: false,
    labels: [],
    dismissed: [],
  };
}
