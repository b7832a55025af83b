import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answering } from '../../support/answering';
import { ExtensionUnderTest } from '../../support/extensionUnderTest';
import { picking } from '../../support/picking';

const OPENING = 'plan/milestones/opening.md';
const LATER = 'plan/milestones/later.md';
const LATER_TEXT = '---\ntitle: Later\ndue: 2031-06-02\n---\n\n## Tasks\n\n- [ ] TEA-8 Open a second shop\n';

const BACKLOG = {
  'backlog/config.yml': 'project_name: Stall\n',
  'backlog/milestones/m-1 - Market.md': '---\nid: m-1\ntitle: "Market"\n---\n',
  'backlog/tasks/task-1 - Rent.md': '---\nid: TASK-1\ntitle: Rent\nstatus: To Do\nordinal: 1000\n---\n',
  'backlog/tasks/task-2 - Cups.md':
    '---\nid: TASK-2\ntitle: Cups\nstatus: To Do\nlabels: []\nordinal: 2000\n---\n',
};

describe('moving work', () => {
  let milepost: ExtensionUnderTest;

  const write = (path: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(milepost.uri(path), Buffer.from(text));
  const read = (path: string): string => readFileSync(milepost.uri(path).fsPath, 'utf8');

  before(async () => {
    milepost = await ExtensionUnderTest.open();
    await write(LATER, LATER_TEXT);
    for (const [path, text] of Object.entries(BACKLOG)) {
      await write(path, text);
    }
    await milepost.untilLine('milestones', 'TEA-8 Open a second shop');
    await milepost.untilLine('milestones', 'TASK-2 Cups');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(milepost.uri(LATER));
    await vscode.workspace.fs.delete(milepost.uri('backlog'), { recursive: true });
    await milepost.until('the plan is as it was', async () => !/TEA-8|TASK-2/.test((await seen()).join()));
  });

  const seen = (): Promise<readonly string[]> => milepost.lines('milestones');

  async function subject(id: string) {
    const { store } = await milepost.api.load();
    for (const { plan } of store.snapshot.plans) {
      const item = [...plan.tasks, ...plan.milestones].find(one => one.id === id);
      if (item) {
        return { kind: item.kind, plan: plan.uid, uid: item.uid };
      }
    }
    return assert.fail(id);
  }

  /** What the plans say of their tasks: where they stand, and in which order. */
  async function said(): Promise<string> {
    const { store } = await milepost.api.load();
    return JSON.stringify(
      store.snapshot.plans.map(({ plan }) =>
        plan.tasks.map(task => [
          task.id,
          task.milestone,
          task.parent,
          task.dependsOn,
          task.priority,
          task.ordinal,
        ]),
      ),
    );
  }

  /** Makes a gesture, looks at what it has written, and undoes it; then all bytes are as they were. */
  async function make(
    command: string,
    [ids, onto]: readonly [ids: readonly string[], onto?: object],
    answers: readonly string[],
    written: Readonly<Record<string, RegExp>>,
  ): Promise<void> {
    const before = { texts: Object.keys(written).map(textOf), plan: await said() };
    const subjects = await Promise.all(ids.map(subject));
    await picking(answers, () =>
      vscode.commands.executeCommand(`milepost.${command}`, subjects[0], subjects, ...(onto ? [onto] : [])),
    );
    for (const [file, text] of Object.entries(written)) {
      assert.match(textOf(file), text, `${command}: ${textOf(file)}`);
    }
    await milepost.until(`${command} is in the plan`, async () => (await said()) !== before.plan);
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual(Object.keys(written).map(textOf), before.texts, `${command} is undone`);
    await milepost.until(`${command} is undone in the plan`, async () => (await said()) === before.plan);
  }

  const textOf = (file: string): string => (existsSync(milepost.uri(file).fsPath) ? read(file) : '');

  it('to another milestone, by a pick, as a field and by dropping', async () => {
    const moved = {
      [OPENING]: /^(?![^]*TEA-[23])[^]*TEA-1/,
      [LATER]: /TEA-8 Open a second shop\n- \[\/\] TEA-2 Print.*\n- \[ \] TEA-3 Pack/,
    };
    await make('moveTo', [['TEA-2', 'TEA-3']], ['Later'], moved);
    await make('setMilestone', [['TEA-2', 'TEA-3']], ['Later'], moved);
    await make('moveTo', [['TEA-2', 'TEA-3'], await subject('later')], [], moved);
    await make('moveTo', [['TEA-4'], await subject('later')], [], {
      'plan/tasks/tea-4.md': /^milestone: later$/m,
    });
  });

  it('to another task: behind it, below it and after it, the last choice first', async () => {
    const target = await subject('TEA-8');
    await make('moveTo', [['TEA-2'], target], ['Make a Subtask'], {
      [LATER]: /TEA-8 Open a second shop\n {2}- \[\/\] TEA-2 Print/,
      [OPENING]: /TEA-1/,
    });
    await make('moveTo', [['TEA-8']], ['TEA-1 Choose the teas', 'Place After'], {
      [OPENING]: /TEA-1 .*\n- \[ \] TEA-8 Open a second shop\n- \[\/\] TEA-2/,
      [LATER]: /## Tasks\n/,
    });
    await make('moveTo', [['TEA-3'], target], ['Starts After It'], { [OPENING]: /TEA-3 .* after:TEA-8/ });
    const offered: string[] = [];
    const { showQuickPick } = vscode.window;
    vscode.window.showQuickPick = (async (items: Thenable<readonly vscode.QuickPickItem[]>) => {
      offered.push(...(await items).map(({ label }) => label));
      return undefined;
    }) as unknown as typeof showQuickPick;
    try {
      await vscode.commands.executeCommand('milepost.moveTo', await subject('TEA-3'), undefined, target);
    } finally {
      vscode.window.showQuickPick = showQuickPick;
    }
    assert.deepEqual(offered, ['Starts After It', 'Place After', 'Make a Subtask']);
  });

  it('into a group, whose field is set', async () => {
    const { plan } = await subject('TEA-2');
    await make('moveTo', [['TEA-2'], { kind: 'group', plan, field: 'priority', value: 'high' }], [], {
      [OPENING]: /TEA-2 .* !high/,
    });
  });

  it('to a file, and to none: a line is offered to become a file first', async () => {
    const file = 'plan/tasks/tea-2-print-the-labels.md';
    const before = { texts: [OPENING, file].map(textOf), plan: await said() };
    const line = await subject('TEA-2');
    const { showWarningMessage, setStatusBarMessage } = vscode.window;
    const asked: string[] = [];
    vscode.window.showWarningMessage = (async (text: string, button: string) => {
      asked.push(text);
      return button;
    }) as unknown as typeof showWarningMessage;
    // Nothing waits for what a button does; it tells when it is done.
    const told = new Promise<string>(resolve => {
      vscode.window.setStatusBarMessage = resolve as unknown as typeof setStatusBarMessage;
    });
    try {
      await vscode.commands.executeCommand('milepost.moveTo', line, undefined, {
        ...{ kind: 'group', plan: line.plan, field: 'milestone' },
      });
      assert.equal(await told, 'Moved TEA-2');
    } finally {
      Object.assign(vscode.window, { showWarningMessage, setStatusBarMessage });
    }
    assert.doesNotMatch(textOf(OPENING), /TEA-2/);
    assert.match(asked.join(), /TEA-2 is a line/);
    assert.match(textOf(file), /^---\nid: TEA-2\ntitle: Print the labels\nstatus: In progress\n/);
    // Two gestures, each undone by itself.
    await milepost.until('all of it is in the plan', async () => (await said()) !== before.plan);
    await vscode.commands.executeCommand('milepost.undo');
    assert.match(textOf(OPENING), /- \[\/\] \[TEA-2\]\(\.\.\/tasks\/tea-2-print-the-labels\.md\)\n/);
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual([OPENING, file].map(textOf), before.texts);
    await milepost.until('it is undone in the plan', async () => (await said()) === before.plan);
  });

  it('from a line to a file, and back', async () => {
    const file = 'plan/tasks/tea-8-open-a-second-shop.md';
    const before = await said();
    await vscode.commands.executeCommand('milepost.promote', await subject('TEA-8'));
    assert.match(textOf(LATER), /\[TEA-8\]\(\.\.\/tasks\/tea-8-open-a-second-shop\.md\)/);
    const { store } = await milepost.api.load();
    const isFile = (): boolean =>
      store.snapshot.plans.some(({ plan }) => plan.tasks.some(({ id, inline }) => id === 'TEA-8' && !inline));
    await milepost.until('it is a file', isFile);
    const text = textOf(file);
    await picking([], async () => vscode.commands.executeCommand('milepost.toLine', await subject('TEA-8')));
    assert.deepEqual([textOf(LATER), existsSync(milepost.uri(file).fsPath)], [LATER_TEXT, false]);
    await milepost.until('it is a line', () => !isFile());
    await vscode.commands.executeCommand('milepost.undo');
    assert.equal(textOf(file), text);
    await vscode.commands.executeCommand('milepost.undo');
    assert.deepEqual([textOf(LATER), textOf(file)], [LATER_TEXT, '']);
    await milepost.until('all is undone in the plan', async () => !isFile() && (await said()) === before);
  });

  it('in parts that are typed one after the other', async () => {
    await answering(['Buy paper @zoe', 'Print them', ''], () =>
      make('split', [['TEA-2']], ['Make Subtasks', 'Share It: 1d Each'], {
        [OPENING]:
          /TEA-2 .*est:2d\n {2}- \[ \] TEA-\d+ Buy paper est:1d @zoe\n {2}- \[ \] TEA-\d+ Print them est:1d\n- \[ \] TEA-3/,
      }),
    );
  });

  it('in plans of Backlog.md', async () => {
    const cups = 'backlog/tasks/task-2 - Cups.md';
    const rent = 'backlog/tasks/task-1 - Rent.md';
    await make('moveTo', [['TASK-1', 'TASK-2'], await subject('m-1')], [], {
      [cups]: /^milestone: m-1$/m,
      [rent]: /^milestone: m-1$/m,
    });
    await make('moveTo', [['TASK-2'], await subject('TASK-1')], ['Make a Subtask'], {
      [cups]: /^parent_task_id: TASK-1$/m,
    });
    await make('moveTo', [['TASK-1'], await subject('TASK-2')], ['Place After'], {
      [rent]: /^ordinal: 3000$/m,
    });
    await make('moveTo', [['TASK-2'], await subject('TASK-1')], ['Starts After It'], {
      [cups]: /^dependencies:\n {2}- TASK-1$/m,
    });
    await answering(['Wash them', ''], () =>
      make('split', [['TASK-2']], ['Place After It'], {
        'backlog/tasks/task-3 - Wash-them.md': /^title: Wash them$/m,
      }),
    );
  });
});
