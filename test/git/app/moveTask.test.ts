import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import type { MovePlace } from '../../../src/app/store';
import { moveTask, type MoveWish } from '../../../src/verbs/moveTask';
import type { Writing } from '../../../src/verbs/verb';
import { GitRepo } from '../../support/gitRepo';
import { StoreOnRepo } from '../../support/storeOnRepo';

const BETA = 'plan/milestones/beta.md';
const GAMMA = 'plan/milestones/gamma.md';

const BETA_LINES = [
  '- [ ] APP-1 First after:APP-4',
  '  - [x] a step',
  '  - [/] APP-1.1 Part of it @ana',
  '',
  '    A note on the part.',
  '- [ ] APP-2 Second <!-- kept -->  ',
  '- [ ] [APP-5](../tasks/app-5.md)',
  '  - [ ] APP-5.1 Below a file',
];

const GAMMA_TEXT =
  '---\r\ntitle: Gamma\r\n---\r\n\r\n## Tasks\r\n\r\n* [ ] APP-3 Third\r\n* [x] APP-4 Fourth\r\n\r\n## Notes\r\n\r\nText.\r\n';

const PLAN: Readonly<Record<string, string>> = {
  'plan/project.md': '---\nkey: APP\n---\n',
  [BETA]: `---\ntitle: Beta\n---\n\n## Tasks\n\n${BETA_LINES.join('\n')}\n`,
  [GAMMA]: GAMMA_TEXT,
  'plan/milestones/empty.md': '---\ntitle: Empty\n---\n\nNothing yet.',
  'plan/tasks/app-5.md': '---\nid: APP-5\ntitle: Fifth\nmilestone: beta\n---\n',
  'plan/tasks/app-6.md': '---\nid: APP-6\ntitle: Sixth\nmilestone: gamma\n---\n',
  'plan/tasks/app-7.md': '---\nid: APP-7\ntitle: Seventh\nmilestone: gamma # for now\nparent: APP-6\n---\n',
  'plan/tasks/app-8.md': '---\nid: APP-8\ntitle: Eighth\n---\n',
};

/** Moves tasks by their ids, and gives the texts that have become different, or why none has. */
export class Moves {
  private constructor(
    readonly opened: StoreOnRepo,
    readonly repo: GitRepo,
  ) {}

  static async on(files: Readonly<Record<string, string>>): Promise<Moves> {
    const repo = GitRepo.create();
    repo.commit({ message: 'Plan', files });
    return new Moves(await StoreOnRepo.open(repo), repo);
  }

  dispose(): void {
    this.opened.store.dispose();
    this.repo.dispose();
  }

  async to(
    ids: readonly string[],
    kind: MoveWish['to']['kind'],
    where: string | undefined,
  ): Promise<Readonly<Record<string, string>> | string> {
    const { plan } = this.opened.facts;
    const uid = [...plan.milestones, ...plan.tasks].find(({ id }) => id === where)?.uid;
    assert.equal(uid === undefined, where === undefined, where);
    const tasks = ids.map(id => this.opened.task(id));
    const to = { kind, uid } as MovePlace;
    const texts: Record<string, string> = {};
    const writing: Writing = {
      store: this.opened.store,
      async write(planned) {
        const outcome = await planned();
        if (!outcome.ok) {
          return { ok: false, problem: outcome.refusal };
        }
        for (const { file, text, edits } of outcome.edit.files) {
          texts[file] = applyEdits(text, edits);
        }
        return { ok: true, value: { edit: outcome.edit, written: [] } };
      },
    };
    const outcome = await moveTask(writing, { plan, tasks, to });
    return outcome.ok ? texts : `${outcome.problem.code} ${outcome.problem.args.join(' ')}`;
  }
}

const without = (...lines: readonly string[]): string =>
  `---\ntitle: Beta\n---\n\n## Tasks\n\n${BETA_LINES.filter(line => !lines.includes(line)).join('\n')}\n`;

