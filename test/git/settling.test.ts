import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Milestone } from '../../src/core/plan/model';
import { remedyPicks } from '../../src/present/picks/remedyPicks';
import { closeMilestone, openTasksOf } from '../../src/verbs/closeMilestone';
import { itemsOfPlans } from '../../src/verbs/itemsOfPlan';
import { quickRemedies } from '../../src/verbs/quickRemedies';
import { set } from '../../src/verbs/set';
import { setCategory } from '../../src/verbs/setCategory';
import type { Writing } from '../../src/verbs/verb';
import { gestureSentences } from '../../src/words/gestures';
import { learn, say } from '../../src/words/say';
import { writingTo } from '../../src/cli/writer';
import { openPlan } from '../support/faults/openPlan';
import { GitRepo } from '../support/gitRepo';

learn(gestureSentences);

const BETA = `---
title: Beta
due: 2026-12-24
---
# Beta

## Tasks

- [ ] APP-1 First
- [ ] APP-2 Second
- [x] APP-3 Third
`;

describe('settling items', () => {
  let repo: GitRepo;
  let writing: Writing;

  beforeEach(async () => {
    repo = GitRepo.create();
    repo.write('plan/project.md', '---\nkey: APP\n---\n');
    repo.write('plan/milestones/beta.md', BETA);
    repo.write('plan/milestones/ga.md', '---\ntitle: GA\n---\n\n## Tasks\n\n- [ ] APP-9 Ninth\n');
    repo.write('src/app.ts', '1\n');
    repo.commit({ message: 'Begin APP-1' });
    const { store } = await openPlan(repo.dir);
    writing = writingTo(store, false);
  });

  afterEach(() => {
    writing.store.dispose();
    repo.dispose();
  });

  const text = (): string => readFileSync(join(repo.dir, 'plan/milestones/beta.md'), 'utf8');

  it('says of tasks how far they are by the first status that means so', async () => {
    const plan = writing.store.snapshot.plans[0]?.plan.uid ?? '';
    const chosen = itemsOfPlans(writing, [{ plan, kind: 'task', uid: 'APP-1' }]);
    assert.ok(chosen.ok && chosen.value[0]);
    assert.ok((await setCategory(writing, chosen.value[0], 'done')).ok);
    assert.equal(text(), BETA.replace('[ ] APP-1', '[x] APP-1'));
  });

  it('closes a milestone and drops its open tasks by one edit', async () => {
    const plan = writing.store.snapshot.plans[0]?.plan;
    const milestone = plan?.milestones.find(({ id }) => id === 'beta') as Milestone;
    assert.ok(plan);
    assert.equal(openTasksOf(plan, milestone).length, 2);
    const changed = await closeMilestone(writing, { plan, milestone, rest: { kind: 'drop' } });
    assert.ok(changed.ok && changed.value.length === 1);
    assert.match(text(), /^status: done$/m);
    assert.match(text(), /- \[-\] APP-1 First\n- \[-\] APP-2 Second\n- \[x\] APP-3 Third/);
  });

  it('settles several findings at once, after showing the lines that change', async () => {
    await writing.store.whenIdle();
    const found = await quickRemedies(writing);
    const rows = remedyPicks(found).map(({ label, detail = '' }) => `${say(label)} | ${say(detail)}`);
    assert.deepEqual(rows, [
      'APP-1 First | plan/milestones/beta.md:9: - [ ] APP-1 First → - [x] APP-1 First',
    ]);
    assert.ok(
      (
        await set(
          writing,
          found.map(({ wish }) => wish),
        )
      ).ok,
    );
    assert.equal(text(), BETA.replace('[ ] APP-1', '[x] APP-1'));
  });
});
