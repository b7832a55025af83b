import assert from 'node:assert/strict';
import { DocumentCache } from '../../../src/app/files/documentCache';
import { findPlans } from '../../../src/app/files/findPlans';
import { nodeFiles } from '../../../src/app/files/nodeFiles';
import { PlanHistoryReader } from '../../../src/app/repositories/planHistoryReader';
import type { PlanHistory } from '../../../src/core/insight/history/planHistory';
import { openGit } from '../../../src/git/gitReader';
import { GitRepo } from '../../support/gitRepo';

const day = (date: string): Date => new Date(`${date}T12:00:00Z`);

describe('the history of a plan in git', () => {
  let repo: GitRepo;
  beforeEach(() => (repo = GitRepo.create()));
  afterEach(() => repo.dispose());

  async function read(
    reader = new PlanHistoryReader(new DocumentCache()),
    tooLarge: (size: number) => boolean = () => false,
  ): Promise<{ history: PlanHistory; processes: readonly string[] }> {
    const root = { id: repo.dir, name: 'repo', path: repo.dir, plans: [] };
    const { folders } = await findPlans(root, nodeFiles, new DocumentCache());
    const [folder] = folders;
    assert.ok(folder);
    const processes: string[] = [];
    const git = openGit({
      binary: 'git',
      cwd: repo.dir,
      timeoutMs: 60_000,
      log: line => processes.push(line),
    });
    const history = await git.readHistory({ branchAgeDays: 100_000 });
    processes.length = 0;
    const readBlobs: typeof git.readBlobs = async (...asked) => {
      const blobs = [...(await git.readBlobs(...asked))];
      return new Map(
        blobs.map(([id, blob]) => [id, Buffer.isBuffer(blob) && tooLarge(blob.length) ? 'too-large' : blob]),
      );
    };
    const limited = Object.assign(Object.create(git) as typeof git, { readBlobs });
    const placed = { plan: await folder.assemble(), folder, prefix: '', history, git: limited };
    return { history: await reader.read(placed), processes };
  }

  const states = ({ tasks }: PlanHistory, key: string): string[] =>
    (tasks.get(key)?.events ?? []).map(event => `${event.day} ${event.state}`);

  it('follows a task from a checklist line to a file of its own and to its end', async () => {
    const project = '---\nkey: APP\ntimezone: UTC\n---\n';
    const beta =
      '---\ntitle: Beta\ndue: 2026-12-01\n---\n\n## Tasks\n\n- [ ] APP-1 Sign in\n- [ ] APP-2 Sign out\n';
    repo.commit({
      message: 'plan',
      date: day('2026-09-01'),
      files: { 'plan/project.md': project, 'plan/milestones/beta.md': beta },
    });
    repo.commit({
      message: 'split',
      date: day('2026-09-03'),
      files: {
        'plan/milestones/beta.md': beta
          .replace('- [ ] APP-1 Sign in\n', '')
          .replace('2026-12-01', '2026-12-15'),
        'plan/tasks/app-1.md': '---\nid: APP-1\nstatus: In progress\nmilestone: beta\n---\n',
      },
    });
    repo.commit({
      message: 'done',
      date: day('2026-09-08'),
      files: {
        'plan/tasks/app-1.md': null,
        'plan/tasks/done/sign-in.md': '---\nid: app-001\nstatus: Done\nmilestone: beta\n---\n',
      },
    });
    const { history } = await read();
    assert.deepEqual(states(history, 'APP-1'), ['2026-09-01 open', '2026-09-03 active', '2026-09-08 done']);
    assert.deepEqual(states(history, 'APP-2'), ['2026-09-01 open']);
    assert.deepEqual(history.dueMoves, [
      { kind: 'milestone', key: 'BETA', day: '2026-09-03', from: '2026-12-01', to: '2026-12-15' },
    ]);
  });

  it('knows a task of Backlog.md under its former prefix, and moved to another folder', async () => {
    const config = (prefix: string): string =>
      `project_name: x\ntask_prefix: "${prefix}"\nstatuses: ["To Do", "In Progress", "Done"]\n`;
    const task = (id: string, status: string): string =>
      `---\nid: ${id}\ntitle: One\nstatus: ${status}\n---\n`;
    repo.commit({
      message: 'plan',
      date: day('2026-09-01'),
      files: {
        'backlog/config.yml': config('task'),
        'backlog/tasks/task-7 - One.md': task('TASK-7', 'To Do'),
      },
    });
    repo.commit({
      message: 'rename',
      date: day('2026-09-02'),
      files: {
        'backlog/config.yml': config('back'),
        'backlog/tasks/task-7 - One.md': null,
        'backlog/tasks/back-7 - One.md': task('BACK-7', 'In Progress'),
      },
    });
    repo.commit({
      message: 'done',
      date: day('2026-09-04'),
      files: {
        'backlog/tasks/back-7 - One.md': null,
        'backlog/completed/back-7 - One.md': task('BACK-7', 'Done'),
      },
    });
    const { history } = await read();
    assert.deepEqual([...history.tasks.keys()], ['BACK-7']);
    assert.deepEqual(states(history, 'BACK-7'), ['2026-09-01 open', '2026-09-02 active', '2026-09-04 done']);
  });

  it('leaves a file as it was where a version of it is too large, and says so', async () => {
    const task = (status: string, more = ''): string => `---\nid: APP-1\nstatus: ${status}\n---\n${more}`;
    const project = { 'plan/project.md': '---\nkey: APP\n---\n' };
    repo.commit({
      message: 'a',
      date: day('2026-09-01'),
      files: { ...project, 'plan/tasks/a.md': task('To do') },
    });
    const large = task('In progress', 'a'.repeat(1_000));
    repo.commit({ message: 'b', date: day('2026-09-02'), files: { 'plan/tasks/a.md': large } });
    repo.commit({ message: 'c', date: day('2026-09-03'), files: { 'plan/tasks/a.md': task('Done') } });
    const { history } = await read(undefined, size => size > 500);
    assert.deepEqual(states(history, 'APP-1'), ['2026-09-01 open', '2026-09-03 done']);
    assert.equal(history.unread, 1);
    assert.equal((await read()).history.unread, undefined);
  });

  it('never goes back in time, and reads a version of a file once', async () => {
    const task = (status: string): string => `---\nid: APP-1\nstatus: ${status}\n---\n`;
    repo.commit({
      message: 'one',
      date: day('2026-09-05'),
      files: { 'plan/project.md': '---\nkey: APP\n---\n', 'plan/tasks/a.md': task('To do') },
    });
    repo.commit({
      message: 'a wrong clock',
      date: day('2026-09-01'),
      files: { 'plan/tasks/a.md': task('In progress') },
    });
    const reader = new PlanHistoryReader(new DocumentCache());
    const first = await read(reader);
    assert.deepEqual(states(first.history, 'APP-1'), ['2026-09-05 open', '2026-09-05 active']);
    assert.equal(first.processes.length, 1);
    repo.commit({ message: 'again', date: day('2026-09-07'), files: { 'plan/tasks/a.md': task('To do') } });
    const second = await read(reader);
    assert.deepEqual(states(second.history, 'APP-1').at(-1), '2026-09-07 open');
    assert.deepEqual(second.processes, [], 'every version of the file was known');
  });
});
