import assert from 'node:assert/strict';
import { landedSince } from '../../../../../src/present/panel/overview/landed';
import { HistoryBuilder } from '../../../../support/historyBuilder';

describe('landedSince', () => {
  it('counts a branch merged since with all its commits, however old', () => {
    const git = new HistoryBuilder();
    git.commit('start', { day: '2026-11-01' });
    git.checkout('feature');
    const old = git.commit('work', { day: '2026-11-02' });
    git.checkout('main');
    git.commit('before', { day: '2026-11-10' });
    const merge = git.merge('feature', 'Merge', { day: '2026-11-15' });
    assert.deepEqual(landedSince(git.build(), '2026-11-13', 'UTC'), new Set([merge, old]));
  });

  it('leaves out what the default branch held before, also through a later merge', () => {
    const git = new HistoryBuilder();
    git.commit('start', { day: '2026-11-01' });
    const before = git.commit('before', { day: '2026-11-10' });
    git.checkout('feature');
    const work = git.commit('work', { day: '2026-11-14' });
    git.checkout('main');
    const merge = git.merge('feature', 'Merge', { day: '2026-11-15' });
    const landed = landedSince(git.build(), '2026-11-13', 'UTC');
    assert.deepEqual(landed, new Set([merge, work]));
    assert.ok(!landed.has(before));
  });

  it('does not count unmerged work', () => {
    const git = new HistoryBuilder();
    git.commit('start', { day: '2026-11-01' });
    git.checkout('feature').commit('work', { day: '2026-11-15' });
    assert.equal(landedSince(git.build(), '2026-11-13', 'UTC').size, 0);
  });

  it('counts everything when the branch is younger than the day', () => {
    const git = new HistoryBuilder();
    const first = git.commit('start', { day: '2026-11-15' });
    assert.deepEqual(landedSince(git.build(), '2026-11-13', 'UTC'), new Set([first]));
  });
});
