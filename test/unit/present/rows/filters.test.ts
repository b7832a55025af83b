import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/insight/findings/finding';
import type { Snapshot } from '../../../../src/core/snapshot';
import { filterOf, filterPicks } from '../../../../src/present/picks/filterPicks';
import { personPicks } from '../../../../src/present/picks/personPicks';
import { optionsText } from '../../../../src/present/rows/milestoneOptions';
import { milestoneRows } from '../../../../src/present/rows/milestoneRows';
import { riskRows } from '../../../../src/present/rows/riskRows';
import {
  DEFAULT_OPTIONS,
  isFiltered,
  NO_FILTER,
  restoredOptions,
  type MilestoneOptions,
} from '../../../../src/shared/milestoneOptions';
import { say } from '../../../../src/words/say';
import { insightOf } from '../../../support/insightOf';
import { days } from '../../../support/networks';
import { rowLines } from '../../../support/rowText';
import { aMilestone, aRisk, aSnapshot, aTask, type PlanContent } from '../../../support/snapshotBuilder';

const person = (id: string, name: string) => ({ id, name, emails: [], capacity: 1, off: [] });
const done = { category: 'done', status: 'Done' } as const;

const tasks = [
  aTask('APP-1', { milestone: 'BETA', assignees: ['@li'], labels: ['ui'], due: '2026-06-01' }),
  aTask('APP-2', { milestone: 'BETA', assignees: ['@ana'], labels: ['ui', 'api'], category: 'blocked' }),
  aTask('APP-3', { milestone: 'ALPHA', estimate: { value: 8, unit: 'hours' } }),
  aTask('APP-4', { milestone: 'ALPHA', assignees: ['@li'], ...done }),
  aTask('APP-5', { assignees: ['LI'], labels: ['api'] }),
];
const content: PlanContent = {
  milestones: [aMilestone('alpha'), aMilestone('beta')],
  tasks,
  settings: { people: [person('@li', 'Li Wen'), person('@ana', 'Ana')] },
};
const snapshot = aSnapshot([content]);

/** Ids of the tasks that are shown, in order. */
function ids(change: Partial<MilestoneOptions>, of: Snapshot = snapshot): string[] {
  const lines = rowLines(milestoneRows(of, { ...DEFAULT_OPTIONS, showDone: true, ...change }), 4);
  return lines.flatMap(line => /(?:^|[ ·|] )(APP-\d+)$/.exec(line)?.[1] ?? []).sort();
}

describe('filters', () => {
  it('ask for one property each', () => {
    assert.deepEqual(ids({ overdue: true }), ['APP-1']);
    assert.deepEqual(ids({ blocked: true }), ['APP-2']);
    assert.deepEqual(ids({ unassigned: true }), ['APP-3']);
    assert.deepEqual(ids({ unestimated: true }), ['APP-1', 'APP-2', 'APP-5']);
    assert.deepEqual(ids({ mine: true, me: 'li' }), ['APP-1', 'APP-4', 'APP-5']);
    assert.deepEqual(ids({ people: ['@li'] }), ['APP-1', 'APP-4', 'APP-5']);
    assert.deepEqual(ids({ labels: ['api'] }), ['APP-2', 'APP-5']);
    assert.deepEqual(ids({ milestones: ['Milestone alpha'] }), ['APP-3', 'APP-4']);
  });

  it('combine: any of one kind, and all kinds together', () => {
    assert.deepEqual(ids({ people: ['@li', '@ana'], labels: ['ui'] }), ['APP-1', 'APP-2']);
    assert.deepEqual(ids({ people: ['@li'], labels: ['ui'], overdue: true, text: 'title' }), ['APP-1']);
    assert.deepEqual(ids({ people: ['@li'], blocked: true }), []);
  });

  it('find words in ids, names of people and titles of milestones, too', () => {
    assert.deepEqual(ids({ text: 'app-3' }), ['APP-3']);
    assert.deepEqual(ids({ text: 'wen' }), ['APP-1', 'APP-4', 'APP-5']);
    assert.deepEqual(ids({ text: 'alpha' }), ['APP-3', 'APP-4']);
  });

  it('hide nothing of mine while nobody is known to be the reader', () => {
    assert.equal(ids({ mine: true }).length, tasks.length);
  });

  it('keep a milestone that is named even without tasks', () => {
    const empty = aSnapshot([{ milestones: [aMilestone('alpha'), aMilestone('beta')] }]);
    const options = { ...DEFAULT_OPTIONS, milestones: ['Milestone beta'] };
    assert.deepEqual(rowLines(milestoneRows(empty, options)), ['Milestone beta']);
    assert.deepEqual(milestoneRows(empty, { ...options, blocked: true }), []);
  });

  it('are said beside the name of the view', () => {
    const options = { ...DEFAULT_OPTIONS, text: 'x', mine: true, labels: ['ui'], people: ['@li'] };
    assert.equal(say(optionsText({ ...options, sortBy: 'plan' })), '"x" · mine · @li · #ui · in plan order');
    assert.equal(say(optionsText(DEFAULT_OPTIONS)), '');
  });

  it('offer what has open tasks, most of them first, and what is asked for', () => {
    const list = filterPicks(snapshot, { ...NO_FILTER, labels: ['gone'], blocked: true });
    const rows = list.flatMap(row => ('value' in row ? [row] : []));
    const of = (kind: string) =>
      rows
        .filter(({ value }) => value.kind === kind)
        .map(({ value, picked }) => (picked ? `[${value.value}]` : value.value));
    assert.ok(of('only').includes('[blocked]'));
    assert.deepEqual(of('people'), ['@li', '@ana', 'LI']);
    assert.deepEqual(of('labels'), ['ui', 'api', '[gone]']);
    assert.deepEqual(of('milestones'), ['Milestone beta', 'Milestone alpha']);
    const titles = list.flatMap(row => ('title' in row ? [say(row.title)] : []));
    assert.deepEqual(titles, ['Only', 'People', 'Labels', 'Milestones']);
    const asked = filterOf(rows.filter(({ picked }) => picked).map(({ value }) => value));
    assert.deepEqual({ text: '', ...asked }, { ...NO_FILTER, labels: ['gone'], blocked: true });
  });

  it('come back as far as they still mean something', () => {
    const options = {
      ...DEFAULT_OPTIONS,
      sortBy: 'start',
      text: 'x',
      atRisk: true,
      people: ['@li'],
    } as const;
    assert.deepEqual(restoredOptions(JSON.parse(JSON.stringify(options))), options);
    for (const broken of [null, undefined, 7, 'x', [], { sortBy: 'size', people: 'x', text: 3, mine: 1 }]) {
      assert.deepEqual(restoredOptions(broken), DEFAULT_OPTIONS);
    }
    assert.equal(isFiltered(DEFAULT_OPTIONS), false);
  });

  it('know the people of the plan, those that are only assignees last', () => {
    assert.deepEqual(
      personPicks(snapshot).map(({ value }) => value),
      ['@li', '@ana', 'LI'],
    );
  });
});

