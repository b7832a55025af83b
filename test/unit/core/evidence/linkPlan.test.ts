import assert from 'node:assert/strict';
import { finish } from '../../../../src/core/base/steps';
import type { History } from '../../../../src/core/evidence/graph/history';
import type { PlanEvidence } from '../../../../src/core/evidence/link';
import { linksInOrder } from '../../../../src/core/evidence/link';
import { linkSteps } from '../../../../src/core/evidence/linkPlan';
import type { Task } from '../../../../src/core/plan/model';
import type { PlanSettings } from '../../../../src/core/plan/settings';
import { HistoryBuilder } from '../../../support/historyBuilder';
import { aPlan, aTask } from '../../../support/planBuilder';

let git: HistoryBuilder;

function link(
  tasks: readonly (Task | string)[] = [],
  settings: Partial<PlanSettings> = {},
  history = git.build(),
): PlanEvidence {
  const plan = aPlan(
    ['APP-1', 'APP-2', 'APP-3', 'APP-4'].filter(id => !tasks.some(has(id))),
    settings,
  );
  const all = { ...plan, tasks: [...plan.tasks, ...aPlan(tasks).tasks] };
  return finish(linkSteps({ plan: all, prefix: '', history, planFolders: ['plan/'] }));
}

function has(id: string) {
  return (task: Task | string): boolean => (typeof task === 'string' ? task : task.id) === id;
}

/** Links of a commit as `task evidence strength (others)`. */
function of(evidence: PlanEvidence, commit: string): string[] {
  return (evidence.byCommit.get(commit) ?? []).map(
    ({ task, evidence: kind, strength, others }) =>
      `${task} ${kind} ${strength}${others.length > 0 ? ` (${others.join(' ')})` : ''}`,
  );
}

