import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { entryOf } from '../../src/app/files/formats';
import { planItemEdit } from '../../src/app/writing/planItemEdit';
import type { PlanFormat, Recogniser } from '../../src/core/formats/format';
import { parseDocument } from '../../src/core/documents/parseDocument';
import { computeInsight } from '../../src/core/insight/planInsight';
import { schedulePlans } from '../../src/core/insight/schedule/schedule';
import { overloads } from '../../src/core/insight/workload/overload';
import { workloadOf } from '../../src/core/insight/workload/workload';
import type { PlanChange } from '../../src/core/insight/review/planChanges';
import { diffPlans } from '../../src/core/insight/review/planChanges';
import type { Change } from '../../src/core/plan/change';
import type { Item, Plan } from '../../src/core/plan/model';
import { applyEdits, LineIndex } from '../../src/core/base/text';
import { memoryFiles } from '../support/memoryFiles';
import { mutate, pick, randomOf } from './mutate';

/** `npm run fuzz -- N` sets another number of cases, and from which case on. */
const CASES = Number(process.env['MILEPOST_FUZZ'] ?? 2_000);
const FIRST = Number(process.env['MILEPOST_FUZZ_FROM'] ?? 0);

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

interface Seed {
  readonly format: PlanFormat;
  readonly folder: string;
  readonly texts: Readonly<Record<string, string>>;
}

const seeds = (): Promise<readonly Seed[]> =>
  Promise.all([
    seed('milepost', 'native-plan', 'plan'),
    seed('milepost', 'native-plan', 'plan'),
    seed('backlog', 'backlog-plan', 'backlog'),
    seed('backlog', 'backlog-plan', 'backlog'),
    seed('spec-kit', 'formats/specKit', 'specs'),
    seed('openspec', 'formats/openSpec', 'openspec'),
    seed('gsd', 'formats/gsd', '.planning'),
    seed('checklist', 'formats/checklist', 'ROADMAP.md'),
  ]);

async function seed(id: string, fixture: string, folder: string): Promise<Seed> {
  const root = join(FIXTURES, fixture);
  const entry = entryOf(id);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const texts = files.map(entry => {
    const file = join(entry.parentPath, entry.name);
    return [relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')] as const;
  });
  const own = texts.filter(([path]) => owns(entry, folder, path));
  return { format: await entry.load(), folder, texts: Object.fromEntries(own) };
}

function owns(entry: Recogniser, folder: string, path: string): boolean {
  return entry.singleFile
    ? path === folder
    : path.startsWith(`${folder}/`) && entry.owns(path.slice(folder.length + 1));
}

function assemble({ format, folder }: Seed, texts: Readonly<Record<string, string>>): Plan {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    document: parseDocument(text, path.endsWith('.md') ? 'markdown' : 'yaml'),
  }));
  return format.assemble({ root: '/r', folder, files, unreadable: [] });
}

/** Everything in the plan points into its files, and no two items share a uid. */
function checkPlan(plan: Plan, texts: Readonly<Record<string, string>>): void {
  const items: Item[] = [...plan.milestones, ...plan.tasks, ...plan.risks];
  const uids = items.map(item => `${item.kind} ${item.uid}`);
  assert.equal(new Set(uids).size, uids.length, 'uids are unique');
  const lines = new Map(Object.entries(texts).map(([path, text]) => [path, new LineIndex(text).lineCount]));
  for (const { file, line } of items) {
    assert.ok(line >= 0 && line < (lines.get(file) ?? 1), `${file}:${line} is in the file`);
  }
  for (const { file, range } of plan.problems) {
    assert.ok(
      range.start.line <= range.end.line && range.end.line <= (lines.get(file) ?? 1),
      `problem in ${file}`,
    );
  }
}

const TODAY = '2026-03-04';
/** Of so many plans one is forecast: that takes a hundred times as long as the rest. */
const FORECAST = 100;

/** Every date of the schedule is a day, every number a number. */
function checkInsight(plan: Plan, number: number): void {
  const inputs = [{ plan, observed: new Map() }];
  const { schedules, ...scheduled } = schedulePlans(inputs, TODAY);
  workloadOf({ schedules, ...scheduled }, [plan], TODAY);
  overloads({ schedules, ...scheduled }, [plan], TODAY);
  for (const task of schedules[0]?.tasks.values() ?? []) {
    const { start, finish, limitedStart, limitedFinish, es, ef, ls, lf, totalFloat, freeFloat } = task;
    for (const day of [start, finish, limitedStart ?? start, limitedFinish ?? finish]) {
      assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
    }
    [es, ef, ls, lf, totalFloat, freeFloat].forEach(one => assert.ok(Number.isFinite(one), `${one}`));
  }
  if (number % FORECAST === 0) {
    computeInsight(inputs, TODAY);
  }
}

