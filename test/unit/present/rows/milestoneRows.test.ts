import assert from 'node:assert/strict';
import type { Observed } from '../../../../src/core/evidence/link';
import { DEFAULT_OPTIONS } from '../../../../src/shared/milestoneOptions';
import { milestoneRows } from '../../../../src/present/rows/milestoneRows';
import { say } from '../../../../src/words/say';
import { rowAt, rowLines, tooltipLines } from '../../../support/rowText';
import { aCommit, aCriterion, aLink, aMilestone, aSnapshot, aTask } from '../../../support/snapshotBuilder';

const beta = aMilestone('beta', { due: '2026-07-01', health: 'at risk' });
const alpha = aMilestone('alpha', { due: '2026-06-12' });
const past = aMilestone('past', { status: 'done', due: '2026-05-01' });

const done = { category: 'done', status: 'Done' } as const;

describe('milestoneRows', () => {
  it('sorts milestones by due day and counts finished ones at the end', () => {
    const tasks = [
      aTask('APP-1', { milestone: 'BETA' }),
      aTask('APP-2', { milestone: 'BETA', ...done }),
      aTask('APP-3', { milestone: 'ALPHA' }),
      aTask('APP-4'),
    ];
    const snapshot = aSnapshot([{ milestones: [beta, past, alpha], tasks }]);
    assert.deepEqual(rowLines(milestoneRows(snapshot, DEFAULT_OPTIONS), 2), [
      'Milestone alpha | 3 d late · 0%',
      '  Title of APP-3 | APP-3',
      'Milestone beta | at risk · 1 Jul · 50%',
      '  Title of APP-1 | APP-1',
      '  1 done',
      'No milestone | 0/1 done',
      '  Title of APP-4 | APP-4',
      'Done | 1',
      '  Milestone past',
    ]);
  });

  it('says much in little room, and all of it to a screen reader', () => {
    const milestones = [
      aMilestone('far', { due: '2027-02-01' }),
      aMilestone('farther', { due: '2027-06-20' }),
    ];
    const finding = (id: 'looks-finished' | 'open-but-started', severity: 'info' | 'warning') => ({
      id,
      severity,
      subject: { kind: 'task' as const, uid: 'APP-1', id: 'APP-1' },
      reasons: [],
    });
    const tasks = [
      aTask('APP-1', { category: 'blocked', due: '2027-02-01', milestone: 'FAR' }),
      aTask('APP-2', { category: 'blocked', status: 'Blocked', duplicate: true, milestone: 'FAR' }),
    ];
    const findings = [finding('open-but-started', 'info'), finding('looks-finished', 'warning')];
    const rows = milestoneRows(aSnapshot([{ milestones, tasks, findings }]), DEFAULT_OPTIONS);
    assert.deepEqual(rowLines(rows, 2), [
      'Milestone far | 1 Feb · 0%',
      '  Title of APP-1 | blocked · looks finished · 1 Feb · APP-1',
      '  Title of APP-2 | blocked · id twice · APP-2',
      'Milestone farther | 20 Jun 2027',
    ]);
    const heard = (...labels: string[]) => say(rowAt(rows, ...labels).accessibility);
    assert.equal(
      heard('Milestone far'),
      'Milestone: Milestone far · due 1 Feb 2027 · Progress 0%: 0 of 2 done',
    );
    assert.equal(
      heard('Milestone far', 'APP-1'),
      'APP-1 Title of APP-1 · To do · blocked · looks finished · due 1 Feb 2027',
    );
    assert.equal(heard('Milestone far', 'APP-2'), 'APP-2 Title of APP-2 · blocked · id twice');
  });

  it('colours by health and by what is overdue, with theme colours', () => {
    const rows = milestoneRows(aSnapshot([{ milestones: [beta, alpha] }]), DEFAULT_OPTIONS);
    assert.deepEqual(rowAt(rows, 'Milestone beta').icon, { codicon: 'warning', color: 'charts.yellow' });
    assert.deepEqual(rowAt(rows, 'Milestone alpha').icon, { codicon: 'milestone', color: 'charts.red' });
  });

  it('shows below a task its subtasks, checklists, branches and commits', () => {
    const commit = aCommit('abcdef12', 'APP-1 Start\n\nbody');
    const plan = aCommit('abcdef34', 'Plan APP-1');
    const snapshot = aSnapshot(
      [
        {
          tasks: [
            aTask('APP-1', { checklist: [aCriterion('It works', 4, true), aCriterion('It is fast', 5)] }),
            aTask('APP-1.1', { parent: 'APP-1', due: '2026-06-16' }),
          ],
          links: [aLink('APP-1', commit), aLink('APP-1', plan, { strength: 'plans' })],
          branches: [
            { branch: 'app-1', task: 'APP-1', strength: 'works-on', merged: false, commits: [commit.hash] },
          ],
        },
      ],
      { branch: 'app-1', commits: [commit, plan] },
    );
    const rows = milestoneRows(snapshot, DEFAULT_OPTIONS);
    assert.deepEqual(rowLines([rowAt(rows, 'No milestone', 'APP-1')], 3), [
      'Title of APP-1 | 0/1 · APP-1',
      '  Title of APP-1.1 | due tomorrow · APP-1.1',
      '  Acceptance criteria | 1/2 done',
      '    It works',
      '    It is fast',
      '  app-1 | checked out · 1 commit',
      '  APP-1 Start | 1 Jun',
      '  Planning | 1',
      '    Plan APP-1 | 1 Jun · plan only',
    ]);
    assert.equal(rowAt(rows, 'No milestone', 'APP-1', 'Acceptance', 'It works').checked, true);
    assert.equal(rowAt(rows, 'No milestone', 'APP-1', 'APP-1 Start').context, 'commit:linked');
  });

  it('says in the tooltip what is declared, what git shows, and why a commit belongs', () => {
    const commit = aCommit('abcdef12', 'APP-1 Start');
    const link = aLink('APP-1', commit, { others: ['branch'] });
    const snapshot = aSnapshot(
      [
        {
          tasks: [aTask('APP-1', { due: '2026-06-01' })],
          links: [link],
          observed: new Map<string, Observed>([
            ['APP-1', { state: 'started', unmerged: ['app-1'], landedTimes: [], openCommits: 1 }],
          ]),
        },
      ],
      { commits: [commit] },
    );
    const rows = milestoneRows(snapshot, DEFAULT_OPTIONS);
    assert.deepEqual(tooltipLines(rowAt(rows, 'No milestone', 'APP-1')), [
      'APP-1 Title of APP-1',
      '- Status in the plan: To do',
      '- Due 1 Jun',
      '- In git: started on app-1, not merged yet',
    ]);
    assert.deepEqual(tooltipLines(rowAt(rows, 'No milestone', 'APP-1', 'APP-1 Start')), [
      'APP-1 Start',
      'abcdef120000 · Ana · 1 Jun',
      '- The subject names APP-1',
      '- Also · branch',
    ]);
  });

  it('names in the tooltip only what a task still waits for', () => {
    const dependsOn = ['APP-2', 'APP-3', 'ALPHA', 'BETA', 'pay:APP-4'].map(text => ({ key: text, text }));
    const snapshot = aSnapshot([
      {
        milestones: [alpha, beta],
        tasks: [
          aTask('APP-1', { dependsOn }),
          aTask('APP-2', done),
          aTask('APP-3'),
          aTask('APP-5', { ...done, milestone: 'ALPHA' }),
          aTask('APP-6', { ...done, dependsOn }),
        ],
      },
    ]);
    const loose = rowAt(milestoneRows(snapshot, DEFAULT_OPTIONS), 'No milestone');
    assert.equal(
      tooltipLines(rowAt([loose], 'No milestone', 'APP-1'))[2],
      '- Depends on APP-3, BETA, pay:APP-4',
    );
    assert.ok(
      !tooltipLines(rowAt([loose], 'No milestone', '2 done', 'APP-6'))
        .join()
        .includes('Waits'),
    );
  });

  it('keeps a done parent with open subtasks among the open ones', () => {
    const tasks = [aTask('APP-1', done), aTask('APP-1.1', { parent: 'APP-1' }), aTask('APP-2', done)];
    const rows = milestoneRows(aSnapshot([{ tasks }]), DEFAULT_OPTIONS);
    assert.deepEqual(rowLines(rows, 3), [
      'No milestone | 1/2 done',
      '  Title of APP-1 | APP-1',
      '    Title of APP-1.1 | APP-1.1',
      '  1 done',
      '    Title of APP-2 | APP-2',
    ]);
  });

  it('shows tasks whose parents form a circle', () => {
    const tasks = [aTask('APP-1', { parent: 'APP-2' }), aTask('APP-2', { parent: 'APP-1' })];
    const rows = milestoneRows(aSnapshot([{ tasks }]), DEFAULT_OPTIONS);
    assert.deepEqual(rowLines(rowAt(rows, 'No milestone').children()), [
      'Title of APP-1 | 0/1 · APP-1',
      'Title of APP-2 | 0/1 · APP-2',
    ]);
  });

  it('filters by words in id, title, label and assignee, and keeps the way to a match', () => {
    const tasks = [
      aTask('APP-1', { milestone: 'BETA' }),
      aTask('APP-1.1', { milestone: 'BETA', parent: 'APP-1', labels: ['Security'], assignees: ['@li'] }),
      aTask('APP-3', { milestone: 'ALPHA' }),
    ];
    const snapshot = aSnapshot([{ milestones: [beta, alpha], tasks }]);
    const rows = milestoneRows(snapshot, { ...DEFAULT_OPTIONS, text: 'security LI' });
    assert.deepEqual(rowLines(rows, 3), [
      'Milestone beta | at risk · 1 Jul · 0%',
      '  Title of APP-1 | 0/1 · APP-1',
      '    Title of APP-1.1 | APP-1.1',
    ]);
    assert.deepEqual(milestoneRows(snapshot, { ...DEFAULT_OPTIONS, mine: true, me: 'LI' }).length, 1);
    assert.deepEqual(milestoneRows(snapshot, { ...DEFAULT_OPTIONS, text: 'nowhere' }), []);
  });

  it('shows only what is overdue, blocked or has a finding', () => {
    const tasks = [
      aTask('APP-1', { due: '2020-01-01' }),
      aTask('APP-2', { category: 'blocked', status: 'Blocked' }),
      aTask('APP-3'),
      aTask('APP-4', { due: '2020-01-01', category: 'done', status: 'Done' }),
      aTask('APP-5', { due: '2090-01-01' }),
    ];
    const rows = milestoneRows(aSnapshot([{ tasks }]), { ...DEFAULT_OPTIONS, atRisk: true });
    const shown = rowLines(rows, 3).join();
    assert.deepEqual(
      tasks.map(({ id }) => shown.includes(id)),
      [true, true, false, false, false],
      shown,
    );
  });

  it('groups by status in the order of the plan, by assignee and by priority', () => {
    const tasks = [
      aTask('APP-1', { ...done, priority: 'low' }),
      aTask('APP-2', { assignees: ['@li', '@ana'], priority: 'critical' }),
      aTask('APP-3', { status: 'Parked' }),
    ];
    const snapshot = aSnapshot([{ tasks }]);
    const group = (groupBy: 'status' | 'assignee' | 'priority') =>
      rowLines(milestoneRows(snapshot, { ...DEFAULT_OPTIONS, groupBy }), 2);
    assert.deepEqual(group('status'), [
      'To do | 0/1 done',
      '  Title of APP-2 | APP-2',
      'Done | 1/1 done',
      '  Title of APP-1 | APP-1',
      'Parked | 0/1 done',
      '  Title of APP-3 | APP-3',
    ]);
    assert.deepEqual(group('assignee'), [
      '@ana | 0/1 done',
      '  Title of APP-2 | APP-2',
      '@li | 0/1 done',
      '  Title of APP-2 | APP-2',
      'Unassigned | 1/2 done',
      '  Title of APP-3 | APP-3',
      '  1 done',
    ]);
    assert.deepEqual(group('priority'), [
      'Critical | 0/1 done',
      '  Title of APP-2 | APP-2',
      'Low | 1/1 done',
      '  1 done',
      'No priority | 0/1 done',
      '  Title of APP-3 | APP-3',
    ]);
  });

  it('wraps several plans, each under a row of its own', () => {
    const snapshot = aSnapshot([{ name: 'App' }, { name: 'Pay', folder: 'services/pay/plan' }]);
    assert.deepEqual(rowLines(milestoneRows(snapshot, DEFAULT_OPTIONS)), [
      'App | plan · 0/0 done',
      'Pay | services/pay/plan · 0/0 done',
    ]);
  });

  it('counts problems in a row at the end, which leads to each place', () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    const rows = milestoneRows(
      aSnapshot([
        {
          tasks: [aTask('APP-1')],
          problems: [
            {
              file: 'plan/tasks/x.md',
              severity: 'error',
              range,
              message: { code: 'unreadable', args: ['EIO'] },
            },
            { file: 'plan/tasks/y.md', severity: 'info', range, message: { code: 'missing-id', args: [] } },
          ],
        },
      ]),
      DEFAULT_OPTIONS,
    );
    assert.equal(rowLines(rows).at(-1), '1 problem in plan files | 1 file could not be read');
    assert.deepEqual(rowAt(rows, '1 problem', 'This file').target, {
      kind: 'file',
      root: '/work/app',
      file: 'plan/tasks/x.md',
      line: 2,
    });
  });

  it('builds a page of 10,000 tasks at a time', () => {
    const tasks = Array.from({ length: 10_000 }, (_, i) => aTask(`APP-${i + 1}`));
    const group = rowAt(milestoneRows(aSnapshot([{ tasks }]), DEFAULT_OPTIONS), 'No milestone');
    const rows = group.children();
    assert.equal(rows.length, 200 + 49);
    assert.deepEqual(rowLines(rows.slice(199, 202)), [
      'Title of APP-200 | APP-200',
      'Show 200 more | 201–400 of 10000',
      'Show 200 more | 401–600 of 10000',
    ]);
    assert.equal(rowLines(rows.at(-1)?.children() ?? []).at(-1), 'Title of APP-10000 | APP-10000');
  });

  it('gives every row of a tree an id of its own', () => {
    const tasks = [
      aTask('APP-1', { milestone: 'BETA', assignees: ['@li', '@ana'] }),
      aTask('APP-1', { uid: 'APP-1@x', duplicate: true, milestone: 'BETA' }),
      aTask('', { uid: '@plan/milestones/beta.md:9', key: '', milestone: 'BETA' }),
    ];
    for (const groupBy of ['milestone', 'assignee'] as const) {
      const ids: string[] = [];
      const collect = (rows: ReturnType<typeof milestoneRows>): void =>
        rows.forEach(row => {
          ids.push(row.id);
          collect(row.children());
        });
      collect(milestoneRows(aSnapshot([{ milestones: [beta], tasks }]), { ...DEFAULT_OPTIONS, groupBy }));
      assert.equal(new Set(ids).size, ids.length);
    }
  });
});
