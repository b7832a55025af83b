import assert from 'node:assert/strict';
import type { History } from '../../../src/core/evidence/graph/history';
import { reviewableBranches } from '../../../src/verbs/branchesWith';
import { HistoryBuilder } from '../../support/historyBuilder';
import { readingOf } from '../../support/readingOf';
import { factsFor, snapshotOf } from '../../support/panel/handMade';
import { aPlan } from '../../support/planBuilder';

const found = (history: History, hash: string) =>
  reviewableBranches(readingOf(snapshotOf(factsFor(aPlan([]), history), { history })), { hash });

const names = (history: History, hash: string) => found(history, hash).branches.map(({ name }) => name);

describe('branches with a commit', () => {
  const git = new HistoryBuilder();
  const root = git.commit('Plan');
  const below = git.checkout('lower').commit('Lower');
  const above = git.checkout('upper').commit('Upper');
  git.push('upper');
  const far = git.checkout('far', root).commit('Far');
  git.push('far').deleteBranch('far');
  git.checkout('main').commit('Later');
  git.checkout('lower');
  const history = git.build();

  it('are those that are built on it, the checked-out one first, then the one that ends last', () => {
    assert.deepEqual(names(history, above), ['upper']);
    assert.deepEqual(names(history, below), ['lower', 'upper']);
    assert.deepEqual(names(history, root), ['lower', 'main', 'origin/far', 'upper']);
  });

  it('are remote ones where no local one has it', () => {
    assert.deepEqual(names(history, far), ['origin/far']);
  });

  it('are all, and said not to contain it, for a commit that the history does not have', () => {
    const { contain, branches, alone } = found(history, 'f'.repeat(40));
    assert.deepEqual([contain, branches.length, alone], [false, 4, undefined]);
  });

  it('come with the commit alone, where it has a parent', () => {
    assert.deepEqual(found(history, above).alone, { base: below, head: above });
    assert.equal(found(history, root).alone, undefined);
  });
});
