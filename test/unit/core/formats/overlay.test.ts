import assert from 'node:assert/strict';
import { backlogFormat } from '../../../../src/core/formats/backlog/backlog';
import { nativeFormat } from '../../../../src/core/formats/native/native';
import { applyOverlay } from '../../../../src/core/formats/applyOverlay';
import { parseDocument } from '../../../../src/core/documents/parseDocument';
import { dismissalsOf } from '../../../../src/core/plan/dismissals';
import type { Plan } from '../../../../src/core/plan/model';
import { problemsOf, task } from './boxes/boxPlans';

const BACKLOG = {
  'backlog/tasks/back-1 - A.md':
    '---\nid: BACK-1\ntitle: A\nstatus: To Do\nassignee: [ana]\nlabels: [legal]\n---\n',
  'backlog/tasks/back-2 - B.md':
    "---\nid: BACK-2\ntitle: B\nstatus: To Do\ndue_date: '2026-05-01 00:00'\n---\n",
  'backlog/milestones/m-1 - x.md': '---\nid: m-1\ntitle: "First"\n---\n',
  'backlog/config.yml': 'task_prefix: back\n',
};
const PROJECT = [
  'for: backlog',
  'key: NO',
  "people: [{id: '@ana', capacity: 50%}]",
  'calendar: {holidays: [2026-12-25], hours: 6}',
  'statuses: [Never]',
  'evidence: {legal: none}',
  'rules: {stale: 4d}',
];

function joined(
  project: readonly string[],
  risks: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): Plan {
  const input = (folder: string, texts: Readonly<Record<string, string>>) => ({
    root: '/root',
    folder,
    files: Object.entries(texts).map(([path, text]) => ({
      path,
      document: parseDocument(text, path.endsWith('.yml') ? 'yaml' : 'markdown'),
    })),
    unreadable: [],
  });
  const texts = { 'plan/project.md': ['---', ...project, '---', ''].join('\n'), ...risks };
  const overlay = nativeFormat.overlay?.(input('plan', texts));
  assert.ok(overlay);
  return applyOverlay(backlogFormat.assemble(input('backlog', { ...BACKLOG, ...more })), overlay);
}

