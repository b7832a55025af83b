import assert from 'node:assert/strict';
import { backlogFormat } from '../../../../../src/core/formats/backlog/backlog';
import { backlogRecogniser } from '../../../../../src/core/formats/backlog/recogniser';
import { parseBacklogDate } from '../../../../../src/core/formats/backlog/backlogDate';
import { statusesOf } from '../../../../../src/core/formats/backlog/statuses';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import { FIXTURE, loadTexts, planOf } from './loadPlan';

describe('a Backlog.md plan', () => {
  const plan = planOf(loadTexts(FIXTURE));
  const task = (file: string) => {
    const found = plan.tasks.find(one => one.file.includes(`/${file}`));
    assert.ok(found);
    return found;
  };

  it('holds tasks of all folders but drafts, and no readme, by file name', () => {
    assert.deepEqual(
      plan.tasks.map(({ id, status, category }) => [id, status, category]),
      [
        ['BACK-1', 'In Progress', 'active'],
        ['back-02', 'In Progress', 'active'],
        ['BACK-3.1', 'To Do', 'open'],
        ['BACK-3', 'Waiting for harbour master', 'blocked'],
        ['BACK-4', 'To Do', 'done'],
        ['back-4', "Won't Do", 'dropped'],
      ],
    );
    assert.equal(plan.name, 'Harbour');
    assert.ok(backlogFormat.isPlan(plan));
  });

  it('reads every field of the canonical form', () => {
    const { assignees, labels, milestone, due, priority, handLinks, links, checklist } = task('back-1 ');
    assert.deepEqual(
      { assignees, labels, milestone, due, priority, links },
      {
        assignees: ['@ana'],
        labels: ['core'],
        milestone: 'M-1',
        due: '2026-03-01',
        priority: 'high',
        links: ['https://example.org/spec'],
      },
    );
    assert.deepEqual(handLinks, [
      { hash: '0a1b2c3d4e5f', not: false, date: '2026-01-06', subject: 'Lay out berths' },
      { hash: '9f8e7d6c5b4a', not: true, date: '2026-01-07', subject: 'Typo' },
    ]);
    assert.deepEqual(
      checklist.map(({ list, text, checked }) => [list, text, checked]),
      [
        ['other', 'an aside', false],
        ['criteria', 'every berth has a length', true],
        ['criteria', 'two ships never share one', false],
        ['definition', 'reviewed', false],
      ],
    );
  });

  it('reads what strict YAML refuses, old dates and old prefixes', () => {
    const old = task('back-2 ');
    assert.equal(old.title, 'Tides: read the table');
    assert.deepEqual(old.assignees, ['@ben']);
    assert.equal(old.milestone, 'M-1');
    assert.deepEqual(old.dependsOn, [{ key: 'BACK-1', text: 'task-1' }]);
    assert.deepEqual(plan.settings.aliases, ['TASK']);
    assert.equal(task('back-3.1').parent, 'BACK-3');
    assert.equal(task('back-3.1').due, '2026-03-01');
    assert.equal(task('back-3.md').milestone, undefined);
  });

  it('reports what a person can mend, and leaves history alone', () => {
    assert.deepEqual(
      plan.problems.map(({ file, message }) => [file.split('/').at(-1), message.code]).sort(),
      [
        ['back-3.md', 'unknown-dependency'],
        ['back-4 - Buoys-again.md', 'duplicate-id'],
        ['back-4 - Buoys.md', 'duplicate-id'],
      ],
    );
    assert.ok(task('back-4 - Buoys.md').duplicate);
    assert.notEqual(task('back-4 - Buoys.md').uid, task('back-4 - Buoys-again').uid);
  });

  it('reports a status that means nothing', () => {
    const odd = planOf({ 'backlog/tasks/task-1 - A.md': '---\nid: task-1\nstatus: Sideways\n---\n' });
    assert.deepEqual(
      odd.problems.map(({ message }) => message),
      [{ code: 'unknown-status', args: ['Sideways'] }],
    );
    assert.equal(odd.tasks[0]?.status, 'Sideways');
  });
});

describe('where a Backlog.md plan lies', () => {
  const folders = (config: string) => backlogRecogniser.folders(parseDocument(config, 'yaml'));

  it('is the folder of the config at the root, inside the workspace', () => {
    assert.deepEqual(folders('backlog_directory: ./docs/plan/'), ['docs/plan']);
    assert.deepEqual(folders('backlog_directory: ../elsewhere'), ['backlog', '.backlog']);
    assert.deepEqual(folders('backlog_directory: /etc'), ['backlog', '.backlog']);
    assert.deepEqual(backlogRecogniser.folders(undefined), ['backlog', '.backlog']);
  });
});

describe('statuses of a config', () => {
  it('are done at the end, open at the beginning, and what their word says between', () => {
    const categories = (...names: readonly string[]) => statusesOf(names).map(({ category }) => category);
    assert.deepEqual(categories('Inbox', 'Doing', 'Blocked', 'Live'), ['open', 'active', 'blocked', 'done']);
    assert.deepEqual(categories('To Do', 'Done', 'Cancelled'), ['open', 'done', 'dropped']);
  });
});

describe('dates of Backlog.md', () => {
  it('are read in every style it has had', () => {
    for (const text of [
      '2026-03-01',
      '2026-03-01 14:00',
      '2026-03-01T14:00Z',
      '01-03-26',
      '1/3/26',
      '01.03.2026',
    ]) {
      assert.equal(parseBacklogDate(text), '2026-03-01', text);
    }
    assert.equal(parseBacklogDate('31-02-26'), undefined);
    assert.equal(parseBacklogDate('soon'), undefined);
  });
});
