import assert from 'node:assert/strict';
import type { Plan } from '../../../src/core/plan/model';
import type { Snapshot } from '../../../src/core/snapshot';
import { findItem } from '../../../src/verbs/findItem';
import { assemble } from '../core/formats/native/assemblePlan';

const plan = (key: string, ...tasks: string[]): Plan =>
  assemble({
    'project.md': `---\nkey: ${key}\nname: ${key}\n---\n`,
    ...Object.fromEntries(tasks.map((fields, n) => [`tasks/${n}.md`, `---\nid: ${fields}\n---\n`])),
  });

/** The id of what is found, or why nothing is. */
function found(id: string, ...plans: readonly Plan[]): string {
  const outcome = findItem({ plans: plans.map(one => ({ plan: one })) } as unknown as Snapshot, id);
  return outcome.ok ? outcome.value.item.id : `${outcome.problem.code} ${outcome.problem.args.join(' ')}`;
}

describe('an item that is named by an alias', () => {
  const app = plan(
    'APP',
    'APP-1\naliases: [SHOP-12, OPS-1]',
    'APP-2\naliases: SHOP-3',
    'APP-3\naliases: SHOP-3',
  );
  const ops = plan('OPS', 'OPS-1', 'OPS-2\naliases: SHOP-12');

  it('is found, unless an item of any plan has it as its id', () => {
    assert.equal(found('shop-012', app), 'APP-1');
    assert.equal(found('OPS-1', app), 'APP-1');
    assert.equal(found('OPS-1', app, ops), 'OPS-1');
    assert.equal(found('SHOP-4', app, ops), 'id-unknown SHOP-4');
  });

  it('is not found where several give it, in one plan or in two', () => {
    assert.equal(found('SHOP-3', app), 'id-in-many SHOP-3 plan/tasks/1.md:2, plan/tasks/2.md:2');
    assert.match(found('SHOP-12', app, ops), /^id-in-many /);
    assert.equal(found('ops:SHOP-12', app, ops), 'OPS-2');
  });
});
