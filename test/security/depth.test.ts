import assert from 'node:assert/strict';
import { compileIdMatcher } from '../../src/core/evidence/commits/idMatcher';
import { matchMessage } from '../../src/core/evidence/commits/messageEvidence';
import { readMarks } from '../../src/core/formats/checklist/marks';
import { mergedPlan } from '../../src/core/insight/effect/mergedPlan';
import { computeInsight } from '../../src/core/insight/planInsight';
import { parseDocument } from '../../src/core/documents/parseDocument';
import type { Plan } from '../../src/core/plan/model';
import { DEFAULT_RULES } from '../../src/core/plan/settings';
import { scheduleJson } from '../../src/present/json/insightJson';
import { statusJson } from '../../src/present/json/statusJson';
import { DEFAULT_OPTIONS } from '../../src/shared/milestoneOptions';
import { milestoneRows } from '../../src/present/rows/milestoneRows';
import { taskListRows } from '../../src/present/rows/taskList';
import { scopeOf } from '../../src/present/rows/scope';
import { scheduleTable } from '../../src/present/tables/insightTables';
import { insightOf } from '../support/insightOf';
import { factsFor, snapshotOf } from '../support/panel/handMade';
import { aPlan, aTask } from '../support/planBuilder';
import { rowLines } from '../support/rowText';
import { planOf } from '../support/security/nativePlan';

const PROJECT = { 'plan/project.md': '---\nkey: APP\n---\n' };

const listOf = (count: number, line: (n: number) => string): Plan =>
  planOf({
    ...PROJECT,
    'plan/milestones/m.md': `## Tasks\n${Array.from({ length: count }, (_, index) => line(index + 1)).join('\n')}`,
  });

/** Everything that is printed or drawn of a plan; the lines of its tree. */
function shown(plan: Plan): string[] {
  const facts = factsFor(plan);
  const insight = insightOf(facts);
  JSON.stringify(statusJson('/repo', [{ facts, insight }]));
  JSON.stringify(scheduleJson('/repo', [{ plan, insight }]));
  scheduleTable({ plan, insight });
  const snapshot = snapshotOf(facts);
  const options = { ...DEFAULT_OPTIONS, showDone: true } as const;
  taskListRows(scopeOf(snapshot, facts), 'x', plan.tasks, { ...options, sortBy: 'risk' });
  return rowLines(milestoneRows(snapshot, options), 60);
}

/** Places and values of the parents that were too many. */
const tooDeep = (plan: Plan): unknown[] =>
  plan.problems.flatMap(({ file, range, message: { code, args } }) =>
    code === 'bad-value' && args[0] === 'parent' ? [[file, range.start.line, args[1]]] : [],
  );