describe('moving tasks of a native plan', () => {
  let moves: Moves;

  before(async () => {
    moves = await Moves.on(PLAN);
  });
  after(() => moves.dispose());

  it('takes a line with all that is nested in it to the end of the other list', async () => {
    assert.deepEqual(await moves.to(['APP-1'], 'milestone', 'gamma'), {
      [BETA]: without(...BETA_LINES.slice(0, 5)),
      [GAMMA]: GAMMA_TEXT.replace(
        'Fourth\r\n',
        'Fourth\r\n* [ ] APP-1 First after:APP-4\r\n  - [x] a step\r\n  - [/] APP-1.1 Part of it @ana\r\n\r\n    A note on the part.\r\n',
      ),
    });
  });

  it('makes a list where the other file has none, and a subtask a task there', async () => {
    assert.deepEqual(await moves.to(['APP-1.1'], 'milestone', 'empty'), {
      [BETA]: without(...BETA_LINES.slice(2, 5)),
      'plan/milestones/empty.md':
        '---\ntitle: Empty\n---\n\nNothing yet.\n\n## Tasks\n\n- [/] APP-1.1 Part of it @ana\n\n  A note on the part.\n',
    });
  });

  it('moves several in the order of the plan, once where one lies below another', async () => {
    assert.deepEqual(await moves.to(['APP-2', 'APP-1.1', 'APP-1'], 'milestone', 'gamma'), {
      [BETA]: without(...BETA_LINES.slice(0, 6)),
      [GAMMA]: GAMMA_TEXT.replace(
        'Fourth\r\n',
        'Fourth\r\n* [ ] APP-1 First after:APP-4\r\n  - [x] a step\r\n  - [/] APP-1.1 Part of it @ana\r\n\r\n    A note on the part.\r\n* [ ] APP-2 Second <!-- kept -->  \r\n',
      ),
    });
  });

  it('changes nothing where a task is there already', async () => {
    assert.deepEqual(await moves.to(['APP-2', 'APP-6'], 'milestone', 'beta').then(Object.keys), [
      'plan/tasks/app-6.md',
      'plan/tasks/app-7.md',
    ]);
    assert.deepEqual(await moves.to(['APP-2'], 'milestone', 'beta'), {});
  });

  it('sets the field of a file, of those below it that say the same, and takes its line along', async () => {
    assert.deepEqual(await moves.to(['APP-6'], 'milestone', 'beta'), {
      'plan/tasks/app-6.md': '---\nid: APP-6\ntitle: Sixth\nmilestone: beta\n---\n',
      'plan/tasks/app-7.md':
        '---\nid: APP-7\ntitle: Seventh\nmilestone: beta # for now\nparent: APP-6\n---\n',
    });
    assert.deepEqual(await moves.to(['APP-5'], 'milestone', 'gamma'), {
      [BETA]: without(...BETA_LINES.slice(6)),
      [GAMMA]: GAMMA_TEXT.replace(
        'Fourth\r\n',
        'Fourth\r\n* [ ] [APP-5](../tasks/app-5.md)\r\n  - [ ] APP-5.1 Below a file\r\n',
      ),
      'plan/tasks/app-5.md': '---\nid: APP-5\ntitle: Fifth\nmilestone: gamma\n---\n',
    });
  });

  it('takes only files out of all milestones, and no line that others are nested below', async () => {
    assert.deepEqual(await moves.to(['APP-7'], 'milestone', undefined), {
      'plan/tasks/app-7.md': '---\nid: APP-7\ntitle: Seventh\nparent: APP-6\n---\n',
    });
    assert.equal(await moves.to(['APP-2'], 'milestone', undefined), 'line-needs-milestone APP-2');
    assert.equal(await moves.to(['APP-5'], 'milestone', undefined), `lines-below APP-5 ${BETA}`);
  });

  it('places tasks behind another, in the same list and in another one', async () => {
    assert.deepEqual(await moves.to(['APP-2'], 'after', 'APP-5'), {
      [BETA]: `${without(BETA_LINES[5] ?? '')}- [ ] APP-2 Second <!-- kept -->  \n`,
    });
    assert.deepEqual(await moves.to(['APP-3', 'APP-4'], 'after', 'APP-1.1'), {
      [BETA]: PLAN[BETA]?.replace(
        'A note on the part.\n',
        'A note on the part.\n  - [ ] APP-3 Third\n  - [x] APP-4 Fourth\n',
      ),
      [GAMMA]: GAMMA_TEXT.replace('* [ ] APP-3 Third\r\n* [x] APP-4 Fourth\r\n\r\n', ''),
    });
  });

  it('gives files that are placed a line, and those that stand before them by their names', async () => {
    assert.deepEqual(await moves.to(['APP-8'], 'after', 'APP-3'), {
      [GAMMA]: GAMMA_TEXT.replace('Third\r\n', 'Third\r\n* [ ] [APP-8](../tasks/app-8.md)\r\n'),
    });
    assert.deepEqual(await moves.to(['APP-8'], 'after', 'APP-6'), {
      [GAMMA]: GAMMA_TEXT.replace(
        'Fourth\r\n',
        'Fourth\r\n* [ ] [APP-6](../tasks/app-6.md)\r\n* [ ] [APP-8](../tasks/app-8.md)\r\n',
      ),
    });
    assert.equal(await moves.to(['APP-6'], 'after', 'APP-8'), 'in-no-list APP-8');
  });

  it('makes subtasks of lines and of files', async () => {
    assert.deepEqual(await moves.to(['APP-1.1'], 'under', 'APP-3'), {
      [BETA]: without(...BETA_LINES.slice(2, 5)),
      [GAMMA]: GAMMA_TEXT.replace(
        'Third\r\n',
        'Third\r\n  * [/] APP-1.1 Part of it @ana\r\n\r\n    A note on the part.\r\n',
      ),
    });
    assert.deepEqual(await moves.to(['APP-6'], 'under', 'APP-2'), {
      'plan/tasks/app-6.md': '---\nid: APP-6\ntitle: Sixth\nmilestone: beta\nparent: APP-2\n---\n',
      'plan/tasks/app-7.md':
        '---\nid: APP-7\ntitle: Seventh\nmilestone: beta # for now\nparent: APP-6\n---\n',
    });
    assert.deepEqual(await moves.to(['APP-3'], 'under', 'APP-6'), {
      [GAMMA]: GAMMA_TEXT.replace('* [ ] APP-3 Third\r\n', '').replace(
        'Fourth\r\n',
        'Fourth\r\n* [ ] [APP-6](../tasks/app-6.md)\r\n  * [ ] APP-3 Third\r\n',
      ),
    });
  });

  it('puts nothing below what it waits for, or what waits for it', async () => {
    // APP-1 waits for APP-4, which is done.
    moves.repo.write(GAMMA, GAMMA_TEXT.replace('[x] APP-4', '[ ] APP-4'));
    await moves.opened.store.refresh();
    assert.equal(await moves.to(['APP-4'], 'under', 'APP-1'), 'dependency-circle APP-1, APP-4');
    assert.equal(await moves.to(['APP-1'], 'under', 'APP-4'), 'dependency-circle APP-4, APP-1');
    assert.equal(await moves.to(['APP-4'], 'after', 'APP-1.1'), 'dependency-circle APP-1, APP-4');
  });

  it('moves nothing into itself', async () => {
    assert.equal(await moves.to(['APP-1'], 'under', 'APP-1.1'), 'into-itself APP-1');
    assert.equal(await moves.to(['APP-6', 'APP-2'], 'after', 'APP-7'), 'into-itself APP-6');
    assert.equal(await moves.to(['APP-2'], 'after', 'APP-2'), 'into-itself APP-2');
  });

  it('has tasks start after another, unless they would wait for each other', async () => {
    assert.deepEqual(await moves.to(['APP-2', 'APP-6'], 'next', 'APP-3'), {
      [BETA]: PLAN[BETA]?.replace('kept -->', 'kept --> after:APP-3'),
      'plan/tasks/app-6.md': '---\nid: APP-6\ntitle: Sixth\nmilestone: gamma\ndepends_on: [APP-3]\n---\n',
    });
    assert.equal(await moves.to(['APP-4'], 'next', 'APP-1'), 'dependency-circle APP-1, APP-4');
    // Subtasks wait for what their parent waits for.
    assert.equal(await moves.to(['APP-4'], 'next', 'APP-1.1'), 'dependency-circle APP-1.1, APP-4');
    assert.equal(await moves.to(['APP-1'], 'next', 'APP-1.1'), 'dependency-circle APP-1.1, APP-1');
    assert.equal(await moves.to(['APP-1.1'], 'next', 'APP-1'), 'dependency-circle APP-1, APP-1.1');
    assert.deepEqual(await moves.to(['APP-1'], 'next', 'APP-4'), {});
  });
});

