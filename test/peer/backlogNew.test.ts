import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';
import { installBacklogTool, type BacklogTool } from './backlogTool';

/** What a title and more make, typed for Milepost and as options of the tool. */
const TASKS: readonly (readonly [title: string, typed: string, options: readonly string[]])[] = [
  [
    'Pay by card',
    '@pat #ui #web !high due:2026-12-24',
    ['-a', '@pat', '-l', 'ui,web', '--priority', 'high', '--due-date', '2026-12-24'],
  ],
  ['Third', 'after:TASK-1 status:"In Progress"', ['--depends-on', 'TASK-1', '-s', 'In Progress']],
  ['A title that is so long that the library which the tool writes its front matter with folds it', '', []],
];

describe("new tasks beside Backlog.md's own command line", function () {
  let tool: BacklogTool;
  const repos: GitRepo[] = [];

  /** A project of the tool, as often as it is needed. */
  const open = (count: number): readonly string[] => {
    const dirs = Array.from({ length: count }, () => {
      const repo = GitRepo.create('peer');
      repos.push(repo);
      return repo.dir;
    });
    const [first = '', ...others] = dirs;
    const local = ['--check-branches', 'false', '--include-remote', 'false'];
    tool(first, 'init', 'Peer', '--defaults', '--integration-mode', 'none', ...local);
    others.forEach(dir => {
      cpSync(join(first, 'backlog'), join(dir, 'backlog'), { recursive: true });
    });
    return dirs;
  };
  const files = (root: string): readonly (readonly [string, string])[] =>
    readdirSync(join(root, 'backlog/tasks'))
      .sort()
      .map(name => {
        const text = readFileSync(join(root, 'backlog/tasks', name), 'utf8');
        return [name, text.replace(/^created_date: '\d{4}-\d\d-\d\d \d\d:\d\d'$/m, 'created_date: now')];
      });

  before(function () {
    const installed = installBacklogTool();
    if (typeof installed === 'string') {
      console.log(`skipped: the package backlog.md cannot be installed: ${installed}`);
      this.skip();
    }
    tool = installed;
  });
  after(() => repos.forEach(repo => repo.dispose()));

  it('are the same bytes, and the tool goes on from them', async () => {
    const [ours = '', theirs = ''] = open(2);
    for (const [title, typed, options] of TASKS) {
      const { code, err } = await runCli(ours, 'new', `${title} ${typed}`);
      assert.equal(code, 0, err);
      tool(theirs, 'task', 'create', title, ...options);
    }
    assert.deepEqual(files(ours), files(theirs));
    assert.match(tool(ours, 'task', 'create', 'By the tool'), /TASK-4/);
    assert.match(tool(ours, 'task', '1', '--plain'), /^Task TASK-1 - Pay by card$/m);
  });
});
