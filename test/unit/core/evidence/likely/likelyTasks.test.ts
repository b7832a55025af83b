import assert from 'node:assert/strict';
import type { LikelyInput } from '../../../../../src/core/evidence/likely/likelyIndex';
import { likelyTasks } from '../../../../../src/core/evidence/likely/likelyTasks';
import { plainWords } from '../../../../../src/core/evidence/likely/plainWords';
import { finish } from '../../../../../src/core/base/steps';
import { linkSteps } from '../../../../../src/core/evidence/linkPlan';
import type { Task } from '../../../../../src/core/plan/model';
import type { PlanSettings } from '../../../../../src/core/plan/settings';
import { say } from '../../../../../src/words/say';
import { HistoryBuilder } from '../../../../support/historyBuilder';
import { aPlan, aTask } from '../../../../support/planBuilder';

const people = [{ id: '@li', name: 'Li Wen', emails: ['li@example.org'], capacity: 1, off: [] }];

function inputOf(
  git: HistoryBuilder,
  tasks: readonly Task[],
  more: Partial<LikelyInput> = {},
  settings: Partial<PlanSettings> = { people },
): LikelyInput {
  const plan = aPlan(tasks, settings);
  const history = git.build();
  const evidence = finish(linkSteps({ plan, prefix: '', history, planFolders: ['plan/'] }));
  return { plan, prefix: '', history, evidence, ...more };
}

/** Ids with their reasons. */
function likely(input: LikelyInput, hash: string): readonly string[] {
  const commit = input.history.commits.get(hash);
  assert.ok(commit);
  return likelyTasks(input, commit).map(({ task, reasons }) => `${task.id}: ${say(reasons)}`);
}

const other = { author: 'Bo', email: 'bo@example.org' };

describe('likelyTasks', () => {
  let git: HistoryBuilder;
  const tasks = [
    aTask('APP-1', { title: 'Rate limit for sign-in' }),
    aTask('APP-2', { title: 'Session store' }),
    aTask('APP-3', { title: 'Write the runbook' }),
  ];

  beforeEach(() => {
    git = new HistoryBuilder();
    git.commit('The plan', { files: ['A plan/project.md'] });
  });

  it('suggests a task by the files of its commits, with their number', () => {
    git.commit('APP-2 Keep them', { files: ['src/store.ts'], ...other });
    git.commit('APP-2 Clean up', { files: ['src/store.ts', 'src/a.ts'], ...other });
    const hash = git.commit('Faster', { files: ['src/store.ts'] });
    assert.deepEqual(likely(inputOf(git, tasks), hash), ['APP-2: Same files as 2 of its commits']);
  });

  it('trusts no file that many tasks change, no commit of very many files, and no plan file', () => {
    const many = Array.from({ length: 9 }, (_, at) => aTask(`APP-${at + 1}`, { title: `Part ${at + 1}` }));
    for (const { id } of many) {
      git.commit(`${id} Part`, { files: ['package.json'], ...other });
    }
    git.commit('APP-1 Move all', { files: Array.from({ length: 41 }, (_, at) => `src/${at}.ts`), ...other });
    git.commit('APP-2 Plan', { files: ['plan/tasks/app-1.md', 'src/x.ts'], ...other });
    const files = ['package.json', 'src/3.ts', 'plan/tasks/app-1.md'];
    const hash = git.commit('Faster', { files });
    assert.deepEqual(likely(inputOf(git, many), hash), []);
  });

  it('suggests a task by rare words that subject and title share', () => {
    const hash = git.commit('fix(auth): limiting the rates', { files: ['x'] });
    assert.deepEqual(likely(inputOf(git, tasks), hash), ['APP-1: Same words: limit, rate']);
    const common = [...tasks, ...['APP-4', 'APP-5', 'APP-6'].map(id => aTask(id, { title: 'Rate limit' }))];
    assert.deepEqual(likely(inputOf(git, common), hash), []);
  });

  it("suggests the task of the author's commits before and after it", () => {
    git.commit('APP-3 Begin', { files: ['a'] });
    const hash = git.commit('More', { files: ['b'] });
    git.commit('APP-3 End', { files: ['c'] });
    assert.deepEqual(likely(inputOf(git, tasks), hash), [
      'APP-3: Next to 2 of its commits on the branch · Same author as other commits of the task',
    ]);
    const stranger = git.commit('Theirs', { files: ['d'], ...other });
    assert.deepEqual(likely(inputOf(git, tasks), stranger), []);
  });

  it('counts who has the task beside another reason, never alone', () => {
    const own = [
      aTask('APP-1', { title: 'Runbook', assignees: ['li'] }),
      aTask('APP-2', { title: 'Runbook' }),
    ];
    const author = { author: 'Li', email: 'LI@example.org' };
    const hash = git.commit('Runbook', { files: ['x'], ...author });
    assert.deepEqual(likely(inputOf(git, own), hash), [
      'APP-1: Same words: runbook · Assigned to Li Wen, who made the commit',
    ]);
    const nothing = git.commit('Else', { files: ['y'], ...author });
    assert.deepEqual(likely(inputOf(git, own), nothing), []);
  });

  it('prefers what is open, and leaves out what the commit has and what has no id', () => {
    const done = aTask('APP-1', { title: 'Session store', status: 'Done', category: 'done' });
    const unnamed = aTask('', { title: 'Session store', key: '' });
    const open = aTask('APP-2', { title: 'Session store' });
    const hash = git.commit('Session store', { files: ['x'] });
    const ids = (all: readonly Task[]) => likely(inputOf(git, all), hash).map(text => text.slice(0, 5));
    assert.deepEqual(ids([done, open, unnamed]), ['APP-2', 'APP-1']);
    const linked = git.commit('APP-2 Session store', { files: ['y'] });
    assert.doesNotMatch(likely(inputOf(git, [done, open]), linked).join(), /APP-2/);
  });

  it('counts what has just been chosen for other commits', () => {
    const first = git.commit('One', { files: ['src/a.ts'], ...other });
    const hash = git.commit('Two', { files: ['src/a.ts'] });
    const chosen = new Map([[first, 'APP-3']]);
    assert.deepEqual(likely(inputOf(git, tasks, { chosen }), hash), [
      'APP-3: Same files as 1 of its commits',
    ]);
  });

  it('takes words by their stems, parts of camel case, and none that say nothing', () => {
    assert.deepEqual(
      [...plainWords('Fix sessionStore: add 42 Limits to the API').values()],
      ['session', 'store', 'limits', 'api'],
    );
    assert.deepEqual([...plainWords('limit limited limits').values()], ['limits']);
  });
});
