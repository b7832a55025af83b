import assert from 'node:assert/strict';
import type { Plan } from '../../src/core/plan/model';
import type { Corpus } from '../support/corpus';
import { openCorpus } from '../support/corpus';

/** How often each value comes. */
function count(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

describe('a real Backlog.md repository', function () {
  let corpus: Corpus | undefined;
  let plan: Plan;

  before(function () {
    corpus = openCorpus();
    if (!corpus) {
      this.skip();
    }
    plan = corpus.plan;
  });

  after(() => corpus?.dispose());

  it('loses no task file', () => {
    const folders = plan.tasks.map(task => task.file.slice('backlog/'.length, task.file.lastIndexOf('/')));
    assert.deepEqual(count(folders), { tasks: 158, completed: 455, 'archive/tasks': 45 });
    assert.equal(plan.milestones.length, 3);
  });

  it('finds the ids that are used twice', () => {
    assert.equal(new Set(plan.tasks.map(task => task.key)).size, 648);
    const twice = plan.tasks.filter(task => task.duplicate);
    assert.equal(new Set(twice.map(task => task.key)).size, 10);
    assert.equal(new Set(plan.tasks.map(task => task.uid)).size, 658);
  });

  it('keeps the declared status, while the folder decides the category', () => {
    assert.deepEqual(count(plan.tasks.map(task => task.status)), {
      Done: 577,
      'To Do': 72,
      "Won't Do": 6,
      'In Progress': 3,
    });
    for (const task of plan.tasks) {
      assert.equal(task.category === 'dropped', task.file.includes('/archive/'), task.file);
      assert.ok(task.category === 'done' || !task.file.includes('/completed/'), task.file);
    }
  });

  it('resolves dependencies under the former prefix', () => {
    assert.deepEqual(plan.settings.aliases, ['TASK']);
    const keys = new Set(plan.tasks.map(task => task.key));
    const entries = plan.tasks.flatMap(task => task.dependsOn);
    const former = entries.filter(entry => /^task-/i.test(entry.text));
    assert.deepEqual([former.length, entries.length], [83, 99]);
    assert.deepEqual(
      entries.filter(entry => !keys.has(entry.key)).map(entry => entry.text),
      ['task-0'],
    );
  });

  it('reads unquoted @names, which strict YAML rejects', () => {
    assert.equal(
      plan.tasks.filter(task => task.assignees.some(name => /MrLesk/.test(name))).length > 0,
      true,
    );
    assert.deepEqual(
      plan.problems.filter(problem => problem.message.code === 'yaml').map(problem => problem.file),
      [],
    );
  });
});
