import assert from 'node:assert/strict';
import { GoneCommits } from '../../../../src/app/repositories/goneCommits';
import type { Commit, History } from '../../../../src/core/evidence/graph/history';
import type { HandLink } from '../../../../src/core/plan/model';
import { GitFailure } from '../../../../src/git/gitFailure';
import { HistoryBuilder } from '../../../support/historyBuilder';

const { signal } = new AbortController();
const failure = new GitFailure({ code: 'git-failed', args: ['patch-id', 'too much output'] });

describe('GoneCommits', () => {
  let git: HistoryBuilder;
  let asked: string[][];
  let patches: Map<string, string> | undefined;
  let named: Map<string, Commit> | undefined;
  let gone: GoneCommits;

  beforeEach(() => {
    git = new HistoryBuilder();
    asked = [];
    patches = new Map();
    named = new Map();
    gone = new GoneCommits({
      readNamedCommits: async names => answer(names, named),
      readPatchIds: async changes =>
        answer(
          changes.map(({ commit }) => commit),
          patches,
        ),
    });
  });

  function answer<T>(
    names: readonly string[],
    answers: ReadonlyMap<string, T> | undefined,
  ): ReadonlyMap<string, T> {
    asked.push([...names]);
    if (!answers) throw failure;
    return answers;
  }

  /** A commit that git still has, under a link with the given hash. */
  function lost(hash: string, files: readonly string[], day = '2026-09-10'): HandLink {
    const old = new HistoryBuilder();
    old.commit(hash, { files, day });
    const [commit] = old.build().commits.values();
    assert.ok(commit);
    named?.set(hash, commit);
    return { hash, not: false, date: day };
  }

  const find = async (links: readonly HandLink[], history: History = git.build()) =>
    [...(await gone.find(links, history, signal))].map(([hash, found]) => [hash, found?.copies]);

  it('compares a lost commit with those that change the same files, and each commit once', async () => {
    const link = lost('1111111', ['a', 'b']);
    const other = git.commit('other', { files: ['a', 'b'] });
    git.commit('fewer', { files: ['a'] });
    git.commit('more', { files: ['a', 'b', 'c'] });
    const copy = git.commit('copy', { files: ['a', 'b'] });
    const old = named?.get('1111111')?.hash ?? '';
    patches = new Map([old, copy].map(hash => [hash, 'same'] as const));
    patches.set(other, 'another');
    assert.deepEqual(await find([link]), [['1111111', [copy]]]);
    assert.deepEqual(asked, [['1111111'], [old, copy, other]]);
    assert.deepEqual(await find([link]), [['1111111', [copy]]]);
    assert.equal(asked.length, 2);
    const again = git.commit('again', { files: ['a', 'b'] });
    patches.set(again, 'same');
    assert.deepEqual(await find([link]), [['1111111', [again, copy]]]);
    assert.deepEqual(asked[2], [again]);
  });

  it('tells what git does not have from what it could not tell, and asks for neither again', async () => {
    assert.deepEqual(await find([{ hash: '1111111', not: false }]), [['1111111', undefined]]);
    named = undefined;
    const both = ['1111111', '2222222'].map(hash => ({ hash, not: false }));
    assert.deepEqual(await find(both), [['1111111', undefined]]);
    assert.deepEqual(await find(both), [['1111111', undefined]]);
    assert.deepEqual(asked, [['1111111'], ['2222222']]);
  });

  it('knows no copies where changes could not be compared', async () => {
    const link = lost('1111111', ['a']);
    git.commit('copy', { files: ['a'] });
    patches = undefined;
    assert.deepEqual(await find([link]), [['1111111', []]]);
    assert.deepEqual(await find([link]), [['1111111', []]]);
    assert.equal(asked.length, 2);
  });

  it('takes no two commits for the same that have no patch id', async () => {
    const link = lost('1111111', ['a']);
    git.commit('empty', { files: ['a'] });
    assert.deepEqual(await find([link]), [['1111111', []]]);
  });

  it('follows the newest links only, and compares with the nearest commits only', async () => {
    const links = Array.from({ length: 60 }, (_, i) => lost(`${1_000_000 + i}`, ['a'], day(i)));
    for (let i = 0; i < 60; i++) git.commit(`copy ${i}`, { files: ['a'], day: day(i) });
    await find(links);
    assert.equal(asked[0]?.length, 50);
    assert.ok(asked[0].includes('1000059') && !asked[0].includes('1000000'));
    gone = new GoneCommits({
      readNamedCommits: async () => named ?? new Map(),
      readPatchIds: async changes =>
        answer(
          changes.map(({ commit }) => commit),
          patches,
        ),
    });
    asked = [];
    const [first] = links;
    assert.ok(first);
    await find([first]);
    assert.equal(asked[0]?.length, 9);
  });

  it('lets through what is no failure of git', async () => {
    const broken = new GoneCommits({
      readNamedCommits: () => Promise.reject(new TypeError('a defect')),
      readPatchIds: async () => new Map(),
    });
    await assert.rejects(broken.find([{ hash: '1111111', not: false }], git.build(), signal), TypeError);
  });
});

function day(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}