describe('what is at risk', () => {
  const finding = (
    kind: Finding['subject']['kind'],
    uid: string,
    severity: Finding['severity'],
  ): Finding => ({
    id: 'overdue',
    severity,
    subject: { kind, uid, id: uid },
    reasons: [{ code: 'overdue', args: ['2026-06-01', 10] }],
  });
  const plain: PlanContent = {
    milestones: [
      aMilestone('late', { due: '2026-06-01' }),
      aMilestone('fine', { due: '2027-06-01' }),
      aMilestone('word', { due: '2027-06-01', health: 'at risk' }),
      aMilestone('found', { due: '2027-06-01' }),
    ],
    tasks: [
      aTask('APP-1', { milestone: 'LATE', estimate: days(3), assignees: ['@ana'] }),
      aTask('APP-2', { milestone: 'FINE', estimate: days(3), assignees: ['@li'] }),
      aTask('APP-3', { milestone: 'WORD', estimate: days(3), assignees: ['@bo'] }),
      aTask('APP-4', { milestone: 'FOUND', ...done }),
    ],
    risks: [
      aRisk('R-1', { probability: 5, impact: 5, score: 25 }),
      aRisk('R-2', { probability: 1, impact: 2, score: 2 }),
      aRisk('R-3', { status: 'occurred' }),
      aRisk('R-4', { status: 'closed', score: 25 }),
    ],
    findings: [
      finding('milestone', 'FOUND', 'warning'),
      finding('task', 'APP-2', 'info'),
      finding('task', 'APP-4', 'warning'),
    ],
  };
  const built = aSnapshot([plain]);
  const [facts] = built.plans;
  assert.ok(facts);
  const insight = { ...insightOf(facts), findings: [] };
  const current = { ...built, insight: new Map([[facts.plan.uid, insight]]) };
  const options = { ...DEFAULT_OPTIONS, atRisk: true };

  it('are milestones by their own health and findings, with the tasks that cause it', () => {
    const lines = rowLines(milestoneRows(current, options), 2);
    assert.deepEqual(
      lines.map(line => line.split(' | ')[0]),
      ['Milestone late', '  Title of APP-1', 'Milestone word', '  Title of APP-3', 'Milestone found'],
    );
  });

  it('are risks that are high or have happened, and findings that are more than remarks', () => {
    assert.deepEqual(
      rowLines(riskRows(current, options), 2).map(line => line.split(' | ')[0]),
      ['Title of R-3', '25 · Title of R-1', 'Findings', '  14 days overdue', '  14 days overdue'],
    );
  });
});
