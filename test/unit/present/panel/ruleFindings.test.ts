import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/insight/findings/finding';
import { dismissText, ruleFindings } from '../../../../src/present/panel/ruleFindings';
import { say } from '../../../../src/shared/sentences/say';
import { aMilestone, aRisk, factsFor } from '../../../support/panel/handMade';
import { aPlan } from '../../../support/planBuilder';

const PLAN = aPlan(['APP-1'], {}, { milestones: [aMilestone('Beta')], risks: [aRisk('R-1')] });

function finding(
  id: Finding['id'],
  severity: Finding['severity'],
  kind: Finding['subject']['kind'],
): Finding {
  const uid = { task: PLAN.tasks[0]?.uid ?? '', milestone: 'BETA', risk: 'R-1' }[kind];
  return { id, severity, subject: { kind, uid, id: uid }, reasons: [{ code: 'no-owner', args: [] }] };
}

const FOUND = [
  finding('no-owner', 'info', 'milestone'),
  finding('overdue', 'error', 'task'),
  finding('review-passed', 'warning', 'risk'),
  finding('overdue', 'warning', 'task'),
  finding('overdue', 'error', 'milestone'),
  finding('no-owner', 'info', 'risk'),
];

describe('findings by rule', () => {
  it('stand by severity, those of one rule together, each with the item it is about', () => {
    const { rows } = ruleFindings(factsFor(PLAN), FOUND, { shown: {}, most: 25 });
    assert.deepEqual(
      rows.map(({ severity, ruleName, kind }) => [severity, say(ruleName), kind]),
      [
        ['error', 'Overdue', 'task'],
        ['error', 'Overdue', 'milestone'],
        ['warning', 'Review date passed', 'risk'],
        ['warning', 'Overdue', 'task'],
        ['info', 'No owner', 'milestone'],
        ['info', 'No owner', 'risk'],
      ],
    );
    assert.ok(rows.every(({ uid, title, reasons }) => uid && title && reasons.length === 1));
  });

  it('can be dismissed where files have a place for it', () => {
    const rowsOf = (plan: typeof PLAN) => ruleFindings(factsFor(plan), FOUND, { shown: {}, most: 25 }).rows;
    assert.equal(rowsOf(PLAN)[0]?.dismissal, "dismissed: [{finding: overdue, reason: '…'}]");
    const backlog = { ...PLAN, format: 'backlog', overlays: ['plan'] } as const;
    assert.deepEqual(
      rowsOf(backlog).map(({ kind, dismissal }) => kind === 'risk' || dismissal === undefined),
      rowsOf(backlog).map(() => true),
    );
    assert.match(say(dismissText(PLAN)), /front matter of its item/);
    assert.match(say(dismissText(backlog)), /Only findings about risks/);
    assert.match(say(dismissText({ ...PLAN, format: 'backlog' })), /no place/);
  });
});
