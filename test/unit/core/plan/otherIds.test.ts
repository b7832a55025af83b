import assert from 'node:assert/strict';
import { dismissalsOf } from '../../../../src/core/plan/dismissals';
import { finish } from '../../../../src/core/base/steps';
import type { Plan, Task } from '../../../../src/core/plan/model';
import { otherIdSteps } from '../../../../src/core/plan/otherIds';
import { diffPlans } from '../../../../src/core/insight/review/planChanges';
import { say } from '../../../../src/words/say';
import { assemble } from '../formats/native/assemblePlan';

const PROJECT = '---\nkey: APP\naliases: [OLD]\n---\n';
const ONE = '---\nid: APP-1\ntitle: One\naliases: [SHOP-12, app-09]\n---\n';

/** A plan of these files; APP-1 was SHOP-12 and APP-9. */
function planOf(files: Readonly<Record<string, string>>): Plan {
  return assemble({ 'project.md': PROJECT, 'tasks/one.md': ONE, ...files });
}

function task(plan: Plan, id: string): Task {
  const found = plan.tasks.find(one => one.id === id);
  assert.ok(found, id);
  return found;
}

const said = (plan: Plan): string[] =>
  plan.problems.map(
    ({ severity, file, range, message }) =>
      `${severity} ${file}:${range.start.line + 1} ${message.code} ${message.args.join(' ')}`,
  );

