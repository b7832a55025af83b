import assert from 'node:assert/strict';
import { panelModel } from '../../../../../src/present/panel/panelModel';
import type { PanelAnswers } from '../../../../../src/present/panel/panelInput';
import type { ReviewFound, ReviewModel } from '../../../../../src/shared/panelModel';
import type { View } from '../../../../../src/shared/protocol';
import { say } from '../../../../../src/words/say';
import { anInput, handMade } from '../../../../support/panel/handMade';

async function review(
  answers: PanelAnswers = handMade().answers,
  view: Partial<View> = {},
): Promise<ReviewModel> {
  const model = await panelModel(anInput(handMade().snapshot, { tab: 'review', ...view }, answers));
  assert.ok(model.kind === 'plan' && model.content.tab === 'review' && !('kind' in model.content));
  return model.content;
}

async function found(): Promise<ReviewFound> {
  const { state } = await review();
  assert.ok(state.kind === 'found');
  return state;
}

describe('review', () => {
  it('follows checkout and default branch until an end is pinned', async () => {
    const { base, head } = await review();
    assert.deepEqual([base.name, base.pinned], ['main', false]);
    assert.deepEqual([head.name, head.pinned], ['feature/app-3-rate-limit', false]);
    const pinned = await review({}, { head: 'v1' });
    assert.deepEqual([pinned.head.name, pinned.head.pinned], ['v1', true]);
  });

  it('shows the tasks served with declared and observed status', async () => {
    const [task] = (await found()).tasks.rows;
    assert.ok(task?.criteria);
    assert.equal(task.id, 'APP-3');
    assert.equal(
      say([task.status, task.observed, task.criteria]),
      'In progress · started, not merged · 1 of 3 criteria',
    );
  });

  it('names the evidence of each commit, the primary one and the others', async () => {
    const lock = (await found()).commits.rows.find(({ subject }) => subject === 'Lock after ten attempts');
    const link = lock?.links.find(({ task }) => task.id === 'APP-3');
    assert.ok(link);
    assert.equal(say(link.evidence), 'line in message');
    assert.equal(say(link.reason), 'The message has the line "Task: APP-3"');
    assert.deepEqual(link.others.map(say), ['branch']);
    assert.equal(link.weak, undefined);
  });

  it('marks links that are no sign of work', async () => {
    const weak = (await found()).commits.rows.flatMap(({ subject, links }) =>
      links.flatMap(link => (link.weak ? [[subject, say(link.weak)]] : [])),
    );
    assert.deepEqual(weak, [
      ['Merge the upgrade', 'merge'],
      ['APP-3: due a week later', 'plan only'],
    ]);
  });

  it('groups plan changes by item, field by field', async () => {
    assert.deepEqual(
      (await found()).changes.rows.map(({ id, change, fields }) => [id, change, fields]),
      [
        ['APP-3', 'changed', [{ field: 'due', from: '2026-11-24', to: '2026-11-27' }]],
        ['APP-9', 'added', []],
      ],
    );
  });

  it('lists open criteria with their places, and who else works on the files', async () => {
    const { criteria, sameFiles } = await found();
    assert.deepEqual(
      criteria.rows[0]?.items.map(({ line }) => line),
      [13, 14],
    );
    assert.deepEqual(
      sameFiles.rows.map(({ id, files }) => [id, files]),
      [['APP-7', ['src/signIn.ts']]],
    );
  });

  it('offers a task to commits that need one', async () => {
    const { answers } = handMade();
    assert.ok(answers.review?.ok);
    const [first] = answers.review.value.commits;
    const withoutTask = [first?.hash ?? ''];
    const { state } = await review({
      ...answers,
      review: { ok: true, value: { ...answers.review.value, withoutTask } },
    });
    assert.ok(state.kind === 'found');
    assert.deepEqual(
      state.without.rows.map(({ hash, needsTask }) => [hash, needsTask]),
      [[first?.hash, true]],
    );
  });

  it('explains a range git does not know, and names a way out', async () => {
    const { state } = await review({
      review: { ok: false, problem: { code: 'git-failed', args: ['rev-parse', 'x'] } },
    });
    assert.ok(state.kind === 'message');
    assert.deepEqual(
      state.actions.map(({ command }) => command),
      ['refresh', 'showLog'],
    );
  });

  it('says that there is nothing when both ends are the same', async () => {
    const { answers } = handMade();
    assert.ok(answers.review?.ok);
    const { value } = answers.review;
    const { state } = await review({
      review: { ok: true, value: { ...value, base: value.head, commits: [], changes: [] } },
    });
    assert.ok(state.kind === 'message');
    assert.match(say(state.title), /Nothing to review/);
    assert.deepEqual(state.heads, ['ops/alerts']);
  });
});
