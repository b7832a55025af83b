import assert from 'node:assert/strict';
import type { Snapshot } from '../../../../src/core/snapshot';
import { statusBarModel } from '../../../../src/present/statusBar';
import { DEFAULT_OPTIONS } from '../../../../src/shared/milestoneOptions';
import { milestoneRows } from '../../../../src/present/rows/milestoneRows';
import { riskRows } from '../../../../src/present/rows/riskRows';
import { say } from '../../../../src/words/say';
import { insightOf } from '../../../support/insightOf';
import { handMade } from '../../../support/panel/handMade';
import { aRisk, aSnapshot } from '../../../support/snapshotBuilder';
import { rowAt, rowLines, tooltipLines } from '../../../support/rowText';

/** The hand-made project with what follows from it. */
function withInsight(): Snapshot {
  const { snapshot } = handMade();
  return { ...snapshot, insight: new Map(snapshot.plans.map(facts => [facts.plan.uid, insightOf(facts)])) };
}

describe('rows with insight', () => {
  it('give the reasons of a milestone and its colour, by the worse of its own word and the computed one', () => {
    const row = rowAt(milestoneRows(withInsight(), DEFAULT_OPTIONS), 'Private beta');
    assert.deepEqual(row.icon, { codicon: 'error', color: 'charts.red' });
    assert.match(say(row.accessibility), /off track · You set: at risk/);
    const lines = tooltipLines(row);
    assert.ok(lines.includes('- You set: at risk'));
    assert.ok(lines.includes('- Computed: off track'));
    assert.ok(lines.some(line => line.startsWith('- Its due date, 18 Nov 2026, has passed')));
    const later = rowAt(milestoneRows(withInsight(), DEFAULT_OPTIONS), 'Single sign-on for organisations');
    assert.ok(tooltipLines(later).includes('- Computed: not started'));
  });

  it('say when a task is scheduled and how much it may slip', () => {
    const rows = milestoneRows(withInsight(), DEFAULT_OPTIONS);
    const lines = tooltipLines(rowAt(rows, 'Public launch', 'APP-5 Move old accounts'));
    assert.ok(lines.some(line => line.startsWith('- Scheduled ')));
    assert.ok(lines.some(line => /critical path|to spare|too late/.test(line)));
  });

  it('sort by risk: the worst health first, and in it what has the gravest finding', () => {
    const rows = milestoneRows(withInsight(), { ...DEFAULT_OPTIONS, sortBy: 'risk' });
    assert.deepEqual(
      rows.slice(0, 3).map(({ label }) => say(label)),
      ['Private beta', 'Single sign-on for organisations', 'Public launch'],
    );
  });

  it('list what endangers the plan below the register, the gravest first', () => {
    const lines = rowLines(riskRows(withInsight()), 2);
    const at = lines.findIndex(line => line.startsWith('Findings'));
    assert.match(lines[at + 1] ?? '', /2 days overdue \| Private beta/);
    assert.ok(lines.some(line => /^ +Blocked: .* \| Sign in with a passkey · APP-4$/.test(line)));
  });

  it('say what is dismissed, and why', () => {
    const dismissed = [
      { finding: 'overdue', reason: 'it has moved' },
      { finding: 'no-owner', reason: '' },
    ];
    const rows = riskRows(aSnapshot([{ risks: [aRisk('R-1', { dismissed })] }]));
    assert.deepEqual(tooltipLines(rowAt(rows, 'R-1 Title of R-1')).slice(-2), [
      '- Dismissed: overdue (it has moved)',
      '- Dismissed: no-owner',
    ]);
  });

  it('show the health of the milestone in the status bar', () => {
    assert.match(say(statusBarModel(withInsight())?.text ?? ''), /^APP-3 .* · off track$/);
  });
});
