import assert from 'node:assert/strict';
import type { ItemWish } from '../../../src/app/store';
import type { Change } from '../../../src/core/plan/change';
import { applyEdits } from '../../../src/core/base/text';
import { makeOverlay } from '../../../src/verbs/makeOverlay';
import type { Writer } from '../../../src/verbs/verb';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const BETA = '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First\n';
const PLAN = {
  'plan/project.md': '---\nkey: APP\n---\n',
  'plan/milestones/beta.md': BETA,
  'plan/milestones/later.md': '---\ntitle: Later\n---\n',
};

describe('an item that is added to a plan', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  beforeEach(() => (repo = GitRepo.create()));
  afterEach(() => {
    opened.store.dispose();
    repo.dispose();
  });

  const open = async (files: Readonly<Record<string, string>> = PLAN): Promise<void> => {
    repo.commit({ message: 'Plan', files });
    opened = await StoreOnRepo.open(repo);
  };

  /** File, line and the file's text afterwards; or why there is none. */
  async function added(wish: Omit<ItemWish, 'plan'>): Promise<readonly [string, number?, string?]> {
    const outcome = await opened.store.planNewItem({ ...wish, plan: opened.facts.plan.uid });
    if (!outcome.ok) return [outcome.refusal.code];
    const [edit, ...more] = outcome.edit.files;
    assert.ok(edit && more.length === 0 && outcome.file === edit.file);
    return [edit.file, outcome.line, applyEdits(edit.text, edit.edits)];
  }
  const newId = async (): Promise<string | undefined> =>
    /APP-\d+/.exec((await added({ kind: 'task', title: 'New' }))[2] ?? '')?.[0];

  it('is a line where the milestone keeps its tasks, else a file', async () => {
    await open();
    assert.deepEqual(await added({ kind: 'task', title: ' Ship \n it ', milestone: 'BETA' }), [
      'plan/milestones/beta.md',
      7,
      `${BETA}- [ ] APP-2 Ship it\n`,
    ]);
    assert.deepEqual(await added({ kind: 'task', title: 'Ship it', milestone: 'LATER' }), [
      'plan/tasks/app-2-ship-it.md',
      1,
      '---\nid: APP-2\ntitle: Ship it\nmilestone: later\n---\n',
    ]);
    // As a line it would be somebody's.
    const [file] = await added({ kind: 'task', title: 'Ask @li', milestone: 'BETA' });
    assert.equal(file, 'plan/tasks/app-2-ask-li.md');
  });

  it('may be a milestone or a risk', async () => {
    await open();
    assert.deepEqual(await added({ kind: 'milestone', title: 'Beta', due: '2026-05-04' }), [
      'plan/milestones/beta-2.md',
      1,
      '---\ntitle: Beta\ndue: 2026-05-04\n---\n\n## Tasks\n',
    ]);
    assert.deepEqual(await added({ kind: 'milestone', title: 'Beta', due: '2026-02-30' }), ['value-invalid']);
    assert.deepEqual(await added({ kind: 'risk', title: 'Late', probability: 2, impact: 5 }), [
      'plan/risks/late.md',
      1,
      '---\nid: R-1\ntitle: Late\nstatus: open\nprobability: 2\nimpact: 5\n---\n',
    ]);
  });

  it('says in its line or file what else is said of it', async () => {
    const changes: readonly Change[] = [
      { kind: 'setList', field: 'assignees', value: ['@li'] },
      { kind: 'set', field: 'estimate', value: '2d' },
      { kind: 'setList', field: 'dependsOn', value: ['APP-1'] },
    ];
    await open();
    const task = { kind: 'task', title: 'Ship', due: '2026-05-04', changes } as const;
    const [, , line] = await added({ ...task, milestone: 'BETA' });
    assert.equal(line, `${BETA}- [ ] APP-2 Ship due:2026-05-04 @li est:2d after:APP-1\n`);
    const [, , file] = await added({ ...task, milestone: 'LATER' });
    assert.equal(
      file,
      "---\nid: APP-2\ntitle: Ship\nmilestone: later\nassignee: ['@li']\nestimate: 2d\ndue: 2026-05-04\n" +
        'depends_on: [APP-1]\n---\n',
    );
    const owner: Change = { kind: 'set', field: 'owner', value: '@li' };
    const [, , milestone] = await added({ kind: 'milestone', title: 'New', changes: [owner] });
    assert.match(milestone ?? '', /^owner: '@li'$/m);
    const [, , risk] = await added({ kind: 'risk', title: 'Late', changes: [owner] });
    assert.match(risk ?? '', /^owner: '@li'$/m);
    const unknown: Change = { kind: 'setList', field: 'dependsOn', value: ['APP-9'] };
    assert.deepEqual(await added({ ...task, changes: [unknown] }), ['value-invalid']);
  });

  it('is a file of Backlog.md with an id that no branch has', async () => {
    await open({
      'backlog/config.yml': 'task_prefix: "back"\n',
      'backlog/tasks/back-1 - a.md': '---\nid: BACK-1\ntitle: A\nordinal: 1000\n---\n',
    });
    repo.git('checkout', '-q', '-b', 'side');
    repo.commit({ message: 'More', files: { 'backlog/tasks/back-4 - b.md': '---\nid: BACK-4\n---\n' } });
    repo.git('checkout', '-q', 'main');
    const [file, , text = ''] = await added({ kind: 'task', title: 'Pay by card', due: '2026-05-04' });
    assert.equal(file, 'backlog/tasks/back-5 - Pay-by-card.md');
    assert.match(
      text,
      /^---\nid: BACK-5\ntitle: Pay by card\n[^]*\ndue_date: '2026-05-04'\n[^]*\nordinal: 2000\n/,
    );
    const estimate: Change = { kind: 'set', field: 'estimate', value: '2d' };
    assert.deepEqual(await added({ kind: 'task', title: 'B', changes: [estimate] }), ['field-in-overlay']);
  });

  it('gets an id that no branch has, whoever pushed it, and no working tree', async () => {
    await open();
    assert.equal(await newId(), 'APP-2');

    repo.git('checkout', '-q', '-b', 'side');
    repo.commit({ message: 'More', files: { 'plan/tasks/x.md': '---\nid: APP-4\n---\nSee APP-90\n' } });
    repo.git('checkout', '-q', 'main');
    assert.equal(await newId(), 'APP-5');

    repo.git('update-ref', 'refs/remotes/origin/theirs', 'side');
    repo.git('branch', '-q', '-D', 'side');
    assert.equal(await newId(), 'APP-5');

    repo.git('branch', 'other');
    repo.worktree('tree', 'other').write('plan/tasks/y.md', '---\nid: APP-6\n---\n');
    assert.equal(await newId(), 'APP-7');
  });

  it('gets none of a task that has been deleted and not committed', async () => {
    await open();
    repo.write('plan/milestones/beta.md', BETA.replace('- [ ] APP-1 First\n', ''));
    await opened.follow();
    assert.equal(opened.facts.plan.tasks.length, 0);
    assert.equal(await newId(), 'APP-2');
  });

  it('goes into the overlay of a plan in another format, or nowhere', async () => {
    const backlog = {
      'backlog/config.yml': 'project_name: Shop\n',
      'backlog/tasks/task-1 - a.md': '---\nid: TASK-1\ntitle: A\nstatus: To Do\n---\n',
    };
    await open({ 'specs/001-shop/tasks.md': '## Phase 1: Shop\n\n- [ ] T001 Sweep\n' });
    assert.deepEqual(await added({ kind: 'task', title: 'B' }), ['not-added-here']);
    opened.store.dispose();
    await open(backlog);
    assert.deepEqual(await added({ kind: 'risk', title: 'Late' }), ['risks-need-overlay']);
    opened.store.dispose();
    await open({ ...backlog, 'plan/project.md': '---\nfor: backlog\n---\n' });
    const [file] = await added({ kind: 'risk', title: 'Late' });
    assert.equal(file, 'plan/risks/late.md');
  });

  it('goes into an overlay that is made for it by a gesture', async () => {
    await open({ 'backlog/tasks/task-1 - a.md': '---\nid: TASK-1\ntitle: A\nstatus: To Do\n---\n' });
    const { store } = opened;
    const write: Writer = async plan => {
      const planned = await plan();
      assert.ok(planned.ok);
      for (const { file, text, edits } of planned.edit.files) repo.write(file, applyEdits(text, edits));
      return { ok: true, value: { edit: planned.edit, written: [] } };
    };
    assert.deepEqual(await added({ kind: 'risk', title: 'Late' }), ['risks-need-overlay']);
    const made = await makeOverlay({ store, write }, 'backlog');
    assert.deepEqual(made.ok && made.value.edit.files.map(({ file }) => file), ['plan/project.md']);
    await store.refresh();
    const [file] = await added({ kind: 'risk', title: 'Late' });
    assert.equal(file, 'plan/risks/late.md');
    assert.equal((await makeOverlay({ store, write }, 'backlog')).ok, false);
  });
});
