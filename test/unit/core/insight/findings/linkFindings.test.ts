import assert from 'node:assert/strict';
import type { LostLink, PlanEvidence } from '../../../../../src/core/evidence/link';
import { linkFindings } from '../../../../../src/core/insight/findings/linkFindings';
import type { Task } from '../../../../../src/core/plan/model';
import { aPlan, aTask } from '../../../../support/planBuilder';

const links = ['1111111', '2222222', '3333333'].map(hash => ({ hash, not: false }));
const [one, two, three] = links as [(typeof links)[0], (typeof links)[0], (typeof links)[0]];

/** Codes and arguments of what is found about a task with three links. */
function found(task: Partial<Task>, ...lost: Omit<LostLink, 'task'>[]): unknown[] {
  const plan = aPlan([aTask('APP-1', { handLinks: links, ...task }), 'APP-2']);
  const evidence: PlanEvidence = {
    byTask: new Map(),
    byCommit: new Map(),
    branches: [],
    observed: new Map(),
    lost: lost.map(each => ({ task: 'APP-1', ...each })),
  };
  return linkFindings(plan, evidence).flatMap(({ severity, subject, reasons }) => [
    subject.uid,
    severity,
    ...reasons.map(({ code, args }) => [code, ...args]),
  ]);
}

describe('findings about links', () => {
  it('tell of rewritten and of missing commits, each once for a task', () => {
    assert.deepEqual(found({}, { link: one, foundAs: 'a' }, { link: two }, { link: three, foundAs: 'b' }), [
      'APP-1',
      'info',
      ['link-moved', 2],
      'APP-1',
      'warning',
      ['link-lost', 1, '2222222'],
    ]);
    assert.deepEqual(found({}), []);
  });

  it('tell a commit that is on no branch from one that is not there', () => {
    assert.deepEqual(found({}, { link: one }, { link: two, offBranch: true }), [
      'APP-1',
      'warning',
      ['link-lost', 1, '1111111'],
      'APP-1',
      'info',
      ['link-off-branch', 1, '2222222'],
    ]);
  });

  it('are silent where nothing is claimed', () => {
    assert.deepEqual(found({}, { link: one, quiet: true }), []);
  });

  it('leave dropped tasks alone, and a done one whose commit is missing', () => {
    const both = [{ link: one, foundAs: 'a' }, { link: two }];
    assert.deepEqual(found({ category: 'dropped' }, ...both), []);
    assert.deepEqual(found({ category: 'done' }, ...both), ['APP-1', 'info', ['link-moved', 1]]);
  });

  it('can be dismissed', () => {
    const dismissed = [{ finding: 'link-lost', reason: 'the vendor has it' }];
    assert.deepEqual(found({ dismissed }, { link: one }), []);
  });
});
