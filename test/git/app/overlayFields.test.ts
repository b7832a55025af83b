import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../../src/core/base/text';
import type { Change } from '../../../src/core/plan/change';
import { makeOverlay } from '../../../src/verbs/makeOverlay';
import type { Writer } from '../../../src/verbs/verb';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const TASKS = '# Tasks\n\n## 1. Pay\n\n- [ ] 1.1 Pay by card\n- [ ] 1.2 Pay by invoice\n';
const OVERLAY = 'plan/project.md';

describe('fields that a format has no place for', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  beforeEach(() => (repo = GitRepo.create()));
  afterEach(() => {
    opened.store.dispose();
    repo.dispose();
  });

  const open = async (files: Readonly<Record<string, string>>): Promise<void> => {
    repo.commit({ message: 'Plan', files });
    opened = await StoreOnRepo.open(repo);
  };
  /** The files after changes of the first task; or the code of the refusal. */
  async function changed(...changes: readonly Change[]): Promise<Readonly<Record<string, string>> | string> {
    const { plan } = opened.facts;
    const [task] = plan.tasks;
    assert.ok(task);
    const planned = await opened.store.planEdit(plan.uid, [
      { item: { plan: plan.uid, kind: 'task', uid: task.uid }, changes },
    ]);
    if (!planned.ok) return planned.refusal.code;
    const texts = planned.edit.files.map(({ file, text, edits }) => [file, applyEdits(text, edits)] as const);
    for (const [file, text] of texts) repo.write(file, text);
    await opened.store.refresh();
    return Object.fromEntries(texts);
  }

  const estimate: Change = { kind: 'set', field: 'estimate', value: '3d' };
  const noEstimate: Change = { kind: 'set', field: 'estimate', value: undefined };

  it('go to the overlay of an OpenSpec change, and out of it again', async () => {
    await open({ 'openspec/changes/pay/tasks.md': TASKS });
    assert.equal(await changed(estimate), 'field-in-overlay');
    repo.write(OVERLAY, '---\nfor: openspec\n---\n');
    await opened.store.refresh();
    assert.deepEqual(Object.keys(await changed(estimate)), [OVERLAY]);
    const [first, second] = opened.facts.plan.tasks;
    assert.deepEqual([first?.estimate !== undefined, second?.estimate], [true, undefined]);
    await changed({ kind: 'setList', field: 'assignees', value: ['@ana'] });
    assert.deepEqual(opened.facts.plan.tasks[0]?.assignees, ['@ana']);
    await changed(noEstimate, { kind: 'setList', field: 'assignees', value: [] });
    assert.equal(readFileSync(join(repo.dir, OVERLAY), 'utf8'), '---\nfor: openspec\n---\n');
  });

  it('go beside a file of Backlog.md, which keeps what it has a place for', async () => {
    await open({
      'backlog/config.yml': 'task_prefix: "back"\n',
      'backlog/tasks/back-1 - a.md': '---\nid: BACK-1\ntitle: A\nstatus: To Do\n---\n',
      [OVERLAY]: '---\nfor: backlog\n---\n',
    });
    const priority: Change = { kind: 'set', field: 'priority', value: 'high' };
    const files = await changed(estimate, priority);
    assert.deepEqual(Object.keys(files), ['backlog/tasks/back-1 - a.md', OVERLAY]);
    assert.equal(
      readFileSync(join(repo.dir, OVERLAY), 'utf8'),
      '---\nfor: backlog\ntasks:\n  BACK-1: {estimate: 3d}\n---\n',
    );
    const task = {
      kind: 'task',
      title: 'B',
      plan: opened.facts.plan.uid,
      changes: [estimate, priority],
    } as const;
    const added = await opened.store.planNewItem(task);
    assert.ok(added.ok);
    assert.deepEqual(
      added.edit.files.map(({ file, text, edits }) => [
        file,
        /BACK-2: .*|^priority: .*/m.exec(applyEdits(text, edits))?.[0],
      ]),
      [
        ['backlog/tasks/back-2 - B.md', 'priority: high'],
        [OVERLAY, 'BACK-2: {estimate: 3d}'],
      ],
    );
  });

  it('make no overlay of a plan that is there', async () => {
    await open({
      'openspec/changes/pay/tasks.md': TASKS,
      [OVERLAY]: '---\nkey: APP\n---\n',
      'plan/tasks/a.md': '---\nid: APP-1\n---\n',
    });
    const write: Writer = () => assert.fail('written');
    const made = await makeOverlay({ store: opened.store, write }, 'openspec');
    assert.equal(!made.ok && made.problem.code, 'overlay-place-taken');
  });
});
