import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { reform } from '../../../src/verbs/reform';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';
import { writeWhole } from '../../support/writeOne';

const BETA = 'plan/milestones/beta.md';
const TEXT = [
  '---',
  'title: Beta',
  '---',
  '',
  '## Tasks',
  '',
  '- [/] APP-1 Pay: by card @ana @li #shop !high est:2d/3d/8d left:1d spent:4h due:2026-11-20 <!-- why -->',
  '  more of it',
  '  - [x] cards',
  '    - [ ] one more',
  '',
  '  A note.',
  '  - [ ] APP-1.1 Refunds after:APP-1,APP-2+2d needs:staging,licence:3',
  '    - [ ] a step',
  '  - [ ] the rest',
  '- [ ] APP-2 Second status:"In review" branch:pay/* commit:abc1234 !commit:def5678 alias:OLD-1 start:soon est:1d est:2d',
  '- [ ] No id yet',
  '',
].join('\n');

describe('promoting a line to a file', () => {
  let repo: GitRepo;
  let opened: StoreOnRepo;

  before(async () => {
    repo = GitRepo.create();
    repo.commit({
      message: 'Plan',
      files: {
        'plan/project.md': '---\nkey: APP\n---\n',
        [BETA]: TEXT,
        'plan/tasks/app-9.md': '---\nid: APP-9\ntitle: Ninth\n---\n',
      },
    });
    opened = await StoreOnRepo.open(repo);
  });
  after(() => {
    opened.store.dispose();
    repo.dispose();
  });

  async function promoted(
    id: string,
    as: 'file' | 'line' = 'file',
  ): Promise<Readonly<Record<string, string>> | string> {
    const { plan } = opened.facts;
    const task = plan.tasks.find(one => one.id === id) ?? assert.fail(id);
    const texts: Record<string, string> = {};
    const outcome = await reform(
      {
        store: opened.store,
        async write(planned) {
          const made = await planned();
          if (!made.ok) {
            return { ok: false, problem: made.refusal };
          }
          for (const { file, text, edits } of made.edit.files) {
            texts[file] = applyEdits(text, edits);
          }
          return { ok: true, value: { edit: made.edit, written: [] } };
        },
      },
      { plan, tasks: [task], as },
    );
    return outcome.ok ? texts : outcome.problem.code;
  }

  it('keeps fields, checklist and notes, and leaves subtasks below the line', async () => {
    assert.deepEqual(await promoted('APP-1'), {
      [BETA]: TEXT.replace(
        /- \[\/\] APP-1 [^]*?A note\.\n/,
        '- [/] [APP-1](../tasks/app-1-pay-by-card.md)\n',
      ).replace('  - [ ] the rest\n', ''),
      'plan/tasks/app-1-pay-by-card.md': [
        '---',
        'id: APP-1',
        "title: 'Pay: by card'",
        'status: In progress',
        "assignee: ['@ana', '@li']",
        'priority: high',
        'labels: [shop]',
        'estimate: 2d/3d/8d',
        'remaining: 1d',
        'spent: 4h',
        'due: 2026-11-20',
        '---',
        '',
        '<!-- why -->',
        'more of it',
        '- [x] cards',
        '  - [ ] one more',
        '',
        'A note.',
        '- [ ] the rest',
        '',
      ].join('\n'),
    });
  });

  it('keeps what is wrong or there twice', async () => {
    assert.deepEqual(await promoted('APP-2'), {
      [BETA]: TEXT.replace(/APP-2 Second .*/, '[APP-2](../tasks/app-2-second.md)'),
      'plan/tasks/app-2-second.md': [
        '---',
        'id: APP-2',
        'title: Second',
        'status: In review',
        'aliases: [OLD-1]',
        'estimate: 1d',
        'start: soon',
        'branch: [pay/*]',
        "commits: [abc1234, '!def5678']",
        '---',
        '',
        'estimate: 2d',
        '',
      ].join('\n'),
    });
  });

  it('keeps dependencies, needs and the parent of a subtask', async () => {
    const texts = await promoted('APP-1.1');
    assert.ok(typeof texts !== 'string', String(texts));
    assert.match(
      texts[BETA] ?? '',
      /^ {2}- \[ \] \[APP-1\.1\]\(\.\.\/tasks\/app-1-1-refunds\.md\)\n {2}- \[ \] the rest$/m,
    );
    assert.equal(
      texts['plan/tasks/app-1-1-refunds.md'],
      '---\nid: APP-1.1\ntitle: Refunds\nstatus: To do\ndepends_on: [APP-1, APP-2+2d]\nneeds: [staging, {licence: 3}]\n---\n\n- [ ] a step\n',
    );
  });

  it('is refused for what is no line, or has no id', async () => {
    assert.equal(await promoted('APP-9'), 'no-line');
    assert.equal(await promoted(''), 'needs-id');
  });

  it('changes nothing in the plan but where the task stands', async () => {
    const seen = () => {
      const {
        id,
        title,
        status,
        category,
        milestone,
        assignees,
        labels,
        priority,
        estimate,
        remaining,
        due,
      } = opened.task('APP-1');
      const { checklist } = opened.task('APP-1');
      return {
        ...{ id, title, status, category, milestone, assignees, labels, priority, estimate, remaining, due },
        checklist: checklist.map(({ text, checked }) => [text, checked]),
        order: opened.facts.plan.tasks.map(task => [task.id, task.parent]),
      };
    };
    const before = seen();
    const { plan } = opened.facts;
    const planned = await opened.store.planMove(plan.uid, [opened.task('APP-1').uid], 'file');
    assert.ok(planned.ok);
    const written = await writeWhole(planned.edit);
    assert.ok(written.ok);
    await opened.store.refresh();
    await opened.store.whenIdle();
    assert.equal(opened.task('APP-1').inline, false);
    assert.deepEqual(seen(), before);
    const codes = opened.facts.plan.problems.map(({ message }) => message.code);
    // APP-1.1 waits for what contains it, before and after.
    assert.deepEqual(
      codes.filter(code => !['bad-value', 'task-without-id', 'dependency-cycle'].includes(code)),
      [],
    );
  });
});
