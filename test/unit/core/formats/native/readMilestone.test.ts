import assert from 'node:assert/strict';
import { planOf } from './editPlan';

describe('a milestone file', () => {
  it('takes its title from a heading that names no section', () => {
    const title = (...headings: string[]) =>
      planOf({ 'milestones/beta.md': `---\nid: m-1\n---\n${headings.join('\n\n')}\n` }).milestones[0]?.title;
    assert.equal(title('## Tasks'), 'beta');
    assert.equal(title('# Tasks', '# Public beta'), 'Public beta');
    assert.equal(title('## Goal', '# Beta', '# Later'), 'Beta');
  });

  it('keeps 200 characters of its id, and tells', () => {
    const { milestones, problems } = planOf({ 'milestones/a.md': `---\nid: ${'m'.repeat(201)}\n---\n` });
    assert.equal(milestones[0]?.id, 'm'.repeat(200));
    assert.deepEqual(
      problems.map(({ message: { code, args } }) => [code, args[0], args[2]]),
      [['bad-value', 'id', '≤ 200']],
    );
  });
});