describe('linkPlan', () => {
  beforeEach(() => {
    git = new HistoryBuilder();
    git.commit('Start');
  });

  it('keeps the strongest evidence of a pair and lists the others', () => {
    const commit = git.commit('APP-1 store\n\nTask: APP-1\nCloses APP-1', {
      files: ['src/a.ts', 'plan/tasks/app-1.md'],
    });
    const evidence = link();
    assert.deepEqual(of(evidence, commit), ['APP-1 closes closes (trailer subject file)']);
    assert.equal(evidence.byTask.get('APP-1')?.[0], evidence.byCommit.get(commit)?.[0]);
  });

  it('lists links newest commit first', () => {
    const older = git.commit('APP-1 a');
    const newer = git.commit('APP-2 b');
    assert.deepEqual(
      linksInOrder(link(), git.build()).map(({ commit }) => commit),
      [newer, older],
    );
  });

  it('takes planning commits and merges for plans', () => {
    const planning = git.commit('APP-1 new task', { files: ['plan/tasks/app-1.md', 'plan/project.md'] });
    const mixed = git.commit('APP-1 both', { files: ['plan/tasks/app-1.md', 'src/a.ts'] });
    const empty = git.commit('APP-1 nothing', { files: [] });
    git.checkout('side').commit('x');
    git.checkout('main').commit('y');
    const merge = git.merge('side', 'APP-1 merged (#3)');
    const evidence = link();
    assert.deepEqual(of(evidence, planning), ['APP-1 subject plans (file)']);
    assert.deepEqual(of(evidence, mixed), ['APP-1 subject works-on (file)']);
    assert.deepEqual(of(evidence, empty), ['APP-1 subject works-on']);
    assert.deepEqual(of(evidence, merge), ['APP-1 subject plans']);
  });

  describe('branches', () => {
    it('links the commits of a branch whose name holds the id, or which the task names', () => {
      const named = git.checkout('feature/app-1-store').commit('wip');
      const globbed = git.checkout('main').checkout('spike/login-2').commit('try');
      const evidence = link([aTask('APP-2', { branches: ['spike/login-*'] })]);
      assert.deepEqual(of(evidence, named), ['APP-1 branch works-on']);
      assert.deepEqual(of(evidence, globbed), ['APP-2 branch works-on']);
      assert.deepEqual(evidence.branches, [
        {
          branch: 'feature/app-1-store',
          task: 'APP-1',
          strength: 'works-on',
          merged: false,
          commits: [named],
        },
        { branch: 'spike/login-2', task: 'APP-2', strength: 'works-on', merged: false, commits: [globbed] },
      ]);
      assert.deepEqual(evidence.observed.get('APP-1')?.unmerged, ['feature/app-1-store']);
    });

    it('only mentions the task of a bare second number', () => {
      const commit = git.checkout('app-1-2-picker').commit('wip');
      assert.deepEqual(of(link(), commit), ['APP-1 branch works-on', 'APP-2 branch mentions']);
    });

    it('gives the commits of stacked branches to the nearest', () => {
      const below = git.checkout('app-1').commit('below');
      const above = git.checkout('app-2').commit('above');
      const top = git.checkout('app-3').commit('top');
      const evidence = link();
      assert.deepEqual(of(evidence, below), ['APP-1 branch works-on']);
      assert.deepEqual(of(evidence, above), ['APP-2 branch works-on']);
      assert.deepEqual(of(evidence, top), ['APP-3 branch works-on']);
    });

    it('leaves the commits of a branch to it when another has just been made on top', () => {
      const commit = git.checkout('app-2').commit('work');
      git.checkout('app-1');
      assert.deepEqual(of(link(), commit), ['APP-2 branch works-on']);
    });

    it('leaves out a commit that names another task', () => {
      git.checkout('app-1');
      const other = git.commit('APP-2 on the way');
      const both = git.commit('APP-1 on its own branch');
      const mention = git.commit('More\n\nas APP-2 needs');
      const none = git.commit('Typo\n\nTask: none');
      const evidence = link();
      assert.deepEqual(of(evidence, other), ['APP-2 subject works-on']);
      assert.deepEqual(of(evidence, both), ['APP-1 subject works-on (branch)']);
      assert.deepEqual(of(evidence, mention), ['APP-1 branch works-on', 'APP-2 body mentions']);
      assert.deepEqual(of(evidence, none), []);
    });

    it('takes local and remote-tracking refs for one branch', () => {
      const pushed = git.checkout('app-1').commit('pushed');
      const ahead = git.push().commit('ahead');
      const evidence = link();
      assert.deepEqual(
        evidence.branches.map(({ commits }) => commits),
        [[ahead, pushed]],
      );
    });

    for (const [subject, linked] of [
      ["Merge branch 'app-1-x'", true],
      ["Merge branch 'app-1-x' into main", true],
      ['Merge pull request #1 from org/app-1-x', true],
      ["Merge remote-tracking branch 'origin/app-1-x'", true],
      ["Merge branch 'topic' into app-1-x", false],
      ['Bring in the store', false],
    ] as const) {
      it(`${linked ? 'follows' : 'does not follow'} "${subject}" after the branch is gone`, () => {
        git.checkout('app-1-x');
        const work = [git.commit('one'), git.commit('two')];
        const before = git.checkout('main').commit('before');
        const merge = git.merge('app-1-x', subject);
        git.deleteBranch('app-1-x').commit('after');
        const evidence = link();
        for (const commit of work) {
          assert.deepEqual(of(evidence, commit), linked ? ['APP-1 branch works-on'] : []);
        }
        assert.deepEqual([...of(evidence, before), ...of(evidence, merge)], []);
        assert.equal(evidence.observed.get('APP-1')?.state, linked ? 'landed' : undefined);
      });
    }

    it('counts a branch as merged when its tips have landed', () => {
      git.checkout('app-1').commit('one');
      git.checkout('main').merge('app-1');
      assert.deepEqual(
        link().branches.map(({ merged, commits }) => [merged, commits]),
        [[true, []]],
      );
    });

    it('counts a branch as merged when its upstream is gone and its task has later landed work', () => {
      git.checkout('app-1').commit('one');
      git.upstreamGone('app-1').checkout('main');
      assert.equal(link().branches[0]?.merged, false);
      git.commit('APP-1 squashed (#7)');
      const evidence = link();
      assert.equal(evidence.branches[0]?.merged, true);
      assert.deepEqual(evidence.observed.get('APP-1')?.unmerged, []);
      assert.equal(evidence.observed.get('APP-1')?.state, 'landed');
    });

    it('counts a branch as merged when the commits that make its change have landed', () => {
      const tip = git.checkout('app-1').commit('one');
      const other = git.checkout('app-2', git.tip('main')).commit('two');
      const squash = git.checkout('main').commit('All of it');
      const named = git.commit('APP-3 what two did');
      const squashed = new Map([
        [tip, [squash]],
        [other, [named, git.tip('app-1')]],
      ]);
      const evidence = link([], {}, { ...git.build(), squashed });
      assert.deepEqual(
        evidence.branches.map(({ branch, merged }) => [branch, merged]),
        [
          ['app-1', true],
          ['app-2', false],
        ],
      );
      assert.deepEqual(of(evidence, squash), ['APP-1 branch works-on']);
      assert.deepEqual(evidence.byCommit.get(squash)?.[0]?.reason, { code: 'squash', args: ['app-1'] });
      assert.deepEqual(of(evidence, named), ['APP-3 subject works-on']);
      assert.equal(evidence.observed.get('APP-1')?.state, 'landed');
    });

    it('counts integration branches as landed, and follows their merges', () => {
      const work = git.checkout('app-1').commit('one');
      git.checkout('develop', git.tip('main')).commit('dev');
      git.merge('app-1');
      git.deleteBranch('app-1');
      const evidence = link([], { integration: ['dev*'] });
      assert.deepEqual(of(evidence, work), ['APP-1 branch works-on']);
      assert.equal(evidence.observed.get('APP-1')?.state, 'landed');
    });

    it('knows the branch under rebase', () => {
      const old = git.checkout('app-1').commit('one');
      const rebased = git.checkout('tmp', git.tip('main')).commit('one again');
      git.deleteBranch('tmp').detach(rebased, 'app-1');
      assert.deepEqual(link().branches[0]?.commits, [rebased, old]);
    });
  });

  describe('files', () => {
    it('mentions a task whose file the commit changes, wherever the file was', () => {
      const commit = git.commit('x', { files: ['src/a.ts', 'plan/tasks/done/app-1 - Store.md'] });
      const other = git.commit('x', { files: ['src/a.ts', 'plan/notes-on-app-1.md', 'docs/app-2.md'] });
      const evidence = link();
      assert.deepEqual(of(evidence, commit), ['APP-1 file mentions']);
      assert.deepEqual(of(evidence, other), []);
    });

    it('gives nothing for inline tasks, nor for a commit that touches many tasks', () => {
      const files = ['plan/tasks/app-1.md', 'plan/tasks/app-2.md', 'src/a.ts'];
      const commit = git.commit('x', { files });
      const rules = { ...aPlan([]).settings.rules, bulkFiles: 1 };
      assert.deepEqual(of(link([], { rules }), commit), []);
      assert.deepEqual(of(link([aTask('APP-1', { inline: true, file: 'plan/m.md' })]), commit).length, 2);
    });
  });

  it('gives tasks without an id nothing, since a commit of one would count for all of them', () => {
    const files = ['plan/tasks/one.md', 'src/a.ts'];
    const commit = git.commit('- [ ] Log in', { files });
    const work = git.checkout('spike/login').commit('try');
    const byHand = { hash: commit, not: false };
    const one = aTask('', {
      uid: '@one',
      file: 'plan/tasks/one.md',
      branches: ['spike/*'],
      handLinks: [byHand],
    });
    const line = aTask('', { uid: '@m', file: 'plan/milestones/m.md', inline: true });
    const lineChanges = new Map([[commit, ['Log in']]]);
    const evidence = link([one, line], {}, { ...git.build(), lineChanges });
    assert.deepEqual([of(evidence, commit), of(evidence, work), evidence.lost], [[], [], []]);
    assert.equal(evidence.observed.size, 0);
  });

  describe('reverts and cherry-picks', () => {
    it('cancels what was reverted, and restores it when the revert is reverted', () => {
      const work = git.commit('APP-1 store\n\nCloses APP-1');
      const revert = git.commit(`Revert "APP-1 store"\n\nThis reverts commit ${work}.`);
      assert.equal(link().byCommit.size, 0);
      assert.equal(link().observed.get('APP-1'), undefined);
      git.commit(`Reapply "APP-1 store"\n\nThis reverts commit ${revert}.`);
      assert.deepEqual(of(link(), work), ['APP-1 closes closes (subject)']);
    });

    it('cancels by an abbreviated hash, and keeps what the revert itself is for', () => {
      const work = git.commit('APP-1 store');
      const revert = git.commit(`APP-2 back out\n\nThis reverts commit ${work.slice(0, 9)}.\n\nTask: APP-1`);
      const evidence = link();
      assert.deepEqual(of(evidence, work), []);
      assert.deepEqual(of(evidence, revert), ['APP-2 subject works-on']);
    });

    it('keeps what has landed while the revert has not', () => {
      const work = git.commit('APP-1 store');
      git.checkout('undo').commit(`Revert "APP-1 store"\n\nThis reverts commit ${work}.`);
      assert.deepEqual(of(link(), work), ['APP-1 subject works-on']);
    });

    it('cancels all that a reverted merge brought in', () => {
      const work = git.checkout('app-1').commit('work');
      git.checkout('main').commit('x');
      const merge = git.merge('app-1');
      git.commit(
        `Revert "Merge branch 'app-1'"\n\nThis reverts commit ${merge}, reversing\nchanges made to x.`,
      );
      assert.deepEqual(of(link(), work), []);
    });

    it('shares the evidence of the source of a cherry-pick', () => {
      const source = git.checkout('app-9').commit('Store\n\nTask: APP-1');
      const pick = git.checkout('main').commit(`Store\n\n(cherry picked from commit ${source})`);
      const evidence = link();
      assert.deepEqual(of(evidence, pick), ['APP-1 trailer works-on']);
      assert.deepEqual(evidence.byCommit.get(pick)?.[0]?.reason, { code: 'cherry-pick', args: [source] });
    });
  });

  describe('hand-made links', () => {
    const task = (...handLinks: Task['handLinks']): Task => aTask('APP-1', { handLinks });

    it('links a commit by the prefix of its hash', () => {
      const commit = git.commit('x');
      const evidence = link([task({ hash: commit.slice(0, 12), not: false, date: '2026-09-01' })]);
      assert.deepEqual(of(evidence, commit), ['APP-1 manual works-on']);
      assert.deepEqual(linksInOrder(evidence, git.build())[0]?.reason, {
        code: 'manual',
        args: ['2026-09-01'],
      });
      assert.deepEqual(evidence.lost, []);
    });

    it('unlinks against every other evidence', () => {
      const commit = git.commit('APP-1 and APP-2\n\nCloses APP-1');
      const hash = commit.slice(0, 7);
      assert.deepEqual(of(link([task({ hash, not: true }, { hash, not: false })]), commit), [
        'APP-2 subject works-on',
      ]);
    });

    it('finds a rebased commit by author date and subject, the landed one first', () => {
      git.checkout('copy').commit('Store it', { day: '2026-09-10' });
      git.checkout('main').commit('Store it', { day: '2026-09-08' });
      const moved = git.commit('Store it', { day: '2026-09-10' });
      const lost = { hash: 'feedfacefeed', not: false, date: '2026-09-10', subject: 'Store it' };
      const evidence = link([task(lost)]);
      assert.deepEqual(of(evidence, moved), ['APP-1 manual works-on']);
      assert.deepEqual(evidence.byCommit.get(moved)?.[0]?.reason, {
        code: 'manual-moved',
        args: ['feedfacefeed'],
      });
      assert.deepEqual(evidence.lost, [{ task: 'APP-1', link: lost, foundAs: moved }]);
    });

    it('finds a squashed commit by a line of the body, or by the subject with its number', () => {
      const squash = git.commit('Sign-in (#4)\n\n* Store it\n* Test it', { day: '2026-09-20' });
      const single = git.commit('Log it (#5)', { day: '2026-09-21' });
      const gone = (subject: string) => ({ hash: 'feedfacefeed', not: false, date: '2026-09-01', subject });
      const evidence = link([task(gone('Store it'), gone('Log it'), gone('Never seen'))]);
      assert.deepEqual([...of(evidence, squash), ...of(evidence, single)].length, 2);
      assert.deepEqual(
        evidence.lost.map(({ foundAs }) => foundAs),
        [squash, single, undefined],
      );
    });

    it('keeps a link whose commit was squashed together with an unlinked one, but not beside a plain unlink', () => {
      const squash = git.commit('Sign-in (#4)\n\n* Store it\n* Test it', { day: '2026-09-20' });
      const gone = (subject: string, not: boolean) => ({
        hash: not ? 'deadbeefdead' : 'feedfacefeed',
        not,
        date: '2026-09-01',
        subject,
      });
      const both = [gone('Test it', true), gone('Store it', false)];
      assert.deepEqual(of(link([task(...both)]), squash), ['APP-1 manual works-on']);
      const plain = { hash: squash.slice(0, 12), not: true };
      assert.deepEqual(of(link([task(...both, plain)]), squash), []);
    });

    it('calls a link lost once it was looked for, but no unlink, and none in a shallow clone', () => {
      const commit = git.commit('x');
      const [old] = git.build().commits.values();
      assert.equal(old?.hash, commit);
      const hash = 'feedfacefeed';
      const lost = (not: boolean, more: Partial<History>) => {
        const [first] = link([task({ hash, not })], {}, { ...git.build(), ...more }).lost;
        return [first?.offBranch, first?.quiet];
      };
      const nowhere = new Map([[hash, undefined]]);
      const offBranch = new Map([[hash, { commit: { ...old, message: 'y' }, copies: [] }]]);
      assert.deepEqual(lost(false, {}), [undefined, true]);
      assert.deepEqual(lost(false, { gone: nowhere }), [undefined, undefined]);
      assert.deepEqual(lost(false, { gone: offBranch }), [true, undefined]);
      assert.deepEqual(lost(true, { gone: nowhere }), [undefined, true]);
      assert.deepEqual(lost(false, { gone: nowhere, shallow: true }), [undefined, true]);
    });
  });

  describe('observed status', () => {
    const state = (task = 'APP-1'): string | undefined => link().observed.get(task)?.state;

    it('is started, landed and closed as the work goes on', () => {
      assert.equal(state(), undefined);
      git.checkout('app-1').commit('one');
      assert.equal(state(), 'started');
      git.checkout('main').merge('app-1');
      assert.equal(state(), 'landed');
      git.checkout('more').commit('APP-1 more');
      assert.equal(state(), 'started');
      git.checkout('main').commit('Finish\n\nCloses APP-1');
      assert.equal(state(), 'closed');
    });

    it('does not count planning, mentions, or a closing commit that has not landed', () => {
      git.commit('APP-1 planned\n\nCloses APP-1', { files: ['plan/tasks/app-1.md'] });
      git.commit('x\n\nsee APP-2');
      git.checkout('side').commit('x\n\nFixes APP-3');
      assert.deepEqual([state('APP-1'), state('APP-2'), state('APP-3')], [undefined, undefined, 'started']);
    });

    it('tells first and last work and when it landed', () => {
      git.commit('APP-1 a', { day: '2026-10-01' });
      git.commit('APP-1 b', { day: '2026-10-05' });
      git.checkout('side').commit('APP-1 c', { day: '2026-10-09' });
      const at = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;
      const { firstWork, lastWork, lastLanded, unmerged } = link().observed.get('APP-1') ?? {};
      assert.deepEqual(
        [firstWork, lastWork, lastLanded, unmerged],
        [at('2026-10-01'), at('2026-10-09'), at('2026-10-05'), ['side']],
      );
    });
  });

  it('follows former prefixes of a Backlog.md plan through its file names', () => {
    git.commit('x', { files: ['A backlog/tasks/task-24 - Store.md'] });
    const commit = git.commit('TASK-24.2: store');
    const tasks = [
      aTask('BACK-24', { file: 'backlog/tasks/back-24 - Store.md' }),
      aTask('BACK-24.02', { file: 'backlog/tasks/back-24.02 - Sub.md' }),
    ];
    const plan = aPlan(tasks, { prefix: 'BACK' }, { folder: 'backlog', format: 'backlog' });
    const evidence = finish(linkSteps({ plan, prefix: '', history: git.build(), planFolders: ['backlog/'] }));
    assert.deepEqual(of(evidence, commit), ['BACK-24.2 subject works-on']);
  });

  it('reads paths of a plan that lies below the top of the repository', () => {
    const commit = git.commit('x', { files: ['pay/plan/tasks/app-1.md', 'pay/src/a.ts'] });
    const plan = aPlan(['APP-1']);
    const evidence = finish(
      linkSteps({ plan, prefix: 'pay/', history: git.build(), planFolders: ['pay/plan/'] }),
    );
    assert.deepEqual(of(evidence, commit), ['APP-1 file mentions']);
  });

  it('answers for a repository without commits and without a default branch', () => {
    git = new HistoryBuilder();
    assert.equal(link().byCommit.size, 0);
    const commit = git.checkout('app-1').commit('x');
    assert.deepEqual(of(link(), commit), ['APP-1 branch works-on']);
  });
});
