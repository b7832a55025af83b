import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';

/** What follows a commit of `a.txt`, `plan/a.md` and `plan/b/c.md`. */
const STORIES: Readonly<Record<string, (repo: GitRepo) => void>> = {
  'commits of every kind': repo => {
    repo.commit('Nothing');
    repo.commit({ message: '', files: { 'a.txt': 'b' } });
    repo.commit({ message: ' Wörds \t two\n\n# no comment\n\n', trailer: 'Task: APP-1' });
    repo.commit({ message: 'Li', author: 'Li Wén <li@x.test>', files: { c: '1' } });
    repo.commit({ message: 'Odd', author: '.Li, "x" <li@x.test>', files: { c: '2' } });
    repo.commit({ message: 'Later', date: new Date('2026-03-04T05:06:07.890Z') });
    const files = { 'plan/a.md': null, 'plan/b.md': '', 'plan/b/c.md': 'changed', 'plan/b-c/d': 'd', Z: 'ä' };
    repo.commit({ message: 'Files', files });
    repo.commit({ message: 'Bytes', files: { 'ä/ö': new Uint8Array([0, 255]), 'plan/b/c.md': 'c' } });
    chmodSync(join(repo.write('run', '').dir, 'run'), 0o755);
    repo.commit({ message: 'Program', files: { run: '#!/bin/sh\n' } });
  },
  'branches, a merge, a squash and a rebase': repo => {
    repo.branch('feature/one').commit({ message: 'One', files: { one: '1' } });
    repo.checkout('main').commit({ message: 'Two', files: { two: '2' } });
    repo.merge('feature/one');
    repo.branch('work').commit({ message: 'Three', files: { 'a.txt': 'three' } });
    repo.checkout('main').commit({ message: 'Meanwhile', files: { two: '3' } });
    repo.squash('work', 'All (#1)');
    repo
      .checkout('work')
      .rebase('main~1')
      .commit({ message: 'After', files: { two: '4' } });
    assert.throws(() => repo.branch('work/two'));
    assert.throws(() => repo.branch('work'));
    repo.git('pack-refs', '--all');
    repo.commit({ message: 'Packed', files: { 'a.txt': 'b' } });
    repo
      .branch('side')
      .checkout('--detach')
      .commit({ message: 'Detached', files: { one: '2' } });
  },
  'what git was told before': repo => {
    repo.write('added', 'added').git('add', 'added');
    repo.write('a.txt', 'not added');
    repo.commit({ message: 'Added', files: { 'plan/a.md': 'b' } });
    repo.git('mv', 'plan/b', 'plan/d');
    repo.commit('Moved');
    repo.git('checkout', '-q', '--orphan', 'other');
    repo.commit({ message: 'Root', files: { 'a.txt': 'root' } });
    repo.git('config', 'user.name', 'Else');
    repo.commit({ message: 'Else', files: { 'a.txt': 'else' } });
  },
  'a change that leaves length and second as they were': repo => {
    repo.commit({ message: 'B', files: { 'a.txt': 'b' } });
    repo.write('a.txt', 'c');
    repo.commit({ message: 'C', files: { 'plan/a.md': 'c' } });
    repo.git('commit', '-q', '-a', '-m', 'All');
  },
  'rules for files, and a conflict': repo => {
    repo.branch('other').commit({ message: 'Other', files: { 'a.txt': 'other' } });
    repo.checkout('main').commit({ message: 'Main', files: { 'a.txt': 'main' } });
    assert.throws(() => repo.merge('other'));
    repo.commit({ message: 'Solved', files: { 'a.txt': 'both' } });
    repo.commit({
      message: 'Rules',
      files: { '.gitattributes': '*.txt text eol=lf\n', 'x.txt': 'a\r\nb\r\n' },
    });
    repo.commit({ message: 'More', files: { 'y.txt': 'a\r\n' } });
  },
  'a clone': repo => {
    const clone = repo.clone('clone');
    clone.branch('there').commit({ message: 'There', files: { 'a.txt': 'there' } });
    repo.git('fetch', '-q', clone.dir, 'there:there');
  },
};

const ASKED = [
  ['for-each-ref'],
  ['ls-files', '--stage'],
  ['status', '--porcelain', '--branch'],
  ['fsck', '--strict', '--no-dangling'],
];

describe('a repository that tests make without git', () => {
  for (const [name, tell] of Object.entries(STORIES)) {
    it(`is the one that git makes: ${name}`, () => {
      const [made, byGit] = [false, true].map(isLeftToGit => {
        const repo = GitRepo.create();
        try {
          // Whatever has hooks is left to git.
          if (isLeftToGit) repo.write('.git/hooks/readme', '');
          repo.commit({ message: 'Start', files: { 'a.txt': 'a', 'plan/a.md': 'a', 'plan/b/c.md': 'c' } });
          tell(repo);
          const log = readFileSync(join(repo.dir, '.git/logs/HEAD'), 'utf8');
          return [repo.head(), log, ...ASKED.map(args => repo.git(...args))];
        } finally {
          repo.dispose();
        }
      });
      assert.deepEqual(made, byGit);
    });
  }

  it('needs no git for what tests do most', () => {
    const repo = GitRepo.create();
    const { PATH } = process.env;
    try {
      process.env.PATH = '';
      assert.throws(() => repo.git('status'));
      const first = repo.commit({ message: 'One', files: { 'plan/a.md': 'a' } });
      const second = repo.branch('side').commit({ message: 'Two', files: { 'plan/a.md': null } });
      assert.equal(repo.head(), second);
      assert.notEqual(first, second);
    } finally {
      process.env.PATH = PATH;
      repo.dispose();
    }
  });
});
