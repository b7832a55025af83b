import { Random } from './random';
import type { Size } from './size';

/** Share of the tasks of a milestone that are lines of its checklist and have no file. */
const INLINE = 5;

const DAY = 86_400_000;
const VERBS = ['Add', 'Remove', 'Rework', 'Measure', 'Document', 'Split', 'Guard', 'Retry', 'Cache', 'Show'];
const THINGS = ['session store', 'payment export', 'sign-in', 'timetable', 'search index', 'audit log'];
const DETAILS = [
  'for tenants',
  'behind a flag',
  'in the mobile app',
  'on failure',
  'for imports',
  'at night',
];
const PEOPLE = ['@ana', '@li', '@sam', '@noor', '@kim', '@ben'];
const LABELS = ['backend', 'frontend', 'security', 'ops', 'docs'];
const ESTIMATES = ['1d', '2d', '3d', '2d/3d/8d', '4h', '5d', '1w'];
const BOX = { open: ' ', active: '/', done: 'x' };
const STATUS = { open: 'To do', active: 'In progress', done: 'Done' };

export type TaskState = 'open' | 'active' | 'done';

/** What never changes about a generated task. Tasks are counted from 1. */
export interface TaskPlan {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly milestone: number;
  readonly inline: boolean;
}

export function taskPlan(number: number, size: Size): TaskPlan {
  const random = new Random(number);
  const title = `${random.pick(VERBS)} ${random.pick(THINGS)} ${random.pick(DETAILS)}`;
  const perMilestone = size.tasks / size.milestones;
  return {
    id: `APP-${number}`,
    title,
    slug: title.toLowerCase().replace(/\W+/g, '-'),
    milestone: Math.min(size.milestones, Math.floor((number - 1) / perMilestone) + 1),
    inline: number % INLINE === 0,
  };
}

export const projectText = `---
key: APP
name: Scale
people:
${PEOPLE.map(id => `  - {id: '${id}', name: ${id.slice(1)}, emails: [${id.slice(1)}@example.org]}`).join('\n')}
calendar: {workweek: [mon, tue, wed, thu, fri], holidays: [2026-12-25, 2026-12-28..2026-12-31]}
---
# Scale

A generated plan.
`;

export function milestonePath(milestone: number): string {
  return `plan/milestones/${milestoneId(milestone)}.md`;
}

/** @param states of the milestone's inline tasks, by number */
export function milestoneText(
  milestone: number,
  size: Size,
  states: ReadonlyMap<number, TaskState>,
  closed: boolean,
): string {
  const random = new Random(milestone + 1_000_000);
  const lines = [...states].map(([number, state]) => {
    const { id, title } = taskPlan(number, size);
    const after = number > 7 && number % 3 === 0 ? ` after:APP-${number - 7}` : '';
    return `- [${BOX[state]}] ${id} ${title} ${PEOPLE[number % PEOPLE.length]} #${LABELS[number % 5]} est:${ESTIMATES[number % 7]}${after}\n  - [${BOX[state === 'done' ? 'done' : 'open']}] reviewed\n`;
  });
  return `---
title: Release ${milestone} ${random.pick(THINGS)}
due: ${dayAt((milestone + 2) / size.milestones)}
owner: '${random.pick(PEOPLE)}'
status: ${closed ? 'done' : 'active'}
---
What release ${milestone} is for.

## Tasks

${lines.join('')}`;
}

export function taskPath(number: number, size: Size): string {
  const { id, slug, milestone } = taskPlan(number, size);
  return `plan/tasks/${milestoneId(milestone)}/${id.toLowerCase()}-${slug}.md`;
}

export function taskText(number: number, size: Size, state: TaskState): string {
  const random = new Random(number + 2_000_000);
  const { id, title, slug, milestone } = taskPlan(number, size);
  const depends =
    number > 4 ? `depends_on: [APP-${number - 1 - random.below(3)}, APP-${number - 4} + 2d]\n` : '';
  const branch = random.chance(2) ? `branch: [${slug}-${number}/*]\n` : '';
  return `---
id: ${id}
title: ${title}
status: ${STATUS[state]}
milestone: ${milestoneId(milestone)}
assignee: '${random.pick(PEOPLE)}'
priority: ${random.pick(['low', 'medium', 'high', 'critical'])}
labels: [${random.pick(LABELS)}]
estimate: ${random.pick(ESTIMATES)}
due: ${dayAt(milestone / size.milestones)}
${depends}${branch}---
Why ${title.toLowerCase()} matters, told in a sentence or two, with a [link](https://example.org/${number}).

## Acceptance criteria

- [${state === 'open' ? ' ' : 'x'}] it works
- [${state === 'done' ? 'x' : ' '}] it is measured
- [${state === 'done' ? 'x' : ' '}] it is documented

## Notes

Nothing yet.
`;
}

export function riskPath(risk: number): string {
  return `plan/risks/r-${risk}.md`;
}

export function riskText(risk: number, size: Size): string {
  const random = new Random(risk + 3_000_000);
  const milestone = 1 + random.below(size.milestones);
  return `---
id: R-${risk}
title: ${random.pick(THINGS)} may slip
status: ${random.pick(['open', 'mitigating', 'accepted', 'closed'])}
probability: ${1 + random.below(5)}
impact: ${1 + random.below(5)}
owner: '${random.pick(PEOPLE)}'
milestone: ${milestoneId(milestone)}
tasks: [APP-${1 + random.below(size.tasks)}]
---
## Mitigation

Do it earlier.
`;
}

function milestoneId(milestone: number): string {
  return `m-${String(milestone).padStart(3, '0')}`;
}

/** First and last day of the generated history. */
export const FIRST_DAY = Date.UTC(2023, 5, 1);
export const LAST_DAY = Date.UTC(2026, 5, 1);

function dayAt(share: number): string {
  const time = FIRST_DAY + share * (LAST_DAY - FIRST_DAY);
  return new Date(Math.floor(time / DAY) * DAY).toISOString().slice(0, 10);
}
