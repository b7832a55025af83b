import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newerGit } from '../support/faults/newerGit';
import { openPlan, PLAN } from '../support/faults/openPlan';
import { seen } from '../support/faults/seen';
import { GitRepo } from '../support/gitRepo';

const TASK = 'plan/tasks/three.md';
const withStatus = (status: string): string => (PLAN[TASK] ?? '').replace('To do', status);

/** A plan without what git adds to it. */
const BARE = ['Milestones: First', 'Milestones: Second', 'Milestones: Fourth', 'Milestones: Third'];
const FSCK = 'Run git fsck for details; another clone may still have it.';

interface State {
  readonly name: string;
  /** Brings a repository with two commits on `main` into the state. Gives the folder to open, if it is another one. */
  readonly make: (repo: GitRepo) => string | void;
  /** Lines that are seen, with what precedes a hash or a path: each stands at the beginning of a line. */
  readonly seen: readonly string[];
  /** Nothing that is seen begins so. */
  readonly unseen?: readonly string[];
}

const STATES: readonly State[] = [
  {
    name: 'no repository',
    make: repo => rmSync(join(repo.dir, '.git'), { recursive: true }),
    seen: [
      ...BARE,
      'Current work: This plan is not in a git repository, so there are no commits to show.',
      'Panel: This folder is not in a git repository, so no commits can be shown.',
    ],
  },
  {
    name: 'no commits yet',
    make: repo => {
      rmSync(join(repo.dir, '.git'), { recursive: true });
      repo.git('init', '-q', '-b', 'main');
    },
    seen: [...BARE, 'Current work: main | no commits yet', 'Panel: This repository has no commits yet.'],
    unseen: ['Current work: This branch could not be compared'],
  },
  {
    name: 'detached HEAD',
    make: repo => void repo.checkout('--detach').commit({ message: 'APP-3 Try', files: { b: '1' } }),
    seen: [
      'Milestones: First | looks finished',
      'Current work: Commit ',
      'Current work: Third | To do · 1 commit',
      'Panel: Showing main; you are on ',
    ],
  },
  {
    name: 'a shallow clone',
    make: repo => {
      repo.commit({ message: 'APP-3 Work', files: { b: '1' } });
      return repo.clone('shallow', '--depth=1').dir;
    },
    seen: [
      'Milestones: Third | looks finished',
      'Panel: This clone holds only part of the history, so older commits are missing. To get them, run: git fetch --unshallow',
    ],
    unseen: ['Milestones: Second | no commits'],
  },
  {
    name: 'a worktree beside the main one',
    make: repo => {
      repo.git('branch', 'feature/APP-3');
      const tree = repo.worktree('tree', 'feature/APP-3');
      tree.commit({ message: 'Work', files: { b: '1' } });
      return tree.dir;
    },
    seen: ['Current work: feature/APP-3 | 1 commit', 'Status bar: APP-3 Third', 'Current work: Work | '],
  },
  {
    name: 'a worktree whose repository has moved away',
    make: repo => {
      repo.git('branch', 'feature/APP-3');
      const { dir } = repo.worktree('tree', 'feature/APP-3');
      renameSync(repo.dir, `${repo.dir}-moved`);
      return dir;
    },
    seen: [
      ...BARE,
      'Milestones: [root]/.git exists, but git does not recognise it as a repository: its HEAD is damaged, or it points to a missing folder.',
    ],
    unseen: ['Panel: This folder is not in a git repository'],
  },
  {
    name: 'a plan in a submodule that is opened by itself',
    make: repo => {
      const outer = repo.clone('outer');
      outer.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        `file://${repo.dir}`,
        'sub',
      );
      return join(outer.dir, 'sub');
    },
    seen: ['Milestones: First | looks finished', 'Current work: main | default branch'],
  },
  {
    name: 'a plan folder that is a submodule: its tasks have commits, and no review says what it cannot know',
    make: repo => {
      const plan = GitRepo.create();
      Object.entries(PLAN).forEach(([path, text]) => plan.write(path.slice('plan/'.length), text));
      plan.git('add', '-A');
      plan.commit('Plan');
      repo.git('rm', '-rq', 'plan');
      repo.commit('Move the plan');
      repo.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        `file://${plan.dir}`,
        'plan',
      );
      repo.commit('Add the plan');
      plan.dispose();
      repo.branch('feature/APP-3').commit({ message: 'APP-3 Work', files: { b: '1' } });
    },
    seen: [
      'Milestones: First | looks finished',
      'Current work: Third | has commits · To do · 1 commit',
      'Current work: This branch could not be compared; the log says why',
      'Panel: These commits could not be reviewed · plan is a submodule or a link, so the commits of this repository do not contain its earlier versions.',
    ],
    unseen: ['Current work: Commits without a task', 'Current work: Plan changes'],
  },
  {
    name: 'a rebase that has stopped at a conflict',
    make: repo => {
      diverge(repo);
      repo.checkout('feature/APP-3');
      assert.throws(() => repo.rebase('main'));
    },
    seen: [
      'Current work: feature/APP-3 | rebasing',
      'Status bar: APP-3 Third',
      'Milestones: This file has conflict markers. Milepost reads the "ours" side and edits nothing until you resolve them. | three.md:4',
      'Milestones: Third | blocked',
    ],
  },
  {
    name: 'a merge that has stopped at a conflict',
    make: repo => {
      diverge(repo);
      assert.throws(() => repo.merge('feature/APP-3'));
    },
    seen: [
      'Current work: main | default branch',
      'Milestones: This file has conflict markers. Milepost reads the "ours" side and edits nothing until you resolve them. | three.md:4',
      'Milestones: Third | blocked',
    ],
  },
  {
    name: 'the index locked',
    make: repo => void repo.write('.git/index.lock', ''),
    seen: ['Milestones: First | looks finished', 'Current work: main | default branch'],
  },
  {
    name: 'HEAD with garbage in it',
    make: repo => void repo.write('.git/HEAD', '\0garbage'),
    seen: [
      ...BARE,
      'Milestones: [root]/.git exists, but git does not recognise it as a repository',
      'Current work: Git failed.',
    ],
    unseen: ['Panel: This folder is not in a git repository'],
  },
  {
    name: 'a configuration with garbage in it',
    make: repo => void repo.write('.git/config', '[core\n nonsense'),
    seen: [...BARE, 'Milestones: git rev-parse failed: fatal: bad config line 1 in file .git/config'],
  },
  {
    name: 'a branch that names a commit that is not there: the others stay',
    make: repo => {
      repo.branch('feature/APP-3').commit({ message: 'Work', files: { b: '1' } });
      repo.write('.git/refs/heads/lost', `${'1'.repeat(40)}\n`);
    },
    seen: [
      'Milestones: First | looks finished',
      'Current work: feature/APP-3 | 1 commit',
      'Milestones: Damaged branches are not shown, because git lacks their last commits: lost. Fetch them again, or delete them.',
      'Panel: Damaged branches are not shown',
    ],
  },
  {
    name: 'a branch whose file holds garbage: the others stay',
    make: repo => void repo.write('.git/refs/heads/lost', 'garbage\n'),
    seen: ['Milestones: First | looks finished', 'Current work: main | default branch'],
  },
  {
    name: 'the checked-out branch emptied, as by a crash: not a new repository',
    make: repo => void repo.write('.git/refs/heads/main', ''),
    seen: [
      ...BARE,
      'Milestones: Damaged branches are not shown, because git lacks their last commits: main.',
      'Current work: main | damaged',
    ],
    unseen: ['Panel: This repository has no commits yet.'],
  },
  {
    name: 'a missing commit',
    make: repo => rmSync(objectFile(repo, 'HEAD~1')),
    seen: [
      ...BARE,
      'Milestones: Part of this repository is missing or damaged: Failed to traverse parents of commit ',
      'Current work: Git failed.',
    ],
  },
  {
    name: 'a corrupt commit',
    make: repo => overwrite(objectFile(repo, 'HEAD~1'), Buffer.from('corrupt')),
    seen: [...BARE, 'Milestones: Part of this repository is missing or damaged: loose object '],
  },
  {
    name: 'a missing folder of an old commit',
    make: repo => rmSync(objectFile(repo, 'HEAD:plan')),
    seen: [...BARE, 'Milestones: Part of this repository is missing or damaged: unable to read tree '],
  },
  {
    name: 'a missing file of an old commit: the history stays, and what changed in it is not made up',
    make: repo => {
      repo.branch('feature/APP-3').commit({ message: 'APP-3 Work', files: { [TASK]: withStatus('Done') } });
      rmSync(objectFile(repo, `main:${TASK}`));
    },
    seen: [
      'Milestones: First | looks finished',
      'Current work: Third | Done · 1 commit',
      'Current work: 1 plan file of another commit could not be read, so its changes are unknown',
      'Panel: 1 plan file of another commit could not be read, so its changes are unknown',
      'Panel: This file could not be read: this version is not in this clone',
    ],
    unseen: ['Current work: Plan changes'],
  },
  {
    name: 'a corrupt file of an old commit: the same',
    make: repo => {
      repo.branch('feature/APP-3').commit({ message: 'APP-3 Work', files: { [TASK]: withStatus('Done') } });
      overwrite(objectFile(repo, `main:${TASK}`), Buffer.from('corrupt'));
    },
    seen: [
      'Milestones: First | looks finished',
      'Current work: 1 plan file of another commit could not be read, so its changes are unknown',
    ],
    unseen: ['Current work: Plan changes'],
  },
  {
    name: 'a corrupt pack',
    make: repo =>
      changePack(repo, bytes => bytes.map((byte, at) => (at > 12 && at % 7 === 0 ? byte ^ 0xff : byte))),
    seen: [
      ...BARE,
      'Milestones: Part of this repository is missing or damaged: ',
      'Current work: Git failed.',
    ],
  },
  {
    name: 'a pack that is cut off',
    make: repo => changePack(repo, bytes => bytes.subarray(0, bytes.length / 2)),
    seen: [
      ...BARE,
      'Milestones: Part of this repository is missing or damaged: ',
      'Current work: Git failed.',
    ],
  },
];

