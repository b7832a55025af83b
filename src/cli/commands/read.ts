import type { PlanFacts } from '../../core/snapshot';
import { linksJson } from '../../present/json/linksJson';
import { reviewJson } from '../../present/json/reviewJson';
import { statusJson } from '../../present/json/statusJson';
import { linkTable } from '../../present/tables/linkTable';
import { problemLines } from '../../present/tables/problemLines';
import { reviewTable } from '../../present/tables/reviewTable';
import { statusTable } from '../../present/tables/statusTable';
import { Failure } from '../failure';
import type { Session } from '../session';

/** Progress, tasks, findings; of the working tree, or of another commit. */
export async function status(session: Session, json: boolean, ref: string | undefined): Promise<string[]> {
  const plans = await plansAt(session, ref);
  return json
    ? [JSON.stringify(statusJson(session.root, plans), undefined, 2)]
    : plans.flatMap((facts, index) => (index > 0 ? ['', ...statusTable(facts)] : statusTable(facts)));
}

async function plansAt({ store, snapshot }: Session, ref: string | undefined): Promise<readonly PlanFacts[]> {
  if (ref === undefined) {
    return snapshot.plans;
  }
  const plans: PlanFacts[] = [];
  for (const { plan } of snapshot.plans) {
    const outcome = await store.planAt(plan.uid, ref);
    if (!outcome.ok) {
      throw new Failure(outcome.problem);
    }
    plans.push(outcome.value);
  }
  return plans;
}

/**
 * Commits and the tasks they belong to.
 * @throws Failure when git could not be read
 */
export function links({ snapshot }: Session, json: boolean): string[] {
  const problem = snapshot.withoutGit ?? snapshot.repos.find(repo => repo.problem)?.problem;
  if (problem && problem.code !== 'git-unborn') {
    throw new Failure(problem);
  }
  return json ? [JSON.stringify(linksJson(snapshot), undefined, 2)] : linkTable(snapshot);
}

/** Problems of the plan files, and whether they fail the check. */
export function check({ snapshot }: Session, strict: boolean): { lines: string[]; failed: boolean } {
  const severities = snapshot.plans.flatMap(({ plan }) => plan.problems.map(({ severity }) => severity));
  return {
    lines: problemLines(snapshot),
    failed: severities.includes('error') || (strict && severities.includes('warning')),
  };
}

/** What `BASE..HEAD` means for each plan. */
export async function review(
  { store, snapshot }: Session,
  range: string | undefined,
  json: boolean,
): Promise<string[]> {
  const [base, head] = (range ?? '').split(/\.{2,3}/);
  const lines: string[] = [];
  for (const { plan } of snapshot.plans) {
    const outcome = await store.review(plan.uid, { base: base || undefined, head: head || undefined });
    if (!outcome.ok) {
      throw new Failure(outcome.problem);
    }
    lines.push(
      ...(json
        ? [JSON.stringify(reviewJson(plan, outcome.value), undefined, 2)]
        : reviewTable(plan, outcome.value)),
    );
  }
  return lines;
}
