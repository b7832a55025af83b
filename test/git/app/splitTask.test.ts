import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { estimateShare, splitTask, type SplitWish } from '../../../src/verbs/splitTask';
import { readTyped } from '../../../src/verbs/typedItem';
import type { Writing } from '../../../src/verbs/verb';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';
import { writeWhole } from '../../support/writeOne';

const BETA = 'plan/milestones/beta.md';
const HEAD = '---\ntitle: Beta\n---\n\n## Tasks\n\n';

describe('splitting a task', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  async function open(files: Readonly<Record<string, string>>): Promise<void> {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files });
    opened = await StoreOnRepo.open(repo);
  }
  afterEach(() => {
    opened.store.dispose();
    repo.dispose();
  });

  const read = (file: string): string => readFileSync(join(repo.dir, file), 'utf8');

  /** Splits a task on disk by what is typed for each part, and gives the ids of the new ones. */
  async function split(
    id: string,
    as: SplitWish['as'],
    estimate: SplitWish['estimate'],
    ...typed: readonly string[]
  ): Promise<readonly string[]> {
    const { store } = opened;
    const writing: Writing = {
      store,
      async write(planned) {
        const made = await planned();
        if (!made.ok) {
          return { ok: false, problem: made.refusal };
        }
        const written = await writeWhole(made.edit);
        assert.ok(written.ok, JSON.stringify(written));
        return { ok: true, value: { edit: made.edit, written: written.written } };
      },
    };
    const { plan } = opened.facts;
    const parts = typed.map(text => {
      const part = readTyped({ store }, plan.uid, text);
      assert.ok(part.ok);
      return part.value;
    });
    const outcome = await splitTask(writing, { plan, task: opened.task(id), parts, as, estimate });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value.map(task => task.id);
  }

  it('puts new lines behind a line, and shares the estimate', async () => {
    const lines = ['- [/] APP-1 First @ana est:6d', '  - [ ] a step', '- [ ] APP-2 Second'];
    await open({ 'plan/project.md': '---\nkey: APP\n---\n', [BETA]: `${HEAD}${lines.join('\n')}\n` });
    assert.deepEqual(await split('APP-1', 'after', 'share', 'One @li', 'Two est:1d'), ['APP-3', 'APP-4']);
    assert.equal(
      read(BETA),
      `${HEAD}- [/] APP-1 First @ana est:2d\n  - [ ] a step\n- [ ] APP-3 One est:2d @li\n- [ ] APP-4 Two est:1d\n- [ ] APP-2 Second\n`,
    );
  });

  it('puts subtasks below a line, which keeps its estimate', async () => {
    await open({
      'plan/project.md': '---\nkey: APP\n---\n',
      [BETA]: `${HEAD}- [ ] APP-1 First est:2d/4h/8d\n- [ ] APP-2 Second est:2d/3d/8d\n`,
    });
    const wish = {
      plan: opened.facts.plan,
      task: opened.task('APP-2'),
      parts: [{ title: 'One' }, { title: 'Two' }],
    };
    assert.deepEqual(estimateShare({ ...wish, as: 'under', estimate: 'share' }), {
      whole: '2d/3d/8d',
      part: '1d/12h/4d',
    });
    assert.deepEqual(await split('APP-2', 'under', 'share', 'One', 'Two'), ['APP-3', 'APP-4']);
    assert.equal(
      read(BETA),
      `${HEAD}- [ ] APP-1 First est:2d/4h/8d\n- [ ] APP-2 Second est:2d/3d/8d\n  - [ ] APP-3 One est:1d/12h/4d\n  - [ ] APP-4 Two est:1d/12h/4d\n`,
    );
  });

  it('makes files of parts where no list is', async () => {
    await open({
      'plan/project.md': '---\nkey: APP\n---\n',
      'plan/tasks/app-1.md': '---\nid: APP-1\ntitle: First\nestimate: 2d\n---\n',
      'plan/tasks/app-2.md': '---\nid: APP-2\ntitle: Second\nparent: APP-1\n---\n',
    });
    assert.deepEqual(await split('APP-1', 'after', 'leave', 'One'), ['APP-3']);
    assert.equal(read('plan/tasks/app-3-one.md'), '---\nid: APP-3\ntitle: One\n---\n');
    await opened.follow();
    assert.deepEqual(await split('APP-2', 'after', 'leave', 'Two'), ['APP-4']);
    assert.equal(read('plan/tasks/app-4-two.md'), '---\nid: APP-4\ntitle: Two\nparent: APP-1\n---\n');
  });

  it('makes files as Backlog.md does, with their parent', async () => {
    await open({
      'backlog/config.yml': 'project_name: Shop\ntask_prefix: back\nstatuses: ["To Do", "Done"]\n',
      'backlog/milestones/m-1 - Beta.md': '---\nid: m-1\ntitle: "Beta"\n---\n',
      'backlog/tasks/back-1 - First.md':
        '---\nid: BACK-1\ntitle: First\nstatus: To Do\nassignee: []\nlabels: []\nmilestone: m-1\ndependencies: []\n---\n',
    });
    assert.deepEqual(await split('BACK-1', 'under', 'leave', 'Part of it'), ['BACK-2']);
    assert.match(
      read('backlog/tasks/back-2 - Part-of-it.md'),
      /^id: BACK-2\n[^]*^milestone: m-1\ndependencies: \[\]\nparent_task_id: BACK-1\nordinal: 1000$/m,
    );
  });
});
