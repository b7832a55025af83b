import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { reform } from '../../../src/verbs/reform';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';
import { writeWhole } from '../../support/writeOne';

const BETA = 'plan/milestones/beta.md';
const LIST = [
  '---',
  'title: Beta',
  '---',
  '',
  '## Tasks',
  '',
  '- [ ] APP-1 First',
  '  - [ ] [APP-2](../tasks/app-2.md)',
  '    - [ ] APP-2.1 Below it',
  '',
].join('\n');

const task = (id: string, ...lines: readonly string[]): string =>
  `---\nid: ${id}\ntitle: Task\n${lines.join('\n')}\n`;

describe('going back from a file to a line', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  before(async () => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\n---\n',
        [BETA]: LIST,
        'plan/tasks/app-2.md': task(
          'APP-2',
          'status: In review',
          "assignee: ['@ana', '@li']",
          'labels: [shop]',
          'priority: high',
          'estimate: 2d/3d/8d',
          'depends_on: [APP-3 + 2d, APP-5]',
          'needs: [staging, {licence: 3}]',
          "commits: [abc1234, '!def5678']",
          'links: []',
          '---',
          '',
          'A note.',
          '',
          '- [x] a step',
          '',
        ),
        'plan/tasks/app-3.md': task('APP-3', 'status: Done', 'milestone: beta', '---'),
        'plan/tasks/app-4.md': task('APP-4', 'parent: APP-3', '---'),
        'plan/tasks/app-5.md': task('APP-5', '---'),
        'plan/tasks/app-6.md': task(
          'APP-6',
          'milestone: beta # for now',
          'blocked: no till',
          'reviewer: zoe',
          'assignee: ana',
          "commits: ['abc1234 2026-01-01 Begin']",
          '---',
          '',
          '## Acceptance criteria',
          '',
        ),
      },
    });
    opened = await StoreOnRepo.open(repo);
  });
  after(() => {
    opened.store.dispose();
    repo.dispose();
  });

  async function reduced(
    ...ids: readonly string[]
  ): Promise<Readonly<Record<string, string | null>> | string> {
    const { plan } = opened.facts;
    const tasks = ids.map(id => opened.task(id));
    const texts: Record<string, string | null> = {};
    const outcome = await reform(
      {
        store: opened.store,
        async write(planned) {
          const made = await planned();
          if (!made.ok) {
            return { ok: false, problem: made.refusal };
          }
          for (const { file, text, edits, isGone } of made.edit.files) {
            texts[file] = isGone ? null : applyEdits(text, edits);
          }
          return { ok: true, value: { edit: made.edit, written: [] } };
        },
      },
      { plan, tasks, as: 'line' },
    );
    return outcome.ok ? texts : `${outcome.problem.code} ${outcome.problem.args.join(' ')}`;
  }

  it('takes the place of the line that refers to the file, with all that the file says', async () => {
    assert.deepEqual(await reduced('APP-2'), {
      [BETA]: LIST.replace(
        '[ ] [APP-2](../tasks/app-2.md)',
        '[/] APP-2 Task status:"In review" @ana @li #shop !high est:2d/3d/8d after:APP-3+2d,APP-5 needs:staging needs:licence:3 commit:abc1234 !commit:def5678\n    A note.\n\n    - [x] a step',
      ),
      'plan/tasks/app-2.md': null,
    });
  });

  it('goes to the end of the list of its milestone', async () => {
    assert.deepEqual(await reduced('APP-3'), {
      [BETA]: `${LIST}- [x] APP-3 Task\n`,
      'plan/tasks/app-3.md': null,
    });
  });

  it('is refused where a line cannot hold all, or has no list', async () => {
    assert.equal(
      await reduced('APP-6'),
      'more-than-line APP-6 blocked, reviewer, assignee, commits, "Acceptance criteria", # …',
    );
    assert.equal(await reduced('APP-5'), 'in-no-list APP-5');
    assert.equal(await reduced('APP-4'), 'in-no-list APP-4');
    assert.equal(await reduced('APP-1'), 'no-file APP-1');
  });

  it('is not done on disk, where only what an editor removes can be taken back', async () => {
    const { plan } = opened.facts;
    const planned = await opened.store.planMove(plan.uid, [opened.task('APP-3').uid], 'line');
    assert.ok(planned.ok);
    const written = await writeWhole(planned.edit);
    assert.equal(!written.ok && written.refusal.code, 'not-writable');
  });
});
