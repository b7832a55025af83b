import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/core/base/text';
import { fixture, GSD, malformed, planOf, problemsOf, task, tasksOf } from '../boxes/boxPlans';

describe('GSD', () => {
  const texts = fixture('gsd', GSD);
  const plan = planOf(GSD, texts);

  it('has phases as milestones; their own boxes say whether they are done', () => {
    assert.equal(plan.name, 'Roadmap: Filer');
    assert.deepEqual(
      plan.milestones.map(({ key, title, status }) => [key, title, status]),
      [
        ['PHASE-1', 'Phase 1: Configuration', 'done'],
        ['PHASE-2', 'Phase 2: Directories', 'planned'],
        ['PHASE-2.1', 'Phase 2.1: Links (INSERTED)', 'planned'],
        ['PHASE-3', 'Phase 3: Packaging', 'planned'],
      ],
    );
  });

  it('has the lines of plans as tasks that depend on the phases before', () => {
    assert.deepEqual(tasksOf(plan), [
      '1-1 done: Create config files',
      '1-2 done: Read them',
      '2-1 done: Walk',
      '2-2 open: Report',
      '2.1-1 open: Follow links',
    ]);
    assert.deepEqual(
      plan.tasks.map(({ milestone, dependsOn }) => [milestone, ...dependsOn.map(({ key }) => key)]),
      [['PHASE-1'], ['PHASE-1'], ['PHASE-2', 'PHASE-1'], ['PHASE-2', 'PHASE-1'], ['PHASE-2.1', 'PHASE-2']],
    );
    assert.equal(task(plan, '2.1-1').id, '02.1-01');
    assert.deepEqual(problemsOf(plan), ['warning 27 unknown-dependency Phase 7']);
  });

  it('ticks a phase in the list of phases', async () => {
    const text = texts[GSD.path] ?? '';
    const [, second] = plan.milestones;
    assert.ok(second);
    const context = { plan, path: GSD.path, now: 0 };
    const result = (await GSD.format.writing()).edit(
      text,
      second,
      { kind: 'set', field: 'status', value: 'done' },
      context,
    );
    assert.ok(result.ok);
    const after = applyEdits(text, result.edits);
    assert.equal(after, text.replace('- [ ] **Phase 2: ', '- [x] **Phase 2: '));
    assert.equal(planOf(GSD, { [GSD.path]: after }).milestones[1]?.status, 'done');
  });

  it('tells two phases of one number apart, and ticks neither', async () => {
    const text = '- [ ] **Phase 5: Quays** - later\n\n### Phase 5: New one\n\n- [x] 05-01: New\n';
    const twice = planOf(GSD, { [GSD.path]: text });
    const [phase] = twice.milestones;
    assert.deepEqual([phase?.title, phase?.status], ['Phase 5: New one', 'done']);
    assert.deepEqual(problemsOf(twice), [`warning 1 duplicate-id phase-5 ${GSD.path}`]);
    assert.ok(phase);
    const { edit } = await GSD.format.writing();
    const context = { plan: twice, path: GSD.path, now: 0 };
    const result = edit(text, phase, { kind: 'set', field: 'status', value: 'done' }, context);
    assert.equal(!result.ok && result.refusal.code, 'ambiguous-id');
    // A title that only says more is the same phase.
    const same = text.replace('Quays', 'A new one, inserted');
    assert.deepEqual(problemsOf(planOf(GSD, { [GSD.path]: same })), []);
  });

  it('reads what it can of a malformed file', () => {
    const broken = planOf(GSD, { [GSD.path]: malformed('gsd.md') });
    assert.deepEqual(
      broken.milestones.map(({ title, status }) => `${title} ${status}`),
      ['Phase 1: Once done'],
    );
    assert.deepEqual(tasksOf(broken), [
      '1-1 open: 01-01',
      '1-2 open: A',
      '1-2 open: B',
      'PHASE-1/NO-NUMBER open: no number',
    ]);
    assert.deepEqual(problemsOf(broken), [
      'warning 6 unknown-dependency Phase 99',
      `warning 7 duplicate-id 01-02 ${GSD.path}`,
      `warning 8 duplicate-id 01-02 ${GSD.path}`,
      'warning 6 dependency-cycle 01-01, 01-02, ',
    ]);
  });
});
