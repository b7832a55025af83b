import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backlogFormat } from '../../src/core/formats/backlog/backlog';
import { editBacklog } from '../../src/core/formats/backlog/editBacklog';
import { backlogRecogniser } from '../../src/core/formats/backlog/recogniser';
import type { ParsedFile } from '../../src/core/formats/format';
import { parseDocument } from '../../src/core/documents/parseDocument';
import type { Change } from '../../src/core/plan/change';
import type { Plan } from '../../src/core/plan/model';
import { applyEdits } from '../../src/core/base/text';
import { GitRepo } from '../support/gitRepo';
import { installBacklogTool } from './backlogTool';
import type { BacklogTool } from './backlogTool';

interface ToolTask {
  readonly status: string;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly milestone: string | null;
  readonly dependencies: readonly string[];
  readonly references: readonly string[];
  readonly dueDate: string | null;
  readonly acceptanceCriteria: readonly { readonly text: string; readonly checked: boolean }[];
}

const COMMIT = {
  hash: 'abc123def4567890abc123def4567890abc123de',
  date: '2026-03-04',
  subject: "It's done: sign in #1",
};
const ENTRY = "'commit:abc123def456 2026-03-04 It''s done: sign in #1'";
/** 2026-04-05 06:07 UTC. */
const NOW = Date.UTC(2026, 3, 5, 6, 7) / 1000;

