import { parseBlocks } from '../making/script';
import type { Edit, Step } from '../making/script';
import { stepsOf } from '../making/steps';
import { CATALOGUE } from './catalogue';
import { CORE } from './scriptCore';
import { OPEN_WORK } from './scriptOpenWork';
import { PAYMENTS } from './scriptPayments';
import { PLANNING } from './scriptPlanning';
import { TIMETABLE } from './scriptTimetable';

const later = [PLANNING, CORE, PAYMENTS, TIMETABLE, OPEN_WORK].flatMap(source =>
  stepsOf(parseBlocks(source)),
);

/** The whole story in order; it opens with the first plan: every item that no later step adds. */
export const STEPS: readonly Step[] = [firstPlan(later), ...later.toSorted((a, b) => a.day - b.day)];

function firstPlan(steps: readonly Step[]): Step {
  const added = new Set(
    steps
      .flatMap(step => (step.kind === 'commit' ? step.edits : []))
      .map(edit => (edit.kind === 'add' ? edit.key : '')),
  );
  const edits = [...CATALOGUE.keys()]
    .filter(key => !added.has(key))
    .map((key): Edit => ({ kind: 'add', key }));
  const readme: Edit = {
    kind: 'chunk',
    file: 'README.md',
    head: '# Harbor',
    lines: ['The booking API of Fjordline Ferries. The plan is in `plan/`.'],
  };
  return {
    kind: 'commit',
    day: -70,
    by: 'noor',
    branch: 'main',
    subject: 'First plan of Harbor',
    body: ['Milestones, tasks and risks as agreed in the kick-off.'],
    edits: [readme, ...edits],
  };
}
