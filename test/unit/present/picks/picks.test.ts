import assert from 'node:assert/strict';
import { branchNames, openBranchPicks, reviewPicks } from '../../../../src/present/picks/branchPicks';
import { commitPicks } from '../../../../src/present/picks/commitPicks';
import { findingPicks } from '../../../../src/present/picks/findingPicks';
import { linkedCommitPicks } from '../../../../src/present/picks/linkPicks';
import { milestonePicks } from '../../../../src/present/picks/milestonePicks';
import type { PickList } from '../../../../src/present/picks/pickRow';
import { statusPicks } from '../../../../src/present/picks/statusPicks';
import { taskPicks } from '../../../../src/present/picks/taskPicks';
import { walkPicks } from '../../../../src/present/picks/walkPicks';
import { linkedCommits } from '../../../../src/verbs/linkedCommits';
import { say } from '../../../../src/words/say';
import { readingOf } from '../../../support/readingOf';
import { handMade } from '../../../support/panel/handMade';

const { snapshot, answers } = handMade();
const [facts] = snapshot.plans;
const [repo] = snapshot.repos;
assert.ok(facts && repo);

/** Titles in brackets, and the first words of entries. */
const shown = (list: PickList<unknown>): string[] =>
  list.map(row => ('title' in row ? `[${say(row.title)}]` : say(row.label).split(' ')[0]) ?? '');

