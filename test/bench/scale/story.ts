import type { Files } from './importStream';
import { ImportStream } from './importStream';
import type { TaskState } from './planText';
import {
  milestonePath,
  milestoneText,
  projectText,
  riskPath,
  riskText,
  taskPath,
  taskPlan,
  taskText,
} from './planText';
import { Random } from './random';
import type { Size } from './size';

/** Branch of the commits that are merged at once. */
const TOPIC = 'topic';
/** Share of the tasks, from the first, that are done and that are at least begun, in percent. */
const DONE = 80;
const BEGUN = 88;
/** How many of the last commits of the default branch a new branch may start at. */
const RECENT = 40;

const NOISE = [
  'Tidy up',
  'chore: bump deps',
  'Fix typo',
  'UTF-8 in the parser',
  'Release 1.2',
  'Speed up GPT-5 call',
];
const WORK = ['first draft', 'tests', 'handle errors', 'review remarks', 'rename', 'measure', 'docs'];

/**
 * The history of a generated repository as pieces of `git fast-import` input: plans made milestone by
 * milestone, tasks worked on over merged branches, squash merges and direct commits, reverts, cherry-picks
 * and commits of no task, and at the end the branches that are still open.
 */
export function* story(size: Size): Generator<string> {
  const random = new Random(7);
  const stream = new ImportStream(size.commits, random);
  const inline = new Map<number, Map<number, TaskState>>();
  const main: number[] = [];
  const openCommits = 3 * size.branches;

  const land = (message: string, files: Files, ...merged: number[]): number => {
    const tip = main.at(-1);
    const mark = stream.commit('main', message, tip === undefined ? merged : [tip, ...merged], files);
    main.push(mark);
    return mark;
  };
  const recent = (): number => main[Math.max(0, main.length - 1 - random.below(RECENT))] as number;
  const codeFile = (): [string, string] => [
    `src/area${random.below(30)}/part${random.below(20)}/file${random.below(10)}.ts`,
    `// ${stream.count}\nexport const value = ${random.below(1e9)};\n`,
  ];
  const code = (): Files => new Map(Array.from({ length: 1 + random.below(3) }, codeFile));

  function* noise(until: number): Generator<string> {
    while (stream.count < until) {
      land(
        `${random.pick(NOISE)}\n\nNo task is behind this, and nothing like CVE-2024-${stream.count} either.`,
        code(),
      );
      yield stream.take();
    }
  }
  const planned = (number: number, state: TaskState): Files => {
    const { milestone } = taskPlan(number, size);
    const states = inline.get(milestone);
    if (!states?.has(number)) return new Map([[taskPath(number, size), taskText(number, size, state)]]);
    states.set(number, state);
    return new Map([[milestonePath(milestone), milestoneText(milestone, size, states, false)]]);
  };
  const onBranch = (
    from: number,
    branch: string,
    number: number,
    count: number,
  ): { tip: number; files: Files } => {
    const { id } = taskPlan(number, size);
    const all = new Map<string, string>();
    let tip = from;
    for (let i = 0; i < count; i++) {
      const files = code();
      files.forEach((text, path) => all.set(path, text));
      const subject = random.chance(50) ? `${id} ${random.pick(WORK)}` : `feat(core): ${random.pick(WORK)}`;
      tip = stream.commit(branch, random.chance(25) ? `${subject}\n\nTask: ${id}` : subject, [tip], files);
    }
    return { tip, files: all };
  };
  const deliver = (number: number): void => {
    const { id, title, slug } = taskPlan(number, size);
    const way = random.below(10);
    if (way < 5) {
      const { tip, files } = onBranch(recent(), TOPIC, number, 2 + random.below(6));
      land(`Merge pull request #${number} from scale/feature/${id}-${slug}\n\n${title}`, files, tip);
    } else if (way < 8) {
      land(
        `${title} (#${number})\n\n* ${id} first draft\n\n* Tests\n\nTask: ${id}\nCo-authored-by: Li <li@example.org>`,
        code(),
      );
    } else {
      for (let i = random.below(5); i >= 0; i--)
        land(`${id}: ${random.pick(WORK)}\n\nSee APP-${1 + random.below(size.tasks)} too.`, code());
    }
    if (random.chance(30)) land(`${title}, for good\n\nCloses ${id}`, code());
  };

  land(
    'Begin the plan',
    new Map([
      ['plan/project.md', projectText],
      ['README.md', '# Scale\n'],
    ]),
  );
  for (let risk = 1; risk <= size.risks; risk++)
    land(`Note R-${risk}`, new Map([[riskPath(risk), riskText(risk, size)]]));
  for (let number = 1; number <= size.tasks; number++) {
    const { milestone, title, id } = taskPlan(number, size);
    if (!inline.has(milestone)) {
      const members: number[] = [];
      for (let one = number; one <= size.tasks && taskPlan(one, size).milestone === milestone; one++) {
        members.push(one);
      }
      const states = new Map<number, TaskState>(
        members.filter(one => taskPlan(one, size).inline).map(one => [one, 'open']),
      );
      inline.set(milestone, states);
      const files = members
        .filter(one => !states.has(one))
        .map((one): [string, string] => [taskPath(one, size), taskText(one, size, 'open')]);
      land(
        `Plan release ${milestone}`,
        new Map([[milestonePath(milestone), milestoneText(milestone, size, states, false)], ...files]),
      );
    }
    const share = (100 * number) / size.tasks;
    if (share <= BEGUN) {
      land(`Start ${id}`, planned(number, 'active'));
      deliver(number);
    }
    if (share <= DONE) land(`${title} is done\n\n${id}`, planned(number, 'done'));
    yield stream.take();
    yield* noise(Math.min(1, share / BEGUN) * (size.commits - openCommits));
  }
  yield* noise(size.commits - openCommits);
  stream.remove(TOPIC);
  let below = recent();
  for (let branch = 1; branch <= size.branches; branch++) {
    const number = 1 + Math.floor(size.tasks * (DONE / 100)) + random.below(Math.ceil(size.tasks * 0.2));
    const { id, slug } = taskPlan(Math.min(number, size.tasks), size);
    const name = random.chance(85) ? `feature/${id}-${slug}-${branch}` : `spike/${slug}-${branch}`;
    // Some branches stand on the one before.
    const from = random.chance(10) ? below : recent();
    below = onBranch(from, name, Math.min(number, size.tasks), 3).tip;
    yield stream.take();
  }
}