describe('overlay', () => {
  it('gives its settings to the plan, but neither ids nor statuses', () => {
    const { settings, overlays, problems } = joined(PROJECT);
    assert.deepEqual(
      [settings.prefix, settings.statuses.map(({ name }) => name), settings.people[0]?.id, settings.hours],
      ['BACK', ['To Do', 'In Progress', 'Done'], '@ana', 6],
    );
    assert.deepEqual([settings.rules.stale, settings.holidays.length], [4, 1]);
    assert.deepEqual([overlays, problems], [['plan'], []]);
  });

  it('dismisses findings of tasks and milestones that cannot do so themselves', () => {
    const plan = joined([
      ...PROJECT,
      'dismissed:',
      '  - {item: m-1, finding: overdue, reason: moved}',
      '  - {item: back-02, finding: no-owner, reason: soon}',
      '  - {item: BACK-9, finding: overdue, reason: gone}',
      'tasks:',
      '  BACK-2: {dismissed: [{finding: overdue, reason: a vendor}, overdu]}',
    ]);
    const [milestone] = plan.milestones;
    assert.ok(milestone);
    const dismissed = [task(plan, 'BACK-1'), task(plan, 'BACK-2'), milestone].map(item =>
      dismissalsOf(plan, item).map(({ finding, reason }) => `${finding}: ${reason}`),
    );
    assert.deepEqual(dismissed, [
      [],
      ['overdue: a vendor', 'overdu: ', 'no-owner: soon'],
      ['overdue: moved'],
    ]);
    assert.deepEqual(problemsOf(plan), [
      'warning 14 unknown-finding overdu',
      'warning 12 unknown-item BACK-9',
    ]);
  });

  it('gives tasks what their format cannot hold, and leaves what their files say', () => {
    const plan = joined([
      ...PROJECT,
      'tasks:',
      '  back-01: {estimate: 3d, needs: staging, assignee: "@li", depends_on: BACK-2 + 1d}',
      '  BACK-2: {remaining: 6h, start: 2026-04-01, due: 2026-06-01, evidence: none, blocked: the vendor}',
    ]);
    const [one, two] = [task(plan, 'BACK-1'), task(plan, 'BACK-2')];
    assert.deepEqual(one.estimate, { unit: 'hours', value: 18 });
    assert.deepEqual(one.needs, [{ resource: 'staging', amount: 1 }]);
    assert.deepEqual(one.assignees, ['ana']);
    assert.deepEqual(
      one.dependsOn.map(({ key, lag }) => [key, lag?.value]),
      [['BACK-2', 6]],
    );
    assert.deepEqual([one.expectsEvidence, two.expectsEvidence], [false, false]);
    assert.deepEqual([two.start, two.due, two.remaining?.value], ['2026-04-01', '2026-05-01', 6]);
    assert.deepEqual([two.category, two.blocked], ['blocked', 'the vendor']);
    assert.deepEqual(problemsOf(plan), []);
  });

  it('adds its risks, with their tasks and milestones', () => {
    const plan = joined(PROJECT, {
      'plan/risks/r.md':
        '---\nid: R-1\ntitle: Late\nprobability: 4\nimpact: 5\nmilestone: First\ntasks: [back-2]\n---\n',
    });
    const [risk] = plan.risks;
    assert.deepEqual([risk?.id, risk?.score, risk?.milestone, risk?.tasks], ['R-1', 20, 'M-1', ['BACK-2']]);
    assert.ok(plan.files.includes('plan/risks/r.md'));
  });

  it('reports what it names and the plan does not have', () => {
    const plan = joined(
      [
        'for: backlog',
        'tasks:',
        '  BACK-9: {estimate: 3d}',
        '  BACK-1: {estimate: soon, depends_on: BACK-8}',
        '  BACK-2: 3d',
      ],
      { 'plan/risks/r.md': '---\nid: R-1\nmilestone: none\ntasks: [BACK-7]\n---\n' },
    );
    assert.deepEqual(
      problemsOf(plan)
        .map(text => text.replace(/(?<=soon) .*/, ''))
        .sort(),
      [
        'warning 3 unknown-milestone none',
        'warning 4 unknown-task BACK-9',
        'warning 4 unknown-task BACK-7',
        'warning 5 bad-value estimate soon',
        'warning 5 unknown-dependency BACK-8',
        'warning 6 bad-value tasks BACK-2 {estimate: 3d}',
      ].sort(),
    );
  });

  it('gives tasks the ids that they have elsewhere, and understands them', () => {
    const plan = joined(
      [
        'for: backlog',
        'tasks:',
        '  BACK-1: {aliases: [SHOP-12, SHOP-2], depends_on: SHOP-7}',
        '  BACK-2: {aliases: [SHOP-7, shop-02], depends_on: SHOP-12}',
        '  SHOP-12: {estimate: 3d}',
        'dismissed: [{item: SHOP-7, finding: no-owner, reason: soon}]',
      ],
      { 'plan/risks/r.md': '---\nid: R-1\ntasks: [SHOP-7]\n---\n' },
      {
        'backlog/tasks/back-3 - C.md': '---\nid: BACK-3\ntitle: C\ndependencies: [SHOP-12, SHOP-8]\n---\n',
      },
    );
    assert.deepEqual(
      plan.otherIds,
      new Map([
        ['SHOP-12', 'BACK-1'],
        ['SHOP-7', 'BACK-2'],
      ]),
    );
    assert.deepEqual(task(plan, 'BACK-2').otherIds, ['SHOP-7', 'shop-02']);
    assert.deepEqual(
      ['BACK-1', 'BACK-2', 'BACK-3'].map(key => task(plan, key).dependsOn.map(one => one.key)),
      [['BACK-2'], ['BACK-1'], ['BACK-1', 'SHOP-8']],
    );
    assert.deepEqual(plan.risks[0]?.tasks, ['BACK-2']);
    assert.deepEqual(
      dismissalsOf(plan, task(plan, 'BACK-2')).map(({ finding }) => finding),
      ['no-owner'],
    );
    assert.deepEqual(problemsOf(plan).sort(), [
      'warning 4 alias-shared SHOP-2 BACK-2 plan/project.md',
      'warning 4 unknown-dependency SHOP-8',
      'warning 5 alias-shared shop-02 BACK-1 plan/project.md',
      'warning 6 unknown-task SHOP-12',
    ]);
  });

  it('is no overlay without saying for which plan', () => {
    const document = parseDocument('---\nkey: APP\n---\n', 'markdown');
    const files = [{ path: 'plan/project.md', document }];
    assert.equal(nativeFormat.overlay?.({ root: '/r', folder: 'plan', files, unreadable: [] }), undefined);
  });
});