describe('a repository in any state: the plan is there, and what git cannot say is said', () => {
  for (const state of STATES) {
    it(state.name, async () => {
      const repo = GitRepo.create();
      try {
        repo.commit({ message: 'Plan', files: PLAN });
        repo.commit({ message: 'APP-1 Build', files: { 'src/a.ts': '1' } });
        const root = state.make(repo) ?? repo.dir;
        const lines = await seenIn(root);
        for (const wanted of state.seen) {
          const start = wanted.replace('[root]', root);
          assert.ok(
            lines.some(line => line.startsWith(start)),
            `not seen: ${start}\n${lines.join('\n')}`,
          );
        }
        for (const start of state.unseen ?? []) {
          assert.ok(!lines.some(line => line.startsWith(start)), `seen: ${start}\n${lines.join('\n')}`);
        }
        const damaged = lines.filter(line => line.includes('missing or damaged'));
        assert.ok(
          damaged.every(line => line.endsWith(FSCK)),
          damaged.join('\n'),
        );
      } finally {
        repo.dispose();
      }
    });
  }

  it('partial clone without blobs, and its remote gone: what is not here is not fetched and not made up', async () => {
    const repo = GitRepo.create();
    try {
      repo.git('config', 'uploadpack.allowFilter', 'true');
      repo.commit({ message: 'Plan', files: PLAN });
      repo.commit({ message: 'APP-3 Work', files: { [TASK]: withStatus('In progress') } });
      const clone = repo.clone('partial', '--filter=blob:none');
      renameSync(repo.dir, `${repo.dir}-gone`);
      clone.branch('feature/APP-3').commit({ message: 'APP-3 End', files: { [TASK]: withStatus('Done') } });
      const { store, log } = await openPlan(clone.dir);
      const { uid } = store.snapshot.plans[0]?.plan ?? { uid: '' };
      const review = await store.review(uid, { base: 'HEAD~2' });
      assert.ok(review.ok);
      assert.deepEqual(review.value.changes, []);
      assert.deepEqual(
        review.value.unread.map(({ file, message }) => [file, message]),
        [[TASK, { code: 'unreadable', args: ['not-in-git'] }]],
      );
      assert.deepEqual(log, []);
      store.dispose();
    } finally {
      repo.dispose();
    }
  });

  it('partial clone without trees, whatever git says of what is not here: its commits are there, and no damage', async () => {
    const repo = GitRepo.create();
    try {
      repo.git('config', 'uploadpack.allowFilter', 'true');
      repo.commit({ message: 'Plan', files: PLAN });
      repo.commit({ message: 'APP-1 Build', files: { 'src/a.ts': '1' } });
      const { dir } = repo.clone('partial', '--filter=tree:0');
      const expected = ['Milestones: First | looks finished', 'Current work: main | default branch'];
      for (const binary of ['git', newerGit(join(dirname(repo.dir), 'bin'))]) {
        const lines = await seenIn(dir, binary);
        for (const start of expected) {
          assert.ok(
            lines.some(line => line.startsWith(start)),
            `not seen: ${start}\n${lines.join('\n')}`,
          );
        }
        assert.ok(!lines.some(line => /damaged|fsck|failed/.test(line)), lines.join('\n'));
      }
    } finally {
      repo.dispose();
    }
  });
});

async function seenIn(root: string, binary?: string): Promise<readonly string[]> {
  const { store } = await openPlan(root, { binary });
  try {
    return await seen(store);
  } finally {
    store.dispose();
  }
}

/** `main` and a branch have changed the same line. */
function diverge(repo: GitRepo): void {
  repo.branch('feature/APP-3').commit({ message: 'Mine', files: { [TASK]: withStatus('Done') } });
  repo.checkout('main').commit({ message: 'Theirs', files: { [TASK]: withStatus('Blocked') } });
}

function objectFile(repo: GitRepo, revision: string): string {
  const id = repo.head(revision);
  return join(repo.dir, '.git/objects', id.slice(0, 2), id.slice(2));
}

/** Git makes its object files read-only. */
function overwrite(file: string, bytes: Uint8Array): void {
  rmSync(file);
  writeFileSync(file, bytes);
}

function changePack(repo: GitRepo, change: (bytes: Buffer) => Uint8Array): void {
  repo.git('repack', '-adq');
  const folder = join(repo.dir, '.git/objects/pack');
  const pack = readdirSync(folder).find(name => name.endsWith('.pack')) ?? '';
  overwrite(join(folder, pack), change(readFileSync(join(folder, pack))));
}
