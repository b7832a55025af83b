import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/insight/findings/finding';
import { FINDINGS } from '../../../../src/core/plan/findingCodes';
import { manyText, MOST_OF_A_RULE } from '../../../../src/present/rows/findingRows';
import { riskRows } from '../../../../src/present/rows/riskRows';
import { shortReason } from '../../../../src/present/rows/shortReason';
import { say } from '../../../../src/words/say';
import { rowAt, rowLines } from '../../../support/rowText';
import { aSnapshot, aTask } from '../../../support/snapshotBuilder';

const TODAY = '2026-06-15';

const subject = (n: number) => ({ kind: 'task', uid: `APP-${n}`, id: `APP-${n}` }) as const;
const unmerged = (n: number, branch = 'dev'): Finding => ({
  id: 'done-but-unmerged',
  severity: 'warning',
  subject: subject(n),
  reasons: [{ code: 'done-but-unmerged', args: [branch, 2] }],
});
const lone: Finding = {
  id: 'no-owner',
  severity: 'info',
  subject: subject(1),
  reasons: [{ code: 'no-owner', args: [] }],
};

function rowsOf(count: number) {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const tasks = numbers.map(n => aTask(`APP-${n}`));
  const findings = [...numbers.map(n => unmerged(n)), lone];
  return riskRows(aSnapshot([{ tasks, findings }], {}));
}

describe('rows of findings', () => {
  it('are one row for many findings of one rule, with all of them below', () => {
    const rows = rowsOf(143);
    assert.deepEqual(rowLines(rows, 2), [
      'Findings | 144',
      '  143 tasks are done on dev, not yet on main',
      '  No owner | Title of APP-1 · APP-1',
    ]);
    const rule = rowAt(rows, 'Findings', '143 tasks');
    assert.equal(rule.children().length, 143);
    assert.equal(rule.expand, 'collapsed');
    assert.equal(rule.children()[0]?.context, 'finding:done-but-unmerged:setActive');
  });

  it('stay a list while they are few', () => {
    const below = (count: number) => rowAt(rowsOf(count), 'Findings').children().length;
    assert.equal(below(MOST_OF_A_RULE), MOST_OF_A_RULE + 1);
    assert.equal(below(MOST_OF_A_RULE + 1), 2);
  });

  it('name branches only where all are on one', () => {
    const several = [unmerged(1), unmerged(2, 'next')];
    assert.equal(say(manyText(several, 'main')), '2 tasks are done, but not merged');
    assert.equal(say(manyText([unmerged(1)], undefined)), '1 tasks are done, but not merged');
  });

  it('have a sentence for many of every rule, about what they are found at', () => {
    for (const id of FINDINGS) {
      const text = say(manyText([{ ...lone, id }], 'main'));
      assert.match(text, /^1 [a-z]/, id);
    }
    const mixed = [
      { ...lone, id: 'overdue' },
      { ...lone, id: 'overdue', subject: { kind: 'milestone', uid: 'A', id: 'a' } },
    ] as const;
    assert.equal(say(manyText(mixed, 'main')), '2 items are overdue');
  });

  it('say how much is wrong, not since when', () => {
    const short = (reason: Finding['reasons'][number]) =>
      say(shortReason({ ...lone, reasons: [reason] }, TODAY));
    assert.equal(short({ code: 'overdue', args: ['2026-06-11', 2] }), '4 days overdue');
    assert.equal(
      short({ code: 'negative-due-float', args: [9.3, '2026-12-16', '2026-12-02'] }),
      'Ends 14 days late',
    );
    assert.equal(short({ code: 'p85-past-due', args: ['2026-07-03', '2026-07-02'] }), 'May end 1 day late');
    assert.equal(short({ code: 'p85-past-due', args: ['', '2026-07-02'] }), 'May not end within 2 years');
    assert.equal(short({ code: 'blocked', args: ['no keys', '', 0] }), 'Blocked: no keys');
    assert.equal(
      short({ code: 'health-disagrees', args: ['at risk', 'off track'] }),
      'Off track, but set to at risk',
    );
    assert.equal(short({ code: 'done-but-open', args: [2] }), 'Done, but 2 tasks are open');
    assert.equal(say(shortReason({ ...lone, reasons: [] }, TODAY)), 'APP-1');
  });
});
