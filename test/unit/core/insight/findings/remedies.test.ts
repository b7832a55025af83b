import assert from 'node:assert/strict';
import type { Finding } from '../../../../../src/core/insight/findings/finding';
import { FINDINGS, type FindingCode } from '../../../../../src/core/plan/findingCodes';
import { FIELD_GESTURES, fieldOf } from '../../../../../src/present/gestures/gestures';
import { findingRemedies, REMEDIES, type Remedy } from '../../../../../src/core/insight/findings/remedies';
import { COMMANDS } from '../../../../../src/vscode/commands/ids';

function aFinding(
  id: FindingCode,
  kind: Finding['subject']['kind'],
  reasons: Finding['reasons'] = [],
): Finding {
  return { id, severity: 'warning', subject: { kind, uid: 'X', id: 'X' }, reasons };
}

describe('remedies of findings', () => {
  it('are commands, and each settles some finding', () => {
    const lacks: Finding['reasons'] = [
      { code: 'risk-unmanaged', args: ['high', 12, 'response', 'owner', 'review'] },
    ];
    const used = new Set<Remedy>(
      FINDINGS.flatMap(id =>
        (['task', 'milestone', 'risk'] as const).flatMap(kind => findingRemedies(aFinding(id, kind, lacks))),
      ),
    );
    assert.deepEqual([...used].sort(), [...REMEDIES].sort());
    assert.ok(REMEDIES.every(remedy => Object.hasOwn(COMMANDS, remedy)));
  });

  it('set only fields that such an item has', () => {
    const about: readonly (readonly [FindingCode, Finding['subject']['kind']])[] = [
      ...(['overdue', 'no-owner', 'no-estimate', 'over-allocated', 'negative-due-float'] as const).map(
        id => [id, 'task'] as const,
      ),
      ...(['overdue', 'p85-past-due', 'no-owner', 'scope-growing', 'health-stale'] as const).map(
        id => [id, 'milestone'] as const,
      ),
      ...(['risk-unmanaged', 'review-passed'] as const).map(id => [id, 'risk'] as const),
    ];
    const fields: Readonly<Record<string, (typeof FIELD_GESTURES)[keyof typeof FIELD_GESTURES]>> =
      FIELD_GESTURES;
    for (const [id, kind] of about) {
      for (const remedy of findingRemedies(aFinding(id, kind))) {
        const field = fields[remedy];
        assert.ok(field === undefined || fieldOf(kind, field), `${id} of a ${kind}: ${remedy}`);
      }
    }
  });

  it('supply what a risk lacks, in the order in which it is named', () => {
    const reasons: Finding['reasons'] = [{ code: 'risk-unmanaged', args: ['high', 12, 'owner', 'review'] }];
    assert.deepEqual(findingRemedies(aFinding('risk-unmanaged', 'risk', reasons)), [
      'setOwner',
      'markReviewed',
    ]);
  });

  it('ask first how much is left where an estimate is used up', () => {
    const reasons: Finding['reasons'] = [
      { code: 'overdue', args: ['2026-01-02', 3] },
      { code: 'used-up', args: [9, 3, 0, 0] },
    ];
    assert.deepEqual(findingRemedies(aFinding('overdue', 'task', reasons)), [
      'setRemaining',
      'setDue',
      'setDone',
    ]);
  });
});
