import assert from 'node:assert/strict';
import { chooseBranches, type BranchRules } from '../../../src/git/branches';
import type { Ref } from '../../../src/git/refs';

const DAY = 86_400;
const NOW = 1_000 * DAY;
const TIP = 'a'.repeat(40);

function ref(name: string, more: Partial<Ref> = {}): Ref {
  return { ref: `refs/${name}`, tip: TIP, time: NOW, current: false, ...more };
}

function choose(refs: Ref[], rules: Partial<BranchRules> = {}) {
  const { branches, defaults } = chooseBranches(refs, { branchAgeDays: 90, now: NOW, ...rules });
  return {
    branches: branches.map(branch => branch.ref.slice(5)),
    defaults: defaults.map(b => b.ref.slice(5)),
  };
}

describe('chooseBranches', () => {
  it('takes all local heads, and of remote ones the young of the upstream remote', () => {
    const old = { time: NOW - 91 * DAY };
    const { branches } = choose([
      ref('heads/main', { upstream: 'refs/remotes/up/main', remote: 'up' }),
      ref('heads/old', old),
      ref('remotes/up/main', old),
      ref('remotes/up/young'),
      ref('remotes/up/old', old),
      ref('remotes/origin/young'),
    ]);
    assert.deepEqual(branches, ['heads/main', 'heads/old', 'remotes/up/main', 'remotes/up/young']);
  });

  it('finds the default branch: the rule, origin/HEAD, the usual names, the only one', () => {
    const origin = [
      ref('heads/master'),
      ref('heads/next'),
      ref('remotes/origin/HEAD', { target: 'refs/remotes/origin/next' }),
      ref('remotes/origin/next'),
    ];
    assert.deepEqual(choose(origin, { defaultBranch: 'master' }).defaults, ['heads/master']);
    assert.deepEqual(choose(origin).defaults, ['heads/next', 'remotes/origin/next']);
    assert.deepEqual(choose([ref('heads/x'), ref('heads/trunk'), ref('heads/master')]).defaults, [
      'heads/master',
    ]);
    assert.deepEqual(choose([ref('heads/x'), ref('remotes/origin/x')]).defaults, [
      'heads/x',
      'remotes/origin/x',
    ]);
  });

  it('has no default branch rather than a wrong one', () => {
    assert.deepEqual(choose([ref('heads/x'), ref('heads/y')]).defaults, []);
    assert.deepEqual(choose([ref('heads/main')], { defaultBranch: 'production' }).defaults, []);
    assert.deepEqual(choose([]), { branches: [], defaults: [] });
  });

  it('takes a remote called upstream before origin, and says so', () => {
    const fork = [
      ref('heads/main', { time: 1, upstream: 'refs/remotes/origin/main', remote: 'origin' }),
      ref('remotes/origin/HEAD', { target: 'refs/remotes/origin/main' }),
      ref('remotes/origin/main', { time: 2 }),
      ref('remotes/origin/topic'),
      ref('remotes/upstream/main', { time: 3 }),
    ];
    const rules = { branchAgeDays: 90, now: 3 };
    const found = chooseBranches(fork, rules);
    assert.deepEqual(
      [found.doubt, ...found.defaults.map(one => one.ref)],
      ['upstream', 'refs/remotes/upstream/main', 'refs/remotes/origin/main', 'refs/heads/main'],
    );
    const told = chooseBranches(fork, { ...rules, defaultBranch: 'upstream/main' });
    assert.deepEqual(
      [told.doubt, ...told.defaults.map(one => one.ref)],
      [undefined, 'refs/remotes/upstream/main'],
    );
    const own = chooseBranches(fork, { ...rules, defaultBranch: 'main' });
    assert.deepEqual([own.doubt, own.defaults[0]?.ref], [undefined, 'refs/remotes/origin/main']);
  });

  it('says where the default branch is not known or could be another one', () => {
    const doubt = (...names: string[]) =>
      chooseBranches(
        names.map(name => ref(name)),
        { branchAgeDays: 90, now: NOW },
      ).doubt;
    assert.equal(doubt('heads/main', 'heads/x'), undefined);
    assert.equal(doubt('heads/main', 'heads/develop'), undefined);
    assert.equal(doubt('heads/main', 'heads/master'), 'guessed');
    assert.equal(doubt('heads/x', 'heads/y'), 'unknown');
    assert.equal(doubt(), undefined);
  });

  it('puts the ref with the later commit first', () => {
    const refs = [ref('heads/main', { time: 1 }), ref('remotes/origin/main', { time: 2 })];
    assert.deepEqual(choose(refs).defaults, ['remotes/origin/main', 'heads/main']);
  });

  it('names branches without remote, also where the name of the remote has a slash', () => {
    const refs = [
      ref('heads/main', { upstream: 'refs/remotes/team/x/main', remote: 'team/x' }),
      ref('remotes/team/x/main'),
    ];
    const { branches } = chooseBranches(refs, { branchAgeDays: 90, now: NOW });
    assert.deepEqual(
      branches.map(({ name, remote }) => [name, remote]),
      [
        ['main', undefined],
        ['main', 'team/x'],
      ],
    );
  });

  it('tells an upstream that is gone from one that is there and from none', () => {
    const { branches } = chooseBranches(
      [
        ref('heads/a', { upstream: 'refs/remotes/origin/a', remote: 'origin' }),
        ref('heads/b', { upstream: 'refs/remotes/origin/b', remote: 'origin' }),
        ref('heads/c'),
        ref('heads/d', { upstream: 'refs/tags/odd' }),
        ref('remotes/origin/b'),
      ],
      { branchAgeDays: 90, now: NOW },
    );
    assert.deepEqual(
      branches.map(({ name, upstreamGone }) => [name, upstreamGone]),
      [
        ['a', true],
        ['b', false],
        ['c', false],
        ['d', false],
        ['b', false],
      ],
    );
  });
});