describe('former and foreign ids of items', () => {
  it('are read from files and lines of every kind of item', () => {
    const plan = planOf({
      'milestones/beta.md':
        '---\naliases: Phase 1\n---\n## Tasks\n- [ ] APP-2 Two alias:SHOP-2 @li alias:SHOP-3,bd-a1.2\n',
      'risks/r.md': '---\nid: R-1\naliases:\n  - RISK-7\n---\n',
    });
    assert.deepEqual(said(plan), []);
    assert.deepEqual(
      [task(plan, 'APP-1'), task(plan, 'APP-2'), plan.milestones[0], plan.risks[0]].map(
        item => item?.otherIds,
      ),
      [['SHOP-12', 'app-09'], ['SHOP-2', 'SHOP-3', 'bd-a1.2'], ['Phase 1'], ['RISK-7']],
    );
    assert.deepEqual([task(plan, 'APP-2').title, task(plan, 'APP-2').assignees], ['Two', ['@li']]);
  });

  it('are understood by everything that names an item, under former prefixes, too', () => {
    const plan = planOf({
      'project.md': PROJECT.replace(
        '\n---\n',
        '\ndismissed: [{item: SHOP-12, finding: no-owner, reason: so}]\n---\n',
      ),
      'milestones/beta.md':
        '---\naliases: [phase-1, OLD-BETA]\n---\n## Tasks\n- [ ] APP-2 Two after:SHOP-12\n',
      'tasks/three.md':
        '---\nid: APP-3\nparent: shop-012\nmilestone: Old-Beta\ndepends_on: [OLD-9 + 2d]\n---\n',
      'tasks/four.md': '---\nid: APP-4\ndepends_on: phase-1\n---\n',
      'risks/r.md': '---\nid: R-1\nmilestone: PHASE-1\ntasks: [SHOP-12]\n---\n',
    });
    // APP-3 waits for what contains it.
    assert.deepEqual(said(plan), ['warning plan/tasks/one.md:2 dependency-cycle APP-1, APP-3']);
    const three = task(plan, 'APP-3');
    assert.deepEqual([three.parent, three.milestone], ['APP-1', 'BETA']);
    assert.deepEqual(
      ['APP-3', 'APP-4', 'APP-2']
        .flatMap(id => task(plan, id).dependsOn)
        .map(({ key, text }) => `${key} as ${text}`),
      ['APP-1 as OLD-9 + 2d', 'BETA as phase-1', 'APP-1 as SHOP-12'],
    );
    assert.deepEqual([plan.risks[0]?.milestone, plan.risks[0]?.tasks], ['BETA', ['APP-1']]);
    assert.deepEqual(
      dismissalsOf(plan, task(plan, 'APP-1')).map(({ finding }) => finding),
      ['no-owner'],
    );
  });

  it('make a line refer to the file of the task, with their prefix or as a link', () => {
    const beta = (line: string) => planOf({ 'milestones/beta.md': `## Tasks\n${line}\n` });
    for (const line of ['- [ ] SHOP-12 One', '- [ ] shop-012: One', '- [ ] [SHOP-12](../tasks/one.md)']) {
      const plan = beta(`${line}\n  - [ ] APP-1.1 Part`);
      assert.deepEqual(said(plan), [], line);
      assert.deepEqual(
        plan.tasks.map(({ id, milestone, parent, reference }) => [id, milestone, parent, reference?.line]),
        [
          ['APP-1', 'BETA', undefined, 1],
          ['APP-1.1', 'BETA', 'APP-1', undefined],
        ],
        line,
      );
    }
    // A file that names its milestone by an alias is listed there, not elsewhere.
    const listed = planOf({
      'milestones/beta.md': '---\naliases: phase-1\n---\n## Tasks\n- [ ] SHOP-12\n',
      'tasks/one.md': ONE.replace('title', 'milestone: Phase-1\ntitle'),
    });
    assert.deepEqual([said(listed), task(listed, 'APP-1').milestone], [[], 'BETA']);
    // Other words with a hyphen and a number stay words.
    assert.equal(beta('- [ ] UTF-8 everywhere').tasks[0]?.title, 'UTF-8 everywhere');
    // Under the plan's own prefix, a line is a task.
    const plan = beta('- [ ] APP-9 Nine');
    assert.deepEqual(
      plan.tasks.map(({ id, milestone }) => [id, milestone]),
      [
        ['APP-9', 'BETA'],
        ['APP-1', undefined],
      ],
    );
    assert.deepEqual(said(plan), ['warning plan/tasks/one.md:4 alias-is-id app-09 plan/milestones/beta.md']);
  });

  it('are no ids of their own: the id of an item comes first, of whatever kind', () => {
    for (const [path, text] of [
      ['tasks/shop.md', '---\nid: SHOP-12\n---\n'],
      ['risks/shop.md', '---\nid: SHOP-12\n---\n'],
      ['milestones/shop-12.md', '---\ntitle: Shop\n---\n'],
    ] as const) {
      const plan = planOf({ [path]: text, 'tasks/two.md': '---\nid: APP-2\nparent: SHOP-12\n---\n' });
      assert.deepEqual(plan.otherIds, new Map([['APP-9', 'APP-1']]), path);
      assert.equal(task(plan, 'APP-2').parent, path.startsWith('tasks') ? 'SHOP-12' : undefined);
      assert.ok(said(plan).includes(`warning plan/tasks/one.md:4 alias-is-id SHOP-12 plan/${path}`), path);
    }
    // Its own id says nothing new.
    assert.deepEqual(said(planOf({ 'tasks/two.md': '---\nid: APP-2\naliases: [OLD-2]\n---\n' })), []);
  });

  it('stand for nothing where two items give one, which is told at both places', () => {
    const plan = planOf({
      'milestones/beta.md':
        '## Tasks\n- [ ] APP-2 Two alias:shop-012\n- [ ] APP-3 Three after:SHOP-12\n- [ ] SHOP-12\n',
    });
    assert.deepEqual(plan.otherIds, new Map([['APP-9', 'APP-1']]));
    assert.deepEqual(said(plan).sort(), [
      'warning plan/milestones/beta.md:2 alias-shared shop-012 APP-1 plan/tasks/one.md',
      'warning plan/milestones/beta.md:3 unknown-dependency SHOP-12',
      'warning plan/milestones/beta.md:4 unknown-task SHOP-12',
      'warning plan/tasks/one.md:4 alias-shared SHOP-12 APP-2 plan/milestones/beta.md',
    ]);
    const [problem] = plan.problems.filter(({ message }) => message.code === 'alias-shared');
    assert.ok(problem);
    assert.match(
      say(problem.message),
      /is also an alias of APP-\d in plan\/.*, so it stands for neither item\./,
    );
    // Twice in one item is once.
    assert.deepEqual(
      said(planOf({ 'tasks/two.md': '---\nid: APP-2\naliases: [SHOP-3, shop-03]\n---\n' })),
      [],
    );
  });

  it('are compared in a review', () => {
    const before = planOf({});
    const after = planOf({ 'tasks/one.md': ONE.replace('SHOP-12, ', '') });
    assert.deepEqual(
      diffPlans(before, after).map(({ id, field, from, to }) => [id, field, from, to]),
      [['APP-1', 'aliases', 'SHOP-12, app-09', 'app-09']],
    );
  });

  it('are bounded, and what cannot be one is a problem', () => {
    const long = `SHOP-${'1'.repeat(250_000)}`;
    const many = Array.from({ length: 20_000 }, (_, n) => `S-${n}`);
    const plan = planOf({
      'tasks/two.md': `---\nid: APP-2\naliases: ["S-1\\u0007", not an id, '#12', ${long}, {a: 1}, SHOP-2]\n---\n`,
      'tasks/three.md': `---\nid: APP-3\naliases: [${many.join(', ')}]\n---\n`,
      'milestones/m.md': `---\naliases: ["a\\u0000b", any name]\n---\n## Tasks\n- [ ] APP-4 alias:x\n- [ ] APP-5 alias:${many.join(',')}\n`,
    });
    const bad = (id: string) => `bad-value alias ${id}`;
    const file = (name: string) =>
      said(plan).flatMap(text => (text.includes(name) ? text.replace(/^\S+ \S+ /, '') : []));
    assert.deepEqual(file('two.md'), [
      'bad-value aliases  text',
      bad('S-1\u0007 SHOP-12'),
      bad('not an id SHOP-12'),
      bad('#12 SHOP-12'),
      bad(`${long.slice(0, 200)} ≤ 200`),
    ]);
    assert.deepEqual(file('three.md:3 bad'), [bad('20000 ≤ 1000 aliases')]);
    assert.deepEqual(file('m.md:2'), [bad('a\u0000b SHOP-12')]);
    assert.deepEqual(file('m.md:5'), ['bad-value alias x SHOP-12']);
    assert.deepEqual(file('m.md:6 bad'), [bad('20000 ≤ 1000 aliases')]);
    assert.deepEqual(
      [task(plan, 'APP-2').otherIds, task(plan, 'APP-3').otherIds?.length, plan.milestones[0]?.otherIds],
      [['SHOP-2'], 1_000, ['any name']],
    );
  });

  // Looking at each for each of them would take longer than a test may.
  it('cost time in proportion to their number', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const holders = Array.from({ length: 100_000 }, (_, n) => ({
      item: { id: `APP-${n}`, file: 'plan/m.md' },
      otherIds: [`S-${n}`, 'ALL-1'].map(text => ({ text, range })),
    }));
    const ids = holders.map(({ item }) => ({ key: item.id }));
    const { keys, problems } = finish(otherIdSteps([[holders, ids]], id => id));
    assert.deepEqual([keys.size, keys.get('S-7'), keys.has('ALL-1')], [100_000, 'APP-7', false]);
    assert.equal(problems.length, 100_000);
  });
});
