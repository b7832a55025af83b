import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Commit } from '../../../src/core/evidence/graph/history';
import { childrenFirst, isAncestor, keepReachable } from '../../../src/git/commitGraph';

const DAY = 86_400;

function graph(parents: Record<string, string>, times: Record<string, number> = {}): Map<string, Commit> {
  return new Map(
    Object.entries(parents).map(([hash, text]) => [
      hash,
      {
        hash,
        parents: text === '' ? [] : text.split(' '),
        author: '',
        email: '',
        authorTime: 0,
        commitTime: times[hash] ?? 0,
        message: '',
        files: [],
      },
    ]),
  );
}

describe('keepReachable', () => {
  const commits = graph({ d: 'c', e: 'b', c: 'b', b: 'a', a: '' });

  it('drops what no tip reaches and keeps the order', () => {
    assert.deepEqual([...keepReachable(commits, ['c']).keys()], ['c', 'b', 'a']);
    assert.deepEqual([...keepReachable(commits, ['e', 'c', 'unknown']).keys()], ['e', 'c', 'b', 'a']);
  });

  it('gives the same map when nothing is lost', () => {
    assert.equal(keepReachable(commits, ['d', 'e']), commits);
  });
});

describe('isAncestor', () => {
  it('follows all parents, one way only', () => {
    const commits = graph({ d: 'c b', c: 'a', b: 'a', a: '' });
    assert.ok(isAncestor(commits, 'b', 'd'));
    assert.ok(isAncestor(commits, 'a', 'a'));
    assert.ok(!isAncestor(commits, 'd', 'b'));
    assert.ok(!isAncestor(commits, 'b', 'c'));
  });

  it('stands clocks that disagree by days', () => {
    const commits = graph({ c: 'b', b: 'a', a: '' }, { a: 10 * DAY, b: 5 * DAY, c: 10 * DAY });
    assert.ok(isAncestor(commits, 'a', 'c'));
  });
});

describe('childrenFirst', () => {
  it('moves only what stands before its children', () => {
    const commits = graph({ x: '', b: 'a', c: 'b', a: 'x', y: '' });
    assert.deepEqual([...childrenFirst(commits).keys()], ['c', 'b', 'a', 'x', 'y']);
  });

  it('keeps an order that is right, and loses nothing of one that is wrong', () => {
    const sizes = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat()), (edges, random) => {
        const rows = edges.map((targets, index): [string, string] => [
          `c${index}`,
          [...new Set(targets.map(target => target % (index || 1)))]
            .filter(() => index > 0)
            .map(target => `c${target}`)
            .join(' '),
        ]);
        const right = graph(Object.fromEntries([...rows].reverse()));
        assert.deepEqual([...childrenFirst(right).keys()], [...right.keys()]);

        const shuffled = rows
          .map(row => ({ row, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        const ordered = [...childrenFirst(graph(Object.fromEntries(shuffled))).values()];
        assert.equal(ordered.length, rows.length);
        const seen = new Set<string>();
        for (const { hash, parents } of ordered) {
          assert.ok(parents.every(parent => !seen.has(parent)));
          seen.add(hash);
        }
      }),
      { numRuns: 200 },
    );
  });
});
