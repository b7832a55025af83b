import assert from 'node:assert/strict';
import type { Health, MilestoneHealth } from '../../../src/core/insight/health/health';
import type { Milestone } from '../../../src/core/plan/model';
import { hasLeft, otherHealthText, shownHealth } from '../../../src/present/health';
import { healthIcon } from '../../../src/present/itemIcons';
import { wholePercent } from '../../../src/shared/percent';
import { say } from '../../../src/words/say';
import { insightOf } from '../../support/insightOf';
import { aMilestone, aSnapshot, aTask, type PlanContent } from '../../support/snapshotBuilder';

function factsOf(content: PlanContent) {
  const [facts] = aSnapshot([content]).plans;
  assert.ok(facts);
  return facts;
}

/** Word, meaning and the other word of a milestone with a due date. */
function shown(more: Partial<Milestone>, computed?: Health) {
  const milestone = aMilestone('beta', { due: '2026-12-01', ...more });
  const facts = factsOf({ milestones: [milestone], tasks: [aTask('APP-1', { milestone: 'BETA' })] });
  const own: MilestoneHealth = { computed: computed ?? 'unknown', reasons: [], declaredStale: false };
  const insight = { ...insightOf(facts), healths: new Map([['BETA', own]]) };
  const found = shownHealth(milestone, facts, computed && insight);
  return found && [say(found.word), found.health, found.other ? say(otherHealthText(found.other)) : ''];
}

describe('the health that is shown', () => {
  it('is the worse of the declared and the computed one, and names the other', () => {
    assert.deepEqual(shown({ health: 'at risk' }, 'off track'), [
      'off track',
      'off track',
      'You set: at risk',
    ]);
    assert.deepEqual(shown({ health: 'red' }, 'on track'), ['red', 'off track', 'Computed: on track']);
    assert.deepEqual(shown({ health: 'At-Risk' }, 'at risk'), ['At-Risk', 'at risk', '']);
    assert.deepEqual(shown({}, 'at risk'), ['at risk', 'at risk', '']);
  });

  it('is not said by figures that know nothing, nor by a word that means nothing', () => {
    assert.deepEqual(shown({ health: 'on track' }, 'unknown'), ['on track', 'on track', 'Computed: unknown']);
    assert.deepEqual(shown({ health: 'on its way' }, 'on track'), [
      'on track',
      'on track',
      'You set: on its way',
    ]);
    assert.deepEqual(shown({ health: 'on its way' }), ['on its way', undefined, '']);
    assert.equal(shown({}), undefined);
  });

  it('is done where that is declared, and nothing where the milestone was dropped', () => {
    assert.deepEqual(shown({ status: 'done', health: 'at risk' }, 'off track'), ['done', 'done', '']);
    assert.equal(shown({ status: 'dropped', health: 'at risk' }, 'off track'), undefined);
  });

  it('says that all tasks are done, unless something endangers the milestone', () => {
    const milestone = aMilestone('beta', { due: '2026-12-01' });
    const tasks = [aTask('APP-1', { milestone: 'BETA', category: 'done' })];
    const facts = factsOf({ milestones: [milestone], tasks });
    assert.equal(say(shownHealth(milestone, facts, undefined)?.word ?? ''), 'all tasks done');
    assert.equal(hasLeft(milestone, facts), false);
  });

  it('is nothing in a plan whose milestones are groups, which leave when their tasks are done', () => {
    const groups = [aMilestone('one'), aMilestone('two')];
    const tasks = [
      aTask('APP-1', { milestone: 'ONE', category: 'done' }),
      aTask('APP-2', { milestone: 'TWO' }),
    ];
    const facts = factsOf({ milestones: groups, tasks });
    assert.deepEqual(
      groups.map(one => [shownHealth(one, facts, insightOf(facts)), hasLeft(one, facts)]),
      [
        [undefined, true],
        [undefined, false],
      ],
    );
  });

  it('has a shape of its own for each word', () => {
    const healths = ['off track', 'at risk', 'on track', 'done', 'not started', 'unknown'] as const;
    assert.deepEqual(
      healths.map(health => healthIcon(health).codicon),
      ['error', 'warning', 'pass', 'pass-filled', 'circle-large-outline', 'question'],
    );
  });
});

describe('a share in percent', () => {
  it('is rounded down, so that only what is done is 100', () => {
    assert.deepEqual([0, 0.004, 0.29, 0.57, 0.999, 1].map(wholePercent), [0, 0, 29, 57, 99, 100]);
  });
});