describe('lists to pick from', () => {
  it('offer tasks of the checked-out branch first, then active ones, and finished ones last', () => {
    assert.deepEqual(shown(taskPicks(snapshot)), [
      ...['[this branch]', 'APP-3', 'APP-4'],
      ...['[active]', 'APP-2', 'APP-7'],
      ...['[other tasks]', 'APP-5', 'APP-8', 'APP-9'],
      ...['[finished]', 'APP-1', 'APP-6'],
    ]);
  });

  it('offer only the tasks that are asked for, and no title without one', () => {
    const among = new Set(['APP-1', 'APP-8']);
    assert.deepEqual(shown(taskPicks(snapshot, { among })), [
      '[other tasks]',
      'APP-8',
      '[finished]',
      'APP-1',
    ]);
    assert.deepEqual(taskPicks(snapshot, { repo: '/another' }), []);
  });

  it('offer commits without a task, and first and chosen beforehand the one that is named', () => {
    const hashes = [...(repo.history?.commits.keys() ?? [])];
    const [newest = '', second = ''] = hashes;
    const git = { ...snapshot, repos: [{ ...repo, withoutTask: [newest] }] };
    const rows = commitPicks(git, { named: { repo: repo.top, hash: second } });
    assert.deepEqual(
      rows.map(row => ('title' in row ? [] : [row.value.hash, row.picked])),
      [
        [second, true],
        [newest, false],
      ],
    );
    assert.deepEqual(commitPicks(git, { named: { repo: '/another', hash: second } }).length, 1);
  });

  it('offer the commits for a task with the likely ones first, each with its reason', () => {
    const [newest = '', second = ''] = [...(repo.history?.commits.keys() ?? [])];
    const git = { ...snapshot, repos: [{ ...repo, withoutTask: [newest, second] }] };
    const likely = [{ hash: second, reasons: [{ code: 'likely-author' as const, args: [] as [] }] }];
    const rows = commitPicks(git, { task: { plan: facts.plan.uid, likely } });
    assert.deepEqual(
      rows.map(row => ('title' in row ? say(row.title) : [row.value.hash, say(row.detail ?? '')])),
      ['likely', [second, 'Same author as other commits of the task'], 'other commits', [newest, '']],
    );
  });

  it('offer likely tasks first and once, with their reasons', () => {
    const reasons = [{ code: 'likely-files' as const, args: [2] as [number] }];
    const likely = [
      { plan: facts.plan.uid, uid: 'APP-8', reasons },
      { plan: facts.plan.uid, uid: 'APP-3', reasons },
    ];
    const rows = taskPicks(snapshot, { likely });
    assert.deepEqual(shown(rows).slice(0, 5), ['[likely]', 'APP-8', 'APP-3', '[this branch]', 'APP-4']);
    assert.ok(rows[1] && 'value' in rows[1]);
    assert.equal(say(rows[1].detail ?? ''), 'Same files as 2 of its commits');
  });

  it('ask about one commit of a walk: likely tasks, what else can be done, then all others', () => {
    const [hash = ''] = [...(repo.history?.commits.keys() ?? [])];
    const likely = [{ plan: facts.plan.uid, uid: 'APP-8', reasons: [] }];
    const step = { repo: repo.top, hash, step: 2, steps: 3, likely, canExcuse: true };
    const { title, rows } = walkPicks(snapshot, step);
    assert.equal(say(title), 'Commit 2 of 3: Merge the upgrade');
    const actions = ['No', 'Skip', 'Open', 'Back'];
    assert.deepEqual(shown(rows).slice(0, 8), [
      '[likely]',
      'APP-8',
      '[this commit]',
      ...actions,
      '[this branch]',
    ]);
    const first = walkPicks(snapshot, { ...step, step: 1, likely: [], canExcuse: false });
    assert.deepEqual(shown(first.rows).slice(0, 4), ['[this commit]', 'Skip', 'Open', '[this branch]']);
  });

  it('offer the branches with a commit, what is checked out as what the review follows, and the commit alone', () => {
    const branch = { name: 'a', checkedOut: true, isDefault: false };
    const alone = { base: 'one', head: 'two' };
    const rows = reviewPicks({ branches: [branch, { ...branch, name: 'main', checkedOut: false }], alone });
    assert.deepEqual(
      rows.map(({ value }) => value),
      [{ base: '', head: '' }, { base: '', head: 'main' }, alone],
    );
  });

  it('offer the commits of a task with the reason of each', () => {
    const reading = readingOf(snapshot);
    const [row] = linkedCommitPicks(linkedCommits(reading, { plan: facts.plan.uid, task: 'APP-1' }));
    assert.equal(say(row?.label ?? ''), 'APP-1: choose the session store');
    assert.notEqual(say(row?.detail ?? ''), '');
  });

  it('offer open branches of tasks for a comparison, and all branches for a review', () => {
    assert.deepEqual(shown(openBranchPicks(snapshot)).sort(), ['feature/app-3-rate-limit', 'ops/alerts']);
    const remote = { name: 'old', ref: 'refs/remotes/origin/old', tip: '', remote: 'origin' };
    const known = { ...remote, name: 'main', ref: 'refs/remotes/origin/main' };
    const branches = [...(repo.history?.branches ?? []), { ...remote, upstreamGone: false }];
    const history = repo.history && {
      ...repo.history,
      branches: [...branches, { ...known, upstreamGone: false }],
    };
    const names = branchNames({ ...repo, ...(history && { history }) });
    assert.deepEqual([names.at(-1), names.filter(name => name.endsWith('main'))], ['origin/old', ['main']]);
  });

  it('offer every finding, a milestone by its title', () => {
    const { insight } = answers;
    const rows = findingPicks([{ facts, insight }]);
    assert.equal(rows.length, facts.findings.length + (insight?.findings.length ?? 0));
    const beta = rows.find(({ value }) => value.kind === 'milestone');
    assert.match(say(beta?.label ?? ''), /^(Private beta|Public launch)$/);
  });

  it('offer open milestones, the selected one or that of the selected task first, and none', () => {
    const labels = (selected?: string) => milestonePicks(facts.plan, selected).map(row => say(row.label));
    const [beta, launch, later] = facts.plan.milestones.map(({ title }) => title);
    const none = labels().at(-1);
    assert.deepEqual(labels(), [beta, launch, later, none]);
    assert.deepEqual(labels('LATER'), [later, beta, launch, none]);
    assert.deepEqual(labels('APP-5'), [launch, beta, later, none]);
  });

  it('offer statuses, the current one marked', () => {
    const { statuses } = facts.plan.settings;
    const marked = statusPicks(statuses, 'Done').filter(({ description }) => description !== undefined);
    assert.deepEqual(
      marked.map(({ value, icon }) => [value, icon]),
      [['Done', 'pass']],
    );
  });
});
