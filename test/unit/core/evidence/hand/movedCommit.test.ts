import assert from 'node:assert/strict';
import type { GoneCommit, History } from '../../../../../src/core/evidence/graph/history';
import { findMoved } from '../../../../../src/core/evidence/hand/movedCommit';
import type { HandLink } from '../../../../../src/core/plan/model';
import { finish } from '../../../../../src/core/base/steps';
import { HistoryBuilder } from '../../../../support/historyBuilder';

const HASH = 'feedfacefeed';
const LINK: HandLink = { hash: HASH, not: false, date: '2026-09-10', subject: 'Store it' };

describe('findMoved', () => {
  let git: HistoryBuilder;
  let landed: Set<string>;

  beforeEach(() => {
    git = new HistoryBuilder();
    landed = new Set();
  });

  function commit(message: string, day: string, onMain = false): string {
    const hash = git.commit(message, { day });
    if (onMain) landed.add(hash);
    return hash;
  }

  function find(link = LINK, gone?: GoneCommit): string | undefined {
    const history: History = { ...git.build(), ...(gone && { gone: new Map([[link.hash, gone]]) }) };
    return finish(findMoved([link], history, landed, 'UTC')).get(link);
  }

  /** The lost commit as git still has it. */
  function gone(copies: readonly string[], message = 'Store it', day = '2026-09-10'): GoneCommit {
    const old = new HistoryBuilder();
    const hash = old.commit(message, { day });
    const [found] = [...old.build().commits.values()];
    assert.ok(found);
    return { commit: { ...found, hash: HASH.padEnd(hash.length, '0') }, copies };
  }

  describe('by author date and subject', () => {
    it('takes the only one', () => {
      const moved = commit('Store it', '2026-09-10');
      assert.equal(find(), moved);
    });

    it('takes the day itself before the day after, and landed before not landed', () => {
      commit('Store it', '2026-09-11', true);
      const day = commit('Store it', '2026-09-10');
      assert.equal(find(), day);
      const onMain = commit('Store it', '2026-09-10', true);
      assert.equal(find(), onMain);
    });

    it('takes none of two that fit equally well', () => {
      commit('Store it', '2026-09-10', true);
      commit('Store it', '2026-09-10', true);
      assert.equal(find(), undefined);
    });

    it('needs both, and no more than a day between', () => {
      commit('Store it', '2026-09-12');
      assert.equal(find(), undefined);
      assert.equal(find({ hash: HASH, not: false, subject: 'Store it' }), undefined);
      assert.equal(find({ hash: HASH, not: false }), undefined);
    });
  });

  describe('in a squash merge', () => {
    it('knows a line of the body, and the subject without its number', () => {
      const squash = commit('Sign-in (#4)\n\n* Store it\n* Test it', '2026-09-20');
      assert.equal(find(), squash);
      const single = commit('Log it (#5)', '2026-09-20');
      assert.equal(find({ ...LINK, subject: 'Log it' }), single);
    });

    it('takes none of two', () => {
      commit('Sign-in (#4)\n\n* Store it', '2026-09-20', true);
      commit('Sign-up (#5)\n\n* Store it', '2026-09-21', true);
      assert.equal(find(), undefined);
    });

    it('takes none that is older than what it would have squashed', () => {
      commit('Sign-in (#4)\n\n* Store it', '2026-09-08');
      assert.equal(find(), undefined);
    });
  });

  describe('by the same change', () => {
    it('takes it whatever its subject and date, and before any other', () => {
      const amended = commit('Store it safely', '2026-09-30');
      commit('Store it', '2026-09-10', true);
      assert.equal(find(LINK, gone([amended])), amended);
    });

    it('takes the author time before the landed one, and the landed one before the subject', () => {
      const redone = commit('Store it', '2026-09-12', true);
      const renamed = commit('Store it too', '2026-09-10', true);
      const rebased = commit('Store it', '2026-09-10');
      assert.equal(find(LINK, gone([rebased, renamed, redone])), renamed);
    });

    it('takes the oldest of picks of one commit', () => {
      const first = commit('Store it', '2026-09-10', true);
      const second = commit('Store it', '2026-09-10', true);
      assert.equal(find(LINK, gone([second, first])), first);
    });

    it('takes none of two that were made at other times, and then does not go by the subject', () => {
      const one = commit('Store it', '2026-09-12', true);
      const two = commit('Store it', '2026-09-13', true);
      commit('Store it', '2026-09-10', true);
      assert.equal(find(LINK, gone([two, one])), undefined);
    });

    it('forgets one that has left the history', () => {
      const moved = commit('Store it', '2026-09-10');
      assert.equal(find(LINK, gone(['0'.repeat(40)])), moved);
    });

    it('goes by the date and the subject that the commit had, where no other makes its change', () => {
      const moved = commit('Store it', '2026-09-10', true);
      const bare: HandLink = { hash: HASH, not: false };
      assert.equal(find(bare, gone([])), moved);
      commit('Store it', '2026-09-10', true);
      assert.equal(find(bare, gone([])), undefined);
    });

    it('tells two of one day apart by the time', () => {
      const exact = commit('Store it', '2026-09-10', true);
      const later = git.commit('Store it');
      landed.add(later);
      assert.equal(find(LINK, gone([])), exact);
    });
  });
});
