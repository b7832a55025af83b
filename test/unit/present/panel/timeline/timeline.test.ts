import assert from 'node:assert/strict';
import { computeInsight } from '../../../../../src/core/insight/planInsight';
import type { Plan } from '../../../../../src/core/plan/model';
import { timelineModel } from '../../../../../src/present/panel/timeline/timeline';
import { say } from '../../../../../src/words/say';
import { activity } from '../../../../support/networks';
import { aPlan } from '../../../../support/planBuilder';
import { aMilestone, factsFor } from '../../../../support/panel/handMade';

const LIMITS = { shown: {}, most: 25 };

function insightOf(plan: Plan, today: string) {
  const [insight] = computeInsight([{ plan, observed: new Map() }], today);
  assert.ok(insight);
  return insight;
}

describe('the timeline of the panel', () => {
  const ana = { assignees: ['@ana'], labels: ['api'] };
  const plan = aPlan([
    activity('A', 2, '', ana),
    activity('B', 3, 'A', { due: '2026-01-01' }),
    activity('D', 1, '', { category: 'done' }),
  ]);
  const facts = factsFor(plan);
  const insight = insightOf(plan, facts.today);

  it('has a bar for every open task, with its dependencies and what it means in words', () => {
    const model = timelineModel(facts, insight, undefined, {}, LIMITS);
    const [group] = model.groups;
    assert.deepEqual(
      group?.bars.map(({ uid, after, critical, late }) => ({ uid, after, critical, late })),
      [
        { uid: 'T-A', after: [], critical: true, late: true },
        { uid: 'T-B', after: ['T-A'], critical: true, late: true },
      ],
    );
    assert.match(
      say(group?.bars[0]?.text ?? ''),
      /2 days of work left \(estimate\) · @ana · \d+ working days too late for 1 Jan 2026$/,
    );
  });

  it('sorts the tasks of a milestone by their start, and says what drives what', () => {
    const later = aPlan([activity('B', 3, 'A', ana), activity('A', 2, '', ana), activity('C', 1, '', ana)]);
    const { groups } = timelineModel(factsFor(later), insightOf(later, facts.today), undefined, {}, LIMITS);
    const bars = groups.flatMap(({ bars }) => bars);
    assert.deepEqual(
      bars.map(({ id, drivers }) => [id, drivers]).filter(([id]) => id !== 'T-C'),
      [
        ['T-A', []],
        ['T-B', ['T-A']],
      ],
    );
    assert.deepEqual(
      bars.map(({ span }) => span.start),
      bars.map(({ span }) => span.start).sort(),
    );
    const long = { ...ana, assignees: ['@li'] };
    const both = aPlan([activity('B', 1, 'A', ana), activity('L', 9, '', long), activity('A', 1, '', ana)]);
    const sorted = timelineModel(factsFor(both), insightOf(both, facts.today), undefined, {}, LIMITS);
    assert.deepEqual(
      sorted.groups.flatMap(({ bars }) => bars).map(({ id }) => id),
      ['T-A', 'T-L', 'T-B'],
    );
  });

  it('draws what was done so far before today, and how late a milestone is likely to be', () => {
    const begun = aPlan(
      [activity('A', 9, '', { ...ana, milestone: 'BETA', category: 'active', start: '2026-11-10' })],
      {},
      { milestones: [aMilestone('Beta', { due: '2026-11-23' })] },
    );
    const found = factsFor(begun);
    const { groups, span } = timelineModel(found, insightOf(begun, found.today), undefined, {}, LIMITS);
    const [group] = groups;
    assert.deepEqual(group?.bars[0]?.past, { start: '2026-11-10', finish: '2026-11-19' });
    assert.equal(span.start, '2026-11-10');
    // Nine working days from Friday the 20th end on Wednesday the 2nd.
    assert.equal(group.slip, 9);
    assert.match(say(group.text), /^Due 23 Nov · Work alone: 2 Dec 2026 /);
  });

  it('filters by person and label, and says so when nothing is left', () => {
    const ids = (view: { person?: string; label?: string }): string[] =>
      timelineModel(facts, insight, undefined, view, LIMITS).groups.flatMap(({ bars }) =>
        bars.map(({ id }) => id),
      );
    assert.deepEqual(ids({ person: '@ana' }), ['T-A']);
    assert.deepEqual(ids({ label: 'api' }), ['T-A']);
    const none = timelineModel(facts, insight, undefined, { person: '@li' }, LIMITS);
    assert.equal(say(none.empty ?? ''), 'No open task matches the filters.');
  });

  it('marks the path to every milestone as critical, as the overview does', () => {
    const near = { milestone: 'BETA', ...ana };
    const far = { milestone: 'LAUNCH', assignees: ['@li'] };
    const paths = aPlan(
      [activity('A', 2, '', near), activity('B', 1, '', near), activity('C', 9, '', far)],
      {},
      { milestones: [aMilestone('Beta', { due: '2026-12-04' }), aMilestone('Launch')] },
    );
    const model = timelineModel(factsFor(paths), insightOf(paths, facts.today), undefined, {}, LIMITS);
    assert.deepEqual(
      model.groups.flatMap(({ bars }) => bars).map(({ id, critical }) => [id, critical]),
      [
        ['T-A', true],
        ['T-B', false],
        ['T-C', true],
      ],
    );
  });

  it('shows where a task was in the schedule of the baseline', () => {
    const early = aPlan([activity('A', 1, '', ana)]);
    const baseline = { plan: early, insight: insightOf(early, '2026-01-05') };
    const model = timelineModel(facts, insight, baseline, {}, LIMITS);
    assert.deepEqual(model.groups[0]?.bars[0]?.before, { start: '2026-01-05', finish: '2026-01-05' });
  });

  it('keeps to the number of bars that a message can hold, and counts the rest', () => {
    const many = aPlan(Array.from({ length: 60 }, (_, i) => activity(`${i}`, 1, '', ana)));
    const model = timelineModel(
      factsFor(many),
      insightOf(many, facts.today),
      undefined,
      {},
      { shown: {}, most: 1 },
    );
    assert.deepEqual([model.groups[0]?.bars.length, model.groups[0]?.more], [20, 40]);
  });
});
