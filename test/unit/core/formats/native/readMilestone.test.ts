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
});
