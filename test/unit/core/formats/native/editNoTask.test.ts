import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/core/base/text';
import { editNoTask } from '../../../../../src/core/formats/native/editNoTask';
import { assemble } from './assemblePlan';

const commit = (start: string, subject: string) => ({
  hash: start.padEnd(40, '0'),
  date: '2026-11-18',
  subject,
});

function edited(text: string, ...commits: ReturnType<typeof commit>[]): string {
  const result = editNoTask(text, commits);
  assert.ok(result.ok);
  return applyEdits(text, result.edits);
}

const PROJECT = '---\nkey: APP # ours\nrules: {stale: 5d}\n---\n\n# Harbor\n';

describe('no_task of project.md', () => {
  it('is added in its place, and the rest stays as it is', () => {
    assert.equal(
      edited(PROJECT, commit('b2', "Say it's so"), commit('a1', 'Tidy: all')),
      "---\nkey: APP # ours\nno_task:\n  - 'a10000000000 2026-11-18 Tidy: all'\n" +
        "  - 'b20000000000 2026-11-18 Say it''s so'\nrules: {stale: 5d}\n---\n\n# Harbor\n",
    );
  });

  it('grows by what is not there, and begins a file', () => {
    const once = edited(PROJECT, commit('b2', 'One'));
    assert.equal(edited(once, commit('b2', 'One')), once);
    assert.match(edited(once, commit('c3', 'Two')), /'b2\w+ .* One'\n  - 'c3\w+ .* Two'\nrules/);
    assert.match(edited('', commit('b2', 'One')), /^---\nno_task:\n  - 'b2.*'\n---\n/);
  });

  it('is read back, and what is no commit is said', () => {
    const plan = assemble({ 'project.md': edited(PROJECT, commit('b2', 'One')) });
    assert.deepEqual(
      plan.settings.noTask.map(({ hash, subject }) => [hash, subject]),
      [['b20000000000', 'One']],
    );
    const bad = assemble({ 'project.md': '---\nkey: APP\nno_task: [soon]\n---\n' });
    assert.deepEqual(
      bad.problems.map(({ message }) => message.code),
      ['bad-value'],
    );
  });

  it('is refused in a file with conflict markers', () => {
    const result = editNoTask('---\n<<<<<<< a\nkey: A\n=======\nkey: B\n>>>>>>> b\n---\n', []);
    assert.equal(result.ok, false);
  });
});
