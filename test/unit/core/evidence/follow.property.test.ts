import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../../src/core/base/steps';
import { withoutTaskSteps } from '../../../../src/core/evidence/withoutTask';
import { buildFacts } from '../../../../src/core/facts';
import type { PlanFacts } from '../../../../src/core/snapshot';
import { ChangingProject } from '../../../support/changingProject';
import { plainEvidence } from '../../../support/plainEvidence';

const PLAN_FOLDERS = ['plan/'];

/** What is known of the project now. With `before`, only what has changed since is looked at. */
function known(
  project: ChangingProject,
  before?: PlanFacts,
): { facts: PlanFacts; without: readonly string[] } {
  const [plan, history] = [project.plan(), project.history()];
  // What is remembered of a plan or of a history must not help the one that begins anew.
  const now = before
    ? { plan, history }
    : {
        plan: { ...plan, settings: { ...plan.settings } },
        history: { ...history, commits: new Map(history.commits) },
      };
  const facts = buildFacts({
    plan: now.plan,
    repo: { top: '/repo', history: now.history },
    prefix: '',
    planFolders: PLAN_FOLDERS,
    now: Date.parse('2026-10-01T12:00:00Z') / 1000,
    before,
  });
  return {
    facts,
    without: finish(withoutTaskSteps({ history: now.history, plans: [facts], planFolders: PLAN_FOLDERS })),
  };
}

describe('evidence that follows a project', () => {
  it('is what looking at everything anew gives, in the same order', () => {
    const change = fc.tuple(fc.nat(21), fc.nat(200), fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(
        fc.constantFrom('milepost' as const, 'backlog' as const),
        fc.array(change, { maxLength: 40 }),
        (format, changes) => {
          const project = new ChangingProject(format);
          let followed = known(project);
          for (const [step, next] of changes.entries()) {
            project.change(next);
            followed = known(project, followed.facts);
            const fresh = known(project);
            const said = `after step ${step}`;
            assert.deepEqual(plain(followed.facts), plain(fresh.facts), said);
            assert.deepEqual(followed.without, fresh.without, said);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function plain({ plan: _, evidence, ...facts }: PlanFacts): object {
  return { ...facts, evidence: evidence && plainEvidence(evidence) };
}
