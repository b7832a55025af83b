import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { GitRepo } from '../../support/gitRepo';
import { picking } from '../../support/picking';
import { untilGitKnows } from '../../support/untilGitKnows';
import { showFolders } from '../../support/windowFolders';

/** The same task in both formats that hold all of it. */
const PLANS: readonly {
  readonly id: string;
  readonly task: string;
  readonly files: Readonly<Record<string, string>>;
}[] = [
  {
    id: 'APP-1',
    task: 'plan/tasks/one.md',
    files: {
      'plan/project.md': '---\nkey: APP\n---\n',
      'plan/tasks/one.md':
        '---\nid: APP-1\ntitle: One\nstatus: In progress\n---\n\n## Acceptance criteria\n\n- [ ] Works\n',
    },
  },
  {
    id: 'TASK-1',
    task: 'backlog/tasks/task-1 - One.md',
    files: {
      'backlog/config.yml': 'project_name: Harbor\nstatuses: ["To Do", "In Progress", "Done"]\n',
      'backlog/tasks/task-1 - One.md':
        '---\nid: TASK-1\ntitle: One\nstatus: In Progress\n---\n\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [ ] #1 Works\n<!-- AC:END -->\n',
    },
  },
];

describe('finishing work', () => {
  const repos: GitRepo[] = [];

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await showFolders();
    repos.forEach(repo => repo.dispose());
  });

  for (const { id, task, files } of PLANS) {
    it(`ticks what is open of ${id}, sets it done and offers what is next`, async () => {
      const [repo, server] = [GitRepo.create(), GitRepo.create()];
      repos.push(repo, server);
      repo.commit({ message: 'Plan', files });
      repo.git('remote', 'add', 'origin', server.dir);
      repo.git('push', '-q', 'origin', 'HEAD:refs/heads/base');
      repo.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      repo.branch(`${id.toLowerCase()}-one`);
      await showFolders(vscode.Uri.file(repo.dir));
      const milepost = await ExtensionUnderTest.open();
      await milepost.untilLine('milestones', `${id} One`);
      await untilGitKnows(vscode.Uri.file(repo.dir));
      const { store } = await milepost.api.load();
      const isDone = (): boolean => store.snapshot.plans[0]?.plan.tasks[0]?.category === 'done';
      await milepost.until(
        'the branch of the task',
        () => (store.snapshot.plans[0]?.evidence?.branches.length ?? 0) > 0,
      );
      const read = (): string => readFileSync(join(repo.dir, task), 'utf8');
      const before = read();
      const published = await pressing(`Publish ${id.toLowerCase()}-one`, () =>
        picking('Tick the criterion and finish', () => vscode.commands.executeCommand('milepost.finishWork')),
      );
      assert.deepEqual(published, ['Commit Plan Changes', `Publish ${id.toLowerCase()}-one`]);
      assert.match(read(), /^status: Done$/m);
      assert.match(read(), /^- \[x\] (?:#1 )?Works$/m);
      await milepost.until('the task is done', isDone);
      await untilPushed(server, `${id.toLowerCase()}-one`);
      await vscode.commands.executeCommand('milepost.undo');
      assert.equal(read(), before);
      await milepost.until('the task is as it was', () => !isDone());
    });
  }
});

/** Runs a command and presses a button of its first message. @returns the buttons of that message */
async function pressing(label: string, run: () => Promise<void>): Promise<readonly string[]> {
  const { showInformationMessage } = vscode.window;
  const told = new Promise<readonly string[]>(resolve => {
    const answer = async (_text: string, ...buttons: string[]): Promise<string | undefined> => {
      vscode.window.showInformationMessage = (async () => undefined) as typeof showInformationMessage;
      resolve(buttons);
      return label;
    };
    vscode.window.showInformationMessage = answer as unknown as typeof showInformationMessage;
  });
  try {
    await run();
    return await told;
  } finally {
    // What comes after the button is not asked about.
    void setTimeout(5_000).then(() => (vscode.window.showInformationMessage = showInformationMessage));
  }
}

/** A push tells Milepost nothing that it shows. */
async function untilPushed(server: GitRepo, branch: string): Promise<void> {
  const isThere = (): boolean => server.git('for-each-ref', `refs/heads/${branch}`) !== '';
  for (let tries = 0; tries < 120 && !isThere(); tries++) {
    await setTimeout(250);
  }
  assert.ok(isThere(), 'it is pushed');
}
