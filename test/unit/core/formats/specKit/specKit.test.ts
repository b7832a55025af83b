import assert from 'node:assert/strict';
import { fixture, malformed, planOf, problemsOf, SPEC_KIT, task, tasksOf } from '../boxes/boxPlans';

describe('spec-kit', () => {
  const plan = planOf(SPEC_KIT, fixture('specKit', SPEC_KIT));

  it('has the phases with tasks as milestones, qualified by their feature', () => {
    assert.deepEqual(
      plan.milestones.map(({ id, title, status, line }) => [id, title, status, line]),
      [
        ['001-login/phase-1', '001-login · Phase 1: Setup', 'done', 8],
        ['001-login/phase-3', '001-login · Phase 3: User Story 1 - Sign in (Priority: P1)', 'planned', 13],
        ['002-billing/phase-1', '002-billing · Phase 1: Setup', 'planned', 2],
      ],
    );
  });

  it('has a task for every line with a number, outside of code', () => {
    assert.deepEqual(tasksOf(plan), [
      '1-LOGIN/T001 done: Create project structure per implementation plan',
      '1-LOGIN/T002 done: Configure linting and formatting tools',
      '1-LOGIN/T012 open: Create the session model in src/models/session.py',
      '1-LOGIN/T013 open: Contract test in tests/contract/test_session.py',
      '1-LOGIN/T014 done: Implement the service',
      '2-BILLING/T001 open: Choose the provider',
    ]);
    assert.deepEqual(problemsOf(plan), []);
  });

  it('reads marks, dependencies, the branch and the checklist of a task', () => {
    const { id, labels, milestone, branches, uid } = task(plan, '1-LOGIN/T013');
    assert.deepEqual(
      [id, labels, milestone, branches, uid],
      ['001-login/T013', ['parallel', 'US1'], '1-LOGIN/PHASE-3', ['001-login'], '1-LOGIN/T013'],
    );
    assert.deepEqual(
      task(plan, '1-LOGIN/T013').checklist.map(({ text }) => text),
      ['covers expiry'],
    );
    assert.deepEqual(
      task(plan, '1-LOGIN/T014').dependsOn.map(({ key }) => key),
      ['1-LOGIN/T012', '1-LOGIN/T013'],
    );
  });

  it('is told from other folders called specs', () => {
    assert.equal(SPEC_KIT.format.isPlan(plan), true);
    assert.equal(SPEC_KIT.format.isPlan(planOf(SPEC_KIT, { [SPEC_KIT.path]: '- [ ] buy milk\n' })), false);
    assert.deepEqual(
      ['001-a/tasks.md', 'tasks.md', '001-a/spec.md', '001-a/x/tasks.md', '.git/tasks.md'].filter(path =>
        SPEC_KIT.recogniser.owns(path),
      ),
      ['001-a/tasks.md'],
    );
  });

  it('claims no branch for a folder whose name is a glob', () => {
    const path = 'specs/*/tasks.md';
    assert.deepEqual(planOf(SPEC_KIT, { [path]: '- [ ] T001 A\n' }).tasks[0]?.branches, []);
  });

  it('reads what it can of a malformed file', () => {
    const broken = planOf(SPEC_KIT, { [SPEC_KIT.path]: malformed('spec-kit.md') });
    assert.deepEqual(tasksOf(broken), [
      '1-LOGIN/T001 open: One',
      '1-LOGIN/T001 open: Two',
      '1-LOGIN/T003 open: T003',
      '1-LOGIN/T004 open: (depends on T004, T077',
      '1-LOGIN/T005 open: T005',
      '1-LOGIN/PHASE-1/US1-T006-OUT-OF-ORDER open: [US1] T006 out of order',
      '1-LOGIN/T007 open: ours',
    ]);
    assert.deepEqual(problemsOf(broken), [
      'error 9 conflict',
      `warning 2 duplicate-id 001-login/T001 ${SPEC_KIT.path}`,
      `warning 3 duplicate-id 001-login/T001 ${SPEC_KIT.path}`,
      'warning 7 unknown-dependency T077',
    ]);
  });
});