describe("Backlog.md's own command line", function () {
  let tool: BacklogTool;
  let repo: GitRepo | undefined;
  let root: string;

  const path = () => {
    const name = readdirSync(join(root, 'backlog/tasks')).find(file => file.startsWith('task-1 '));
    assert.ok(name);
    return `backlog/tasks/${name}`;
  };
  const read = () => readFileSync(join(root, path()), 'utf8');
  const shown = () => JSON.parse(tool(root, 'task', '1', '--json')) as { readonly task: ToolTask };

  function plan(): Plan {
    const files: ParsedFile[] = [];
    for (const folder of ['', 'tasks', 'milestones']) {
      for (const entry of readdirSync(join(root, 'backlog', folder), { withFileTypes: true })) {
        const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isFile() && backlogRecogniser.owns(inside)) {
          const text = readFileSync(join(root, 'backlog', inside), 'utf8');
          const document = parseDocument(text, inside.endsWith('.md') ? 'markdown' : 'yaml');
          files.push({ path: `backlog/${inside}`, document });
        }
      }
    }
    return backlogFormat.assemble({ root, folder: 'backlog', files, unreadable: [] });
  }

  /** Makes the edit and holds the file against what it must be, byte for byte. */
  function edit(change: Change, expected: (before: string) => string): void {
    const before = read();
    const context = { plan: plan(), path: path(), now: NOW };
    const result = editBacklog(before, { kind: 'task', id: 'TASK-1', line: 0 }, change, context);
    assert.ok(result.ok, JSON.stringify(result));
    const after = applyEdits(before, result.edits);
    assert.notEqual(after, before);
    assert.equal(after, expected(before));
    writeFileSync(join(root, path()), after);
  }

  before(function () {
    const installed = installBacklogTool();
    if (typeof installed === 'string') {
      console.log(`skipped: the package backlog.md cannot be installed: ${installed}`);
      this.skip();
    }
    tool = installed;
    repo = GitRepo.create('peer');
    root = repo.dir;
    const local = ['--check-branches', 'false', '--include-remote', 'false'];
    tool(root, 'init', 'Peer', '--defaults', '--integration-mode', 'none', ...local);
    tool(root, 'milestone', 'add', 'Release one');
    tool(
      root,
      'task',
      'create',
      "First: the login's page",
      '--ac',
      'it works',
      '--ac',
      'it is fast',
      '-l',
      'ui',
    );
    tool(root, 'task', 'create', 'Second');
  });

  after(() => repo?.dispose());

  it('shows a new status', () => {
    edit({ kind: 'set', field: 'status', value: 'in progress' }, text =>
      text.replace('status: To Do', 'status: In Progress'),
    );
    assert.equal(shown().task.status, 'In Progress');
  });

  it('shows a ticked criterion', () => {
    const line = read().split('\n').indexOf('- [ ] #2 it is fast');
    edit({ kind: 'tick', line, text: 'it is fast', checked: true }, text =>
      text.replace('- [ ] #2 it is fast', '- [x] #2 it is fast'),
    );
    assert.deepEqual(
      shown().task.acceptanceCriteria.map(({ checked }) => checked),
      [false, true],
    );
  });

  it('shows a new assignee', () => {
    edit({ kind: 'setList', field: 'assignees', value: ['@ana'] }, text =>
      text.replace('assignee: []', "assignee:\n  - '@ana'"),
    );
    assert.deepEqual(shown().task.assignees, ['@ana']);
  });

  it('shows a label more and, later, one less', () => {
    edit({ kind: 'setList', field: 'labels', value: ['ui', 'web: new'] }, text =>
      text.replace('  - ui\n', "  - ui\n  - 'web: new'\n"),
    );
    assert.deepEqual(shown().task.labels, ['ui', 'web: new']);
    edit({ kind: 'setList', field: 'labels', value: [] }, text =>
      text.replace("labels:\n  - ui\n  - 'web: new'\n", 'labels: []\n'),
    );
    assert.deepEqual(shown().task.labels, []);
  });

  it('shows a new dependency', () => {
    edit({ kind: 'setList', field: 'dependsOn', value: ['task-2'] }, text =>
      text.replace('dependencies: []', 'dependencies:\n  - TASK-2'),
    );
    assert.deepEqual(shown().task.dependencies, ['TASK-2']);
  });

  it('shows a new milestone', () => {
    edit({ kind: 'set', field: 'milestone', value: 'Release One' }, text =>
      text.replace('dependencies:', 'milestone: m-0\ndependencies:'),
    );
    assert.equal(shown().task.milestone, 'm-0');
  });

  it('shows a new due date', () => {
    edit({ kind: 'set', field: 'due', value: '2026-12-01' }, text =>
      text.replace('labels:', "due_date: '2026-12-01'\nlabels:"),
    );
    assert.equal(shown().task.dueDate, '2026-12-01');
    assert.match(tool(root, 'task', '1', '--plain'), /^Due: 2026-12-01$/m);
  });

  it('shows a linked commit, and keeps it when it writes the file itself', () => {
    edit({ kind: 'link', commits: [COMMIT] }, text =>
      text.replace('ordinal:', `references:\n  - ${ENTRY}\nordinal:`),
    );
    const reference = `commit:abc123def456 2026-03-04 ${COMMIT.subject}`;
    assert.deepEqual(shown().task.references, [reference]);
    tool(root, 'task', 'edit', '1', '--add-label', 'late', '--add-ref', 'https://example.org/x');
    assert.ok(read().includes(`  - ${ENTRY}\n`));
    assert.deepEqual(shown().task.references, [reference, 'https://example.org/x']);
    const [task] = plan().tasks;
    assert.equal(task?.handLinks[0]?.hash, 'abc123def456');
  });

  it('finds the time of the change, once its own edit has put one there', () => {
    edit({ kind: 'set', field: 'status', value: 'Done' }, text =>
      text
        .replace('status: In Progress', 'status: Done')
        .replace(/updated_date: '[^']*'/, "updated_date: '2026-04-05 06:07'"),
    );
    assert.equal(shown().task.status, 'Done');
    assert.match(tool(root, 'task', '1', '--plain'), /^Updated: 2026-04-05 06:07 \(UTC\)$/m);
  });

  it('lists every task of the plan as Milepost does', () => {
    const { tasks } = JSON.parse(tool(root, 'task', 'list', '--json')) as {
      readonly tasks: readonly { readonly id: string; readonly status: string; readonly title: string }[];
    };
    const pick = ({ id, status, title }: { id: string; status: string; title: string }) => [
      id,
      status,
      title,
    ];
    assert.deepEqual(tasks.map(pick).sort(), plan().tasks.map(pick).sort());
  });
});