describe('moving tasks of a Backlog.md plan', () => {
  const task = (id: string, ...fields: readonly string[]): string =>
    `---\nid: ${id}\ntitle: ${id}\nstatus: To Do\nassignee: []\nupdated_date: '2026-01-01 10:00'\nlabels: []\n${fields.map(field => `${field}\n`).join('')}---\n`;
  const file = (number: string): string => `backlog/tasks/back-${number} - Task.md`;
  const stamped = (id: string, ...fields: readonly string[]): string =>
    task(id, ...fields).replace('2026-01-01 10:00', '2026-02-20 12:00');
  let moves: Moves;

  before(async () => {
    moves = await Moves.on({
      'backlog/config.yml': 'project_name: Shop\ntask_prefix: back\nstatuses: ["To Do", "Done"]\n',
      'backlog/milestones/m-1 - Beta.md': '---\nid: m-1\ntitle: "Beta"\n---\n',
      'backlog/milestones/m-2 - Gamma.md': '---\nid: m-2\ntitle: "Gamma"\n---\n',
      [file('1')]: task('BACK-1', 'milestone: m-1', 'ordinal: 1000'),
      [file('1.1')]: task('BACK-1.1', 'milestone: m-1', 'parent_task_id: BACK-1'),
      [file('2')]: task('BACK-2', 'dependencies: []', 'ordinal: 1001'),
      [file('3')]: task('BACK-3', 'dependencies: [BACK-2]'),
      [file('4')]: task('BACK-4', 'milestone: m-2', 'ordinal: 5000'),
    });
  });
  after(() => moves.dispose());

  it('sets the milestone of a task and of those below it, or takes it away', async () => {
    assert.deepEqual(await moves.to(['BACK-1'], 'milestone', 'm-2'), {
      [file('1')]: stamped('BACK-1', 'milestone: m-2', 'ordinal: 1000'),
      [file('1.1')]: stamped('BACK-1.1', 'milestone: m-2', 'parent_task_id: BACK-1'),
    });
    assert.deepEqual(await moves.to(['BACK-4'], 'milestone', undefined), {
      [file('4')]: stamped('BACK-4', 'ordinal: 5000'),
    });
  });

  it('makes subtasks, but no id another one', async () => {
    assert.deepEqual(await moves.to(['BACK-3'], 'under', 'BACK-4'), {
      [file('3')]: stamped('BACK-3', 'milestone: m-2', 'dependencies: [BACK-2]', 'parent_task_id: BACK-4'),
    });
    assert.equal(await moves.to(['BACK-1.1'], 'after', 'BACK-2'), 'parent-in-id BACK-1.1 BACK-1');
  });

  it('places tasks behind another on the board of the tool', async () => {
    assert.deepEqual(await moves.to(['BACK-4'], 'after', 'BACK-1'), {
      [file('4')]: stamped('BACK-4', 'milestone: m-1', 'ordinal: 1001'),
      [file('2')]: stamped('BACK-2', 'dependencies: []', 'ordinal: 2001'),
    });
    assert.deepEqual(await moves.to(['BACK-3'], 'after', 'BACK-1'), {
      [file('3')]: stamped('BACK-3', 'milestone: m-1', 'dependencies: [BACK-2]', 'ordinal: 1001'),
      [file('2')]: stamped('BACK-2', 'dependencies: []', 'ordinal: 2001'),
    });
    assert.deepEqual(await moves.to(['BACK-2'], 'after', 'BACK-4'), {
      [file('2')]: stamped('BACK-2', 'milestone: m-2', 'dependencies: []', 'ordinal: 6000'),
    });
  });

  it('has tasks start after another, unless they would wait for each other', async () => {
    assert.deepEqual(await moves.to(['BACK-4'], 'next', 'BACK-3'), {
      [file('4')]: stamped('BACK-4', 'milestone: m-2', 'dependencies:\n  - BACK-3', 'ordinal: 5000'),
    });
    assert.equal(await moves.to(['BACK-2'], 'next', 'BACK-3'), 'dependency-circle BACK-3, BACK-2');
  });
});
