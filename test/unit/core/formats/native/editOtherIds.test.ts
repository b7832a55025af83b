import assert from 'node:assert/strict';
import type { Change } from '../../../../../src/core/plan/change';
import { edit, planOf, tryEdit } from './editPlan';

const FILES = {
  'milestones/beta.md': '---\naliases: phase-1\n---\n## Tasks\n- [ ] APP-2 Two alias:SHOP-2,SHOP-3 @li\n',
  'tasks/one.md': '---\nid: APP-1\naliases: [SHOP-12] # Jira\n---\n',
  'risks/r.md': '---\nid: R-1\n---\n',
};
const aliases = (...value: string[]): Change => ({ kind: 'setList', field: 'otherIds', value });
const two = { kind: 'task', id: 'APP-2' } as const;

describe('editing aliases', () => {
  it('touches only those that come or go', () => {
    const one = { kind: 'task', id: 'APP-1' } as const;
    const text = edit(FILES, 'tasks/one.md', one, aliases('shop-012', 'SHOP-4'));
    assert.equal(text, '---\nid: APP-1\naliases: [SHOP-12, SHOP-4] # Jira\n---\n');
    const line = (...ids: string[]) => edit(FILES, 'milestones/beta.md', two, aliases(...ids)).split('\n')[4];
    assert.equal(line('SHOP-3', 'bd-a1'), '- [ ] APP-2 Two alias:SHOP-3 @li alias:bd-a1');
    assert.equal(line(), '- [ ] APP-2 Two @li');
    const risk = edit(FILES, 'risks/r.md', { kind: 'risk', id: 'R-1' }, aliases('RISK-1'));
    assert.equal(risk, '---\nid: R-1\naliases: [RISK-1]\n---\n');
  });

  it('is refused for what is no id, and for what stands for another item', () => {
    const refusal = (...ids: string[]): string => {
      const result = tryEdit(FILES, 'milestones/beta.md', { ...two, line: 4 }, aliases(...ids));
      return result.ok ? 'ok' : [result.refusal.code, ...result.refusal.args].join(' ');
    };
    assert.equal(refusal('SHOP-9', '#12'), 'value-invalid alias #12 SHOP-12');
    assert.equal(refusal('SHOP-9 x'), 'value-invalid alias SHOP-9 x SHOP-12');
    assert.equal(refusal('SHOP-2', 'shop-12'), 'alias-taken shop-12 APP-1 plan/tasks/one.md');
    assert.equal(refusal('old-1'), 'alias-taken old-1 APP-1 plan/tasks/one.md');
    assert.equal(refusal('r-1'), 'alias-taken r-1 R-1 plan/risks/r.md');
    assert.equal(refusal('BETA'), 'value-invalid alias BETA SHOP-12');
    const many = Array.from({ length: 1_001 }, (_, n) => `S-${n}`);
    assert.equal(refusal(...many), 'value-invalid alias 1001 ≤ 1000 aliases');
  });

  it('gives dependencies and parents that are named by an alias', () => {
    const set = (change: Change) => edit(FILES, 'tasks/one.md', { kind: 'task', id: 'APP-1' }, change);
    assert.match(set({ kind: 'setList', field: 'dependsOn', value: ['SHOP-2'] }), /^depends_on: \[SHOP-2]$/m);
    // The id is what the file says.
    assert.match(set({ kind: 'set', field: 'parent', value: 'shop-3' }), /^parent: APP-2$/m);
    assert.match(set({ kind: 'set', field: 'milestone', value: 'PHASE-1' }), /^milestone: beta$/m);
    assert.equal(planOf(FILES).otherIds?.size, 4);
  });
});