describe('a plan that is nested as deeply as somebody likes', () => {
  it('keeps 50 levels of parents in a chain of 8,000 task files, and tells where the next would be', () => {
    const files = Array.from({ length: 8_000 }, (_, index) => [
      `plan/tasks/${index + 1}.md`,
      `---\nid: APP-${index + 1}\n${index === 0 ? '' : `parent: APP-${index}\n`}due: 2026-12-01\n---\n`,
    ]);
    const plan = planOf({ ...PROJECT, ...(Object.fromEntries(files) as Record<string, string>) });
    assert.equal(plan.tasks.length, 8_000);
    const roots = plan.tasks.filter(({ parent }) => parent === undefined).map(({ id }) => id);
    assert.deepEqual(roots.slice(0, 3), ['APP-1', 'APP-52', 'APP-103']);
    assert.equal(roots.length, Math.ceil(8_000 / 51));
    assert.deepEqual(tooDeep(plan).slice(0, 2), [
      ['plan/tasks/52.md', 2, 'APP-51'],
      ['plan/tasks/103.md', 2, 'APP-102'],
    ]);
    assert.equal(tooDeep(plan).length, roots.length - 1);
    assert.equal(shown(plan).filter(line => /^ *APP-\d/.test(line)).length, 8_000);
  });

  it('reads tasks nested in lines to any depth, and what stands below them', () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => `${'  '.repeat(n)}- [ ] APP-${n + 1} Task`);
    const plan = planOf({
      ...PROJECT,
      'plan/milestones/m.md': `## Tasks\n${lines.join('\n')}\n- [ ] APP-1001 Beside\n\n## Notes\n\n## Tasks\n- [ ] APP-1002 Below`,
    });
    assert.equal(plan.tasks.length, 1_002);
    assert.ok(plan.tasks.every(({ milestone }) => milestone === 'M'));
    const parents = plan.tasks.map(({ parent }) => parent);
    assert.deepEqual(parents.slice(0, 3), [undefined, 'APP-1', 'APP-2']);
    assert.deepEqual(parents.slice(49, 53), ['APP-49', 'APP-50', undefined, 'APP-52']);
    assert.deepEqual(parents.slice(1_000), [undefined, undefined]);
    assert.deepEqual(tooDeep(plan)[0], ['plan/milestones/m.md', 52, 'APP-51']);
    shown(plan);
  });

  it('schedules a chain of 20,000 dependencies', () => {
    const plan = listOf(20_000, n => `- [ ] APP-${n} est:1h${n === 1 ? '' : ` after:APP-${n - 1}`}`);
    assert.deepEqual(plan.problems, []);
    const [insight] = computeInsight([{ plan, observed: new Map() }], '2026-03-02');
    assert.ok(insight);
    assert.equal(insight.schedule.path.length, 20_000);
    assert.equal(scheduleTable({ plan, insight }).length > 20_000, true);
  });

  it('reads on behind 10,000 list marks, quotes or brackets in a row', () => {
    for (const deep of ['- ', '* ', '1. ', '> ', '- [ ] ', '[', '(', '#', '- > ']) {
      const plan = planOf({
        'plan/project.md': `---\nkey: APP\nother: ${deep.repeat(10_000)}\nthird: ${'['.repeat(10_000)}${']'.repeat(10_000)}\nhours: 8\n---\n`,
        'plan/milestones/m.md': `## Tasks\n${deep.repeat(10_000)}[ ] APP-1 x\n\n\n- [ ] APP-2 y\n`,
      });
      assert.equal(plan.settings.prefix, 'APP');
      assert.ok(
        plan.tasks.some(({ id }) => id === 'APP-2'),
        deep,
      );
      shown(plan);
    }
  });

  it('takes more than the stack holds where they stand in a row: notes, dependencies, ids of a message', () => {
    const many = 150_000;
    const notes = parseDocument('**Depends on**: a\n'.repeat(many), 'markdown').notes;
    assert.equal(notes?.length, many);
    assert.equal(readMarks(`a ⛔ ${'a,'.repeat(many - 1)}a`).dependsOn.length, many);
    const matcher = compileIdMatcher(aPlan(['APP-1', 'APP-2']));
    const message = `Store\n\nWhich fixes APP-2 & ${'APP-1 & '.repeat(many)}others`;
    matchMessage(message, matcher, DEFAULT_RULES);
  });

  it('has an end where tasks with one id are the parents of each other', () => {
    const tasks = Array.from({ length: 20 }, (_, n) =>
      aTask(n < 10 ? 'APP-1' : 'APP-2', {
        uid: `${n}`,
        category: 'done',
        duplicate: true,
        ...(n === 0 ? {} : { parent: n < 10 ? 'APP-2' : 'APP-1' }),
      }),
    );
    const facts = factsFor(aPlan(tasks));
    const scope = scopeOf(snapshotOf(facts), facts);
    for (const showDone of [true, false]) {
      const options = { ...DEFAULT_OPTIONS, showDone, sortBy: 'risk' } as const;
      assert.ok(taskListRows(scope, 'x', tasks, options).length > 0);
    }
  });

  it('schedules what two branches have made of the parents of tasks together: a circle, or a long chain', () => {
    const [a, b] = [aTask('APP-1'), aTask('APP-2')];
    const plan = (...tasks: Plan['tasks']) => aPlan(tasks);
    const circle = mergedPlan(
      plan({ ...a, parent: 'APP-2' }, b),
      plan(a, b),
      plan(a, { ...b, parent: 'APP-1' }),
    );
    assert.deepEqual(
      circle.tasks.map(({ parent }) => parent),
      ['APP-2', 'APP-1'],
    );
    const chain = aPlan(
      Array.from({ length: 8_000 }, (_, n) => aTask(`APP-${n + 1}`, n > 0 ? { parent: `APP-${n}` } : {})),
    );
    for (const merged of [circle, chain]) {
      assert.ok(computeInsight([{ plan: merged, observed: new Map() }], '2026-03-02')[0]);
      factsFor(merged);
    }
  });
});
