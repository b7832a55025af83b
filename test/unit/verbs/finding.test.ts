import assert from 'node:assert/strict';
import { missingLinks, movedLinks } from '../../../src/verbs/brokenLinks';
import { dismissible } from '../../../src/verbs/dismiss';
import { commitNamed, findCommit } from '../../../src/verbs/findCommit';
import { findPlan, rootWithFile } from '../../../src/verbs/findPlan';
import { linkedCommits, linkedTasks } from '../../../src/verbs/linkedCommits';
import { plansTaking } from '../../../src/verbs/newItem';
import { isPlanKey, suggestedKey } from '../../../src/verbs/newPlan';
import { reference } from '../../../src/verbs/reference';
import { movedLinkPicks } from '../../../src/present/picks/linkPicks';
import { say } from '../../../src/words/say';
import { factsFor, handMade } from '../../support/panel/handMade';
import { aPlan, aTask } from '../../support/planBuilder';
import { aCommit, aSnapshot } from '../../support/snapshotBuilder';
import { readingOf } from '../../support/readingOf';

const { snapshot } = handMade();
const reading = readingOf(snapshot);
const plan = snapshot.plans[0]?.plan.uid ?? '';
const commits = snapshot.repos[0]?.history?.commits ?? new Map();
const hashOf = (subject: string) =>
  [...commits.values()].find(({ message }) => message.startsWith(subject))?.hash ?? '';

describe('what verbs find', () => {
  it('is a plan with its repository, and the root of its file', () => {
    assert.equal(findPlan(snapshot, plan)?.repo?.top, '/repo');
    assert.equal(findPlan(snapshot, 'another'), undefined);
    assert.equal(rootWithFile(snapshot, plan, 'plan/tasks/app-3.md'), '/repo');
    assert.equal(rootWithFile(snapshot, plan, 'src/secret.ts'), undefined);
  });

  it('is a commit by seven digits or more, and the first of several names that is one', () => {
    const hash = hashOf('Tidy the build');
    assert.equal(findCommit(snapshot, '/repo', hash)?.hash, hash);
    assert.equal(findCommit(snapshot, '/another', hash), undefined);
    const found = { plan, repo: '/repo', hash };
    assert.deepEqual(commitNamed(snapshot, ['no hash', '0000000', hash.slice(0, 7)]), found);
    assert.equal(commitNamed(snapshot, [hash.slice(0, 6)]), undefined);
  });

  it('are the tasks that have commits, or that have one', () => {
    const all = linkedTasks(reading);
    assert.ok(all.has('APP-1') && all.has('APP-3') && !all.has('APP-8'));
    assert.deepEqual([...linkedTasks(reading, { commit: hashOf('APP-2') })], ['APP-2']);
    const [first] = linkedCommits(reading, { plan, task: 'APP-1' });
    assert.deepEqual([first?.repo, first?.link.commit], ['/repo', hashOf('APP-1')]);
    assert.deepEqual(linkedCommits(reading, { plan, task: 'none' }), []);
  });

  it('is what copies of items say, on one line each', () => {
    const named = aPlan([aTask('APP-1', { title: 'Two\nlines' }), 'APP-2']);
    const items = ['APP-1', 'APP-3', 'APP-2'];
    assert.deepEqual(reference(readingOf({ ...snapshot, plans: [factsFor(named)] }), { items }), [
      'APP-1 Two lines',
      'APP-2 Title of APP-2',
    ]);
  });

  it('is whether a finding can be dismissed', () => {
    const task = dismissible(reading, { item: 'APP-3', finding: 'overdue' });
    assert.ok(task.ok && task.value.id === 'APP-3');
    const unknown = dismissible(reading, { item: 'APP-3', finding: 'made-up' });
    assert.ok(!unknown.ok && unknown.problem.code === 'value-invalid');
    assert.ok(!dismissible(reading, { item: 'APP-99', finding: 'overdue' }).ok);
  });

  it('are the plans that take an item, or the reason why none does', () => {
    const own = factsFor(aPlan([], {}, { uid: 'own' }));
    const foreign = factsFor(aPlan([], {}, { uid: 'foreign', format: 'spec-kit' }));
    const both = readingOf({ ...snapshot, plans: [foreign, own] });
    const uids = (meant?: string, kind: 'task' | 'risk' = 'task') => {
      const outcome = plansTaking(both, { kind, plan: meant });
      return outcome.ok ? outcome.value.map(({ uid }) => uid) : outcome.problem.code;
    };
    assert.deepEqual(uids(), ['own']);
    assert.equal(uids('foreign'), 'not-added-here');
    assert.equal(uids('foreign', 'risk'), 'risks-need-overlay');
    const nothing = plansTaking(readingOf({ ...snapshot, plans: [] }), { kind: 'task' });
    assert.deepEqual(nothing, { ok: true, value: [] });
  });

  it('is the beginning of the ids of a new plan', () => {
    assert.deepEqual(['web-shop', '42', 'a'].map(suggestedKey), ['WEB', 'APP', 'A']);
    assert.deepEqual(['APP', 'a_1', '', '1A', 'A-B'].map(isPlanKey), [true, true, false, false, false]);
  });
});

describe('links to repair', () => {
  const commit = aCommit('c0ffee11', 'Store it safely');
  const [moved, missing] = ['feedfacefeed', '0123456789ab'].map(hash => ({ hash, not: false }));
  assert.ok(moved && missing);
  const broken = aSnapshot(
    [
      {
        tasks: [aTask('APP-1', { handLinks: [moved, missing] }), aTask('APP-2', { handLinks: [missing] })],
        lost: [
          { task: 'APP-1', link: moved, foundAs: commit.hash },
          { task: 'APP-1', link: missing },
          { task: 'APP-2', link: missing },
        ],
      },
    ],
    { commits: [commit] },
  );
  const { uid } = broken.plans[0]?.plan ?? { uid: '' };
  const named = (task: string, hash?: string) => ({ plan: uid, task, ...(hash && { hash }) });

  it('are those of the tasks that are meant, where those miss a commit, else of all', () => {
    const tasksOf = (...tasks: string[]) =>
      missingLinks(readingOf(broken), { tasks: tasks.map(one => named(one)), links: [] }).all.map(
        ({ repair }) => repair.task.id,
      );
    assert.deepEqual(tasksOf(), ['APP-1', 'APP-2']);
    assert.deepEqual(tasksOf('APP-2'), ['APP-2']);
    assert.deepEqual(tasksOf('APP-8'), ['APP-1', 'APP-2']);
  });

  it('are those that are named by task and hash', () => {
    const links = [named('APP-2', missing.hash), named('APP-2', moved.hash), named('APP-8', missing.hash)];
    const { meant } = missingLinks(readingOf(broken), { tasks: [], links });
    assert.deepEqual(
      meant.map(({ repair, lost }) => [repair.task.id, lost.link.hash]),
      [['APP-2', missing.hash]],
    );
  });

  it('are, for an update, those of tasks with rewritten commits', () => {
    const { all, meant } = movedLinks(readingOf(broken), { tasks: [named('APP-2')] });
    assert.deepEqual([all.map(({ task }) => task.id), meant], [['APP-1'], []]);
    assert.equal(movedLinks(readingOf(broken), { tasks: [named('APP-1')] }).meant.length, 1);
    const [row] = movedLinkPicks(broken, all);
    assert.equal(say(row?.detail ?? ''), 'feedface → c0ffee11 Store it safely');
  });
});
