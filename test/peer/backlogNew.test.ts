import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepo } from '../support/gitRepo';
import { runCli } from '../support/runCli';
import { installBacklogTool, type BacklogTool } from './backlogTool';

/** What a title and more make, typed for Milepost and as options of the tool. */
const TASKS: readonly (readonly [title: string, typed: string, options: readonly string[]])[] = [
  ["First: the login's page (1/2)", '', []],
  [
    'Pay by card',
    '@pat #ui #web !high due:2026-12-24',
    ['-a', '@pat', '-l', 'ui,web', '--priority', 'high', '--due-date', '2026-12-24'],
  ],
  ['Third', 'after:TASK-1 status:"In Progress"', ['--depends-on', 'TASK-1', '-s', 'In Progress']],
  ['A title that is so long that the library which the tool writes its front matter with folds it', '', []],
  ['123', '', []],
];

describe("new tasks beside Backlog.md's own command line", function () {
  let tool: BacklogTool;
  const repos: GitRepo[] = [];

  const open = (): string => {
    const repo = GitRepo.create('peer');
    repos.push(repo);
    const local = ['--check-branches', 'false', '--include-remote', 'false'];
    tool(repo.dir, 'init', 'Peer', '--defaults', '--integration-mode', 'none', ...local);
    return repo.dir;
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
    const [ours, theirs] = [open(), open()];
    for (const [title, typed, options] of TASKS) {
      const { code, err } = await runCli(ours, 'new', `${title} ${typed}`);
      assert.equal(code, 0, err);
      tool(theirs, 'task', 'create', title, ...options);
    }
    assert.deepEqual(files(ours), files(theirs));
    tool(ours, 'task', 'create', 'By the tool');
    tool(theirs, 'task', 'create', 'By the tool');
    tool(ours, 'task', 'edit', '2', '-s', 'Done');
    assert.deepEqual(
      files(ours).map(([name]) => name),
      files(theirs).map(([name]) => name),
    );
    assert.match(tool(ours, 'task', '2', '--plain'), /^Status: .*Done$/m);
  });
});
