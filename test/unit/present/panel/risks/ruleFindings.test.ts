import assert from 'node:assert/strict';
import type { Finding } from '../../../../../src/core/insight/findings/finding';
import { dismissText, ruleFindings } from '../../../../../src/present/panel/risks/ruleFindings';
import { say } from '../../../../../src/words/say';
import { aMilestone, aRisk, factsFor } from '../../../../support/panel/handMade';
import { aPlan, aTask } from '../../../../support/planBuilder';

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
    const { rows } = ruleFindings(factsFor(PLAN), FOUND, 'main', { shown: {}, most: 25 });
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

  it('are one sentence where one rule has many of them, on the first', () => {
    const many = Array.from({ length: 11 }, () => finding('no-owner', 'info', 'task'));
    const { rows } = ruleFindings(factsFor(PLAN), [...FOUND, ...many], 'main', { shown: {}, most: 25 });
    const sentences = rows.map(({ many: text }) => (text ? say(text) : ''));
    assert.deepEqual(
      sentences.filter(text => text !== ''),
      ['13 items: no owner'],
    );
    assert.equal(rows[sentences.indexOf('13 items: no owner')]?.rule, 'no-owner');
  });

  it('say which line of which file dismisses them', () => {
    const inline = { ...PLAN, tasks: [aTask('APP-1', { inline: true })] };
    const linesOf = (plan: typeof PLAN) =>
      ruleFindings(factsFor(plan), FOUND, 'main', { shown: {}, most: 2 }).rows.map(
        ({ dismissal }) => dismissal?.line,
      );
    assert.deepEqual(linesOf(inline), [
      "dismissed: [{item: APP-1, finding: overdue, reason: '…'}]",
      "dismissed: [{finding: overdue, reason: '…'}]",
    ]);
    assert.deepEqual(linesOf({ ...inline, format: 'backlog', overlays: ['plan'] })[0], linesOf(inline)[0]);
    assert.deepEqual(linesOf({ ...inline, format: 'backlog' }), [undefined, undefined]);
    assert.match(say(dismissText(PLAN)), /front matter of the file that the button names/);
    assert.match(say(dismissText({ ...PLAN, format: 'backlog' })), /First create a file project\.md/);
  });
});
