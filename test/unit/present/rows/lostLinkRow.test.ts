import assert from 'node:assert/strict';
import { linkRepairs } from '../../../../src/core/linkRepairs';
import { DEFAULT_OPTIONS } from '../../../../src/shared/milestoneOptions';
import { milestoneRows } from '../../../../src/present/rows/milestoneRows';
import { rowAt, rowLines, tooltipLines } from '../../../support/rowText';
import { aCommit, aLink, aMilestone, aSnapshot, aTask, TOP } from '../../../support/snapshotBuilder';

const OLD = { hash: 'feedfacefeed', not: false, date: '2026-05-30', subject: 'Store it' };
const GONE = { hash: '0123456789ab', not: false, date: '2026-06-01', subject: 'Test it' };
const BARE = { hash: '89abcdef', not: false };
const commit = aCommit('c0ffee11', 'Store it safely');

const snapshot = aSnapshot(
  [
    {
      milestones: [aMilestone('m')],
      tasks: [
        aTask('APP-1', { milestone: 'M', handLinks: [OLD, GONE, BARE] }),
        aTask('APP-2', { milestone: 'M', handLinks: [BARE] }),
      ],
      links: [
        aLink('APP-1', commit, { evidence: 'manual', reason: { code: 'manual-moved', args: [OLD.hash] } }),
      ],
      lost: [
        { task: 'APP-1', link: OLD, foundAs: commit.hash },
        { task: 'APP-1', link: GONE },
        { task: 'APP-1', link: BARE, offBranch: true },
        { task: 'APP-2', link: BARE, quiet: true },
      ],
    },
  ],
  { commits: [commit] },
);
const task = rowAt(milestoneRows(snapshot, DEFAULT_OPTIONS), 'Milestone m', 'APP-1');

describe('links whose commits are gone', () => {
  it('stand below their task: the new commit, and what is missing', () => {
    assert.deepEqual(rowLines(task.children()), [
      'Store it safely | 1 Jun · rewritten',
      'Test it | 1 Jun · not in this repository',
      '89abcdef | on no current branch',
    ]);
    const none = rowAt(milestoneRows(snapshot, DEFAULT_OPTIONS), 'Milestone m', 'APP-2');
    assert.deepEqual([none.expand, none.children()], ['none', []]);
  });

  it('name what commands act on, and why', () => {
    const [moved, missing, left] = task.children();
    assert.equal(moved?.context, 'commit:linked:moved');
    assert.equal(missing?.context, 'lostLink');
    assert.deepEqual(missing.subject, {
      kind: 'lostLink',
      plan: `${TOP}/plan`,
      task: 'APP-1',
      hash: GONE.hash,
    });
    assert.match(tooltipLines(moved).join('\n'), /Linked by hand as feedface, which was rewritten/);
    assert.match(
      tooltipLines(missing).join('\n'),
      /Linked by hand as 0123456789ab\. The commit is not in this repository/,
    );
    assert.ok(left);
    assert.match(tooltipLines(left).join('\n'), /The commit is in this repository, but on no branch/);
  });

  it('can be repaired task by task', () => {
    const [repair, ...others] = linkRepairs(snapshot);
    assert.equal(others.length, 0);
    assert.deepEqual(repair?.updates, [
      {
        kind: 'relink',
        moves: [
          {
            hash: OLD.hash,
            not: false,
            to: { hash: commit.hash, date: '2026-06-01', subject: 'Store it safely' },
          },
        ],
      },
    ]);
    assert.deepEqual(
      repair.missing.map(({ link }) => link),
      [GONE, BARE],
    );
  });
});
