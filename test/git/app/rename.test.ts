import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { planRename } from '../../../src/verbs/renumber';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const PLAN = {
  'plan/project.md': '---\nkey: APP\n---\n',
  'plan/milestones/beta.md':
    '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First after:APP-2\n- [ ] APP-3 Like APP-1\n',
  'plan/tasks/app-2.md':
    '---\nid: APP-2\ntitle: Second\naliases: [SHOP-4]\ndepends_on: [APP-3]\n---\n\nSee APP-1.\n',
  'plan/notes/minutes.md': 'We spoke of APP-2, `APP-2` and APP-20.\n',
};

describe('renaming an item', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  before(async () => {
    repo = GitRepo.create();
    repo.commit({ message: 'Plan', files: PLAN });
    opened = await StoreOnRepo.open(repo);
  });
  after(() => {
    opened.store.dispose();
    repo.dispose();
  });

  async function renamed(from: string, to: string): Promise<Readonly<Record<string, string>> | string> {
    const { plan } = opened.facts;
    const item = plan.tasks.find(({ id }) => id === from);
    assert.ok(item);
    const outcome = await planRename(opened, { plan, item }, to);
    return outcome.ok
      ? Object.fromEntries(outcome.edit.files.map(({ file, text, edits }) => [file, applyEdits(text, edits)]))
      : outcome.refusal.code;
  }

  it('keeps the former id, and reaches dependencies and prose of the folder', async () => {
    assert.deepEqual(await renamed('APP-2', 'APP-7'), {
      'plan/tasks/app-2.md':
        '---\nid: APP-7\ntitle: Second\naliases: [SHOP-4, APP-2]\ndepends_on: [APP-3]\n---\n\nSee APP-1.\n',
      'plan/milestones/beta.md':
        '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-1 First after:APP-7\n- [ ] APP-3 Like APP-1\n',
      'plan/notes/minutes.md': 'We spoke of APP-7, `APP-2` and APP-20.\n',
    });
    assert.deepEqual(await renamed('APP-1', 'APP-8'), {
      'plan/milestones/beta.md':
        '---\ntitle: Beta\n---\n\n## Tasks\n\n- [ ] APP-8 First after:APP-2 alias:APP-1\n- [ ] APP-3 Like APP-8\n',
      'plan/tasks/app-2.md': PLAN['plan/tasks/app-2.md'].replace('See APP-1', 'See APP-8'),
    });
  });

  it('is refused where the id is taken or no id of the plan', async () => {
    assert.equal(await renamed('APP-2', 'APP-1'), 'alias-taken');
    assert.equal(await renamed('APP-1', 'SHOP-4'), 'value-invalid');
  });

  it('finds all places that name an item', async () => {
    const { plan } = opened.facts;
    const [task] = plan.tasks.filter(({ id }) => id === 'APP-2');
    assert.ok(task);
    const found = await opened.store.references({ plan: plan.uid, kind: 'task', uid: task.uid });
    assert.deepEqual(
      found.map(({ file, range: { start } }) => `${file}:${start.line}:${start.character}`).sort(),
      ['plan/milestones/beta.md:6:24', 'plan/notes/minutes.md:0:12', 'plan/tasks/app-2.md:1:4'],
    );
    assert.equal(await opened.store.nextId(plan.uid, 'task'), 'APP-4');
  });
});