function changeFor(plan: Plan, item: Item, random: () => number): Change {
  const day = pick(random, ['2026-03-04', '2027-12-31', undefined]);
  const hash = pick(random, ['0123456789abcdef0123', '1e12345000000000aaaa']);
  const commits = [
    { hash, date: '2026-01-02', subject: pick(random, ["it's: a # subject", 'x', '"quoted"']) },
  ];
  const boxes = item.kind === 'risk' ? [] : item.checklist.filter(({ file }) => file === item.file);
  const box = boxes.length > 0 ? pick(random, boxes) : undefined;
  const status = pick(random, plan.settings.statuses).name;
  return pick<Change>(random, [
    { kind: 'set', field: 'status', value: status },
    { kind: 'set', field: 'due', value: day },
    {
      kind: 'set',
      field: 'title',
      value: pick(random, ['Plain', 'a: b # c', 'it\'s "x"', '- [ ] no', 'ünï 😀']),
    },
    { kind: 'set', field: 'blocked', value: pick(random, ['waits: for # it', undefined]) },
    { kind: 'setList', field: 'labels', value: pick(random, [[], ['a'], ['a b', 'c'], ['#x', 'null']]) },
    { kind: 'setList', field: 'assignees', value: pick(random, [[], ['@ana'], ['@li', '@ana']]) },
    { kind: pick(random, ['link', 'unlink'] as const), commits },
    ...(box ? [{ kind: 'tick' as const, line: box.line, text: box.text, checked: !box.checked }] : []),
  ]);
}

async function checkEdit(seed: Seed, texts: Record<string, string>, plan: Plan, random: () => number) {
  const items: Item[] = [...plan.milestones, ...plan.tasks, ...plan.risks].filter(
    ({ file }) => file in texts,
  );
  if (items.length === 0) {
    return;
  }
  // One item, or two by one edit.
  const chosen = [pick(random, items), ...(random() < 0.3 ? [pick(random, items)] : [])];
  const asked = chosen.map(({ kind, uid }, index) => ({
    item: { plan: plan.uid, kind, uid },
    changes: [changeFor(plan, chosen[index] as Item, random)],
  }));
  const outcome = await planItemEdit(plan, asked, {
    files: memoryFiles({ '/r': texts }),
    now: () => 1_800_000_000,
  });
  if (!outcome.ok) {
    return;
  }
  const written = outcome.edit.files.map(({ file, text, edits }) => [file, applyEdits(text, edits)]);
  const after = assemble(seed, { ...texts, ...Object.fromEntries(written) });
  const touched = diffPlans(plan, after).filter(
    ({ key, id }) => chosen.every(item => key !== item.key) || id === '',
  );
  // A milestone of boxes is done when they are.
  const follows = ({ kind, field }: PlanChange): boolean => kind === 'milestone' && field === 'status';
  const same = ({ id }: PlanChange): boolean => id === '' && chosen.some(item => item.id === '');
  const others = touched.filter(change => !same(change) && !follows(change));
  assert.deepEqual(others, [], `${JSON.stringify(asked)} changes only these items`);
  assert.equal(after.tasks.length, plan.tasks.length, 'no task comes or goes');
}

describe(`formats under ${CASES} mutations`, function () {
  this.timeout(0);

  it('give a sound plan for any text, and edits that change one item', async () => {
    const all = await seeds();
    for (let number = FIRST; number < FIRST + CASES; number++) {
      const random = randomOf(number);
      const one = pick(random, all);
      const path = pick(random, Object.keys(one.texts));
      const texts = { ...one.texts, [path]: mutate(one.texts[path] ?? '', random) };
      try {
        const plan = assemble(one, texts);
        checkPlan(plan, texts);
        checkInsight(plan, number);
        await checkEdit(one, texts, plan, random);
      } catch (error) {
        const told = error instanceof Error ? error.message : String(error);
        throw new Error(`case ${number} (${path}): ${told}\n${JSON.stringify(texts[path])}`, {
          cause: error,
        });
      }
    }
  });
});
