import assert from 'node:assert/strict';
import { finish } from '../../../../../src/core/base/steps';
import type { PlanEvidence } from '../../../../../src/core/evidence/link';
import { linkSteps } from '../../../../../src/core/evidence/linkPlan';
import { HistoryBuilder } from '../../../../support/historyBuilder';
import { aPlan } from '../../../../support/planBuilder';

let git: HistoryBuilder;

function link(): PlanEvidence {
  const input = { plan: aPlan(['APP-1']), prefix: '', history: git.build(), planFolders: ['plan/'] };
  return finish(linkSteps(input));
}

describe('a branch squashed, as the subject of a landed commit says', () => {
  beforeEach(() => {
    git = new HistoryBuilder();
    git.commit('Start');
  });

  /** Whether the branch counts as merged that has commits with these subjects, one file each. */
  function isMerged(own: readonly string[], subject: string, files = ['src/0.ts', 'src/1.ts']): boolean {
    git.checkout('app-1');
    own.forEach((one, place) => git.commit(one, { files: [`src/${place}.ts`] }));
    git.checkout('main').commit(subject, { files: files.slice(0, own.length) });
    return link().branches[0]?.merged ?? assert.fail('the branch has no task');
  }

  it('is merged, and what landed belongs to its task', () => {
    assert.equal(isMerged(['Store sessions', 'mend it'], 'Store sessions (#7)\n\n* mend it'), true);
    const evidence = link();
    const squash = evidence.byCommit.get(git.tip('main'))?.[0];
    assert.deepEqual(squash?.reason, { code: 'squash', args: ['app-1'] });
    assert.deepEqual(evidence.observed.get('APP-1')?.unmerged, []);
    assert.equal(evidence.observed.get('APP-1')?.state, 'landed');
  });

  it('is not merged by a word that could mean anything', () => {
    assert.equal(isMerged(['fix'], 'fix (#7)'), false);
  });

  it('is not merged without a number, by other files, or by more or fewer', () => {
    assert.equal(isMerged(['Store sessions'], 'Store sessions'), false);
    assert.equal(isMerged(['Store sessions'], 'Store sessions (#7)', ['src/other.ts']), false);
    git.checkout('main').commit('Store sessions (#8)', { files: ['src/0.ts', 'src/other.ts'] });
    git.commit('Store sessions (#9)', { files: [] });
    assert.equal(link().branches[0]?.merged, false);
    git.checkout('app-1').commit('Test them', { files: ['test/0.ts'] });
    git.checkout('main').commit('Store sessions (#10)', { files: ['src/0.ts'] });
    assert.equal(link().branches[0]?.merged, false);
  });

  it('is not merged any more when it has gone on', () => {
    assert.equal(isMerged(['Store sessions'], 'Store sessions (#7)'), true);
    git.checkout('app-1').commit('Store them longer', { files: ['src/0.ts'] });
    assert.equal(link().branches[0]?.merged, false);
  });
});
