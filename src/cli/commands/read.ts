import { leftoversBeside, type Leftover } from '../../app/writing/leftovers';
import type { Effect } from '../../core/insight/effect/effect';
import type { Review } from '../../core/insight/review';
import type { Plan } from '../../core/plan/model';
import type { Severity } from '../../core/plan/problem';
import type { PlanFacts, Snapshot } from '../../core/snapshot';
import { branchesJson } from '../../present/json/branchesJson';
import { linksJson } from '../../present/json/linksJson';
import { reviewJson } from '../../present/json/reviewJson';
import { statusJson } from '../../present/json/statusJson';
import { branchesOf, branchTable, type BranchState } from '../../present/tables/branchTable';
import { linkLines } from '../../present/tables/linkLines';
import { effectTable } from '../../present/tables/effectTable';
import { linkTable } from '../../present/tables/linkTable';
import { problemLines } from '../../present/tables/problemLines';
import { reviewTable } from '../../present/tables/reviewTable';
import { statusTable } from '../../present/tables/statusTable';
import { say } from '../../shared/sentences/say';
import { Failure } from '../failure';
import { jsonLines } from '../printable';
import type { Session } from '../session';
import { warn, warnOfGit } from '../warn';

/** Progress, tasks, findings; of the working tree, or of another commit. */
export async function status(session: Session, json: boolean, ref: string | undefined): Promise<string[]> {
  const facts = await plansAt(session, ref);
  const outcome = await session.store.insight(facts);
  if (!outcome.ok) {
    warn(outcome.problem);
  }
  const plans = facts.map((one, index) => ({
    facts: one,
    insight: outcome.ok ? outcome.value[index] : undefined,
  }));
  return json
    ? jsonLines(statusJson(session.root, plans))
    : plans.flatMap((plan, index) => (index > 0 ? ['', ...statusTable(plan)] : statusTable(plan)));
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
export function links(session: Session, json: boolean): string[] {
  const snapshot = withGit(session);
  return json ? jsonLines(linksJson(snapshot)) : linkTable(snapshot);
}

/**
 * The branches of tasks. Those that do not count as merged are compared with what has landed; one that is too
 * large to be compared stays unmerged.
 * @throws Failure when git could not be read
 */
export async function branches(session: Session, json: boolean): Promise<string[]> {
  const states: BranchState[] = [];
  for (const state of withGit(session).plans.flatMap(branchesOf)) {
    const outcome = state.merged
      ? undefined
      : await session.store.checkMerged(state.facts.plan.uid, state.name);
    states.push({ ...state, ...(outcome?.ok && outcome.value) });
  }
  return json ? jsonLines(branchesJson(states)) : branchTable(states);
}

function withGit({ snapshot }: Session): Snapshot {
  const problem = snapshot.withoutGit ?? snapshot.repos.find(repo => !repo.history)?.problem;
  if (problem) {
    throw new Failure(problem);
  }
  warnOfGit(snapshot);
  return snapshot;
}

/**
 * Problems of the plan files, plans that may be missing, links whose commits are gone, what writing has left, and
 * whether they fail it.
 */
export async function check(
  { root, snapshot }: Session,
  strict: boolean,
): Promise<{ lines: string[]; failed: boolean }> {
  const links = linkLines(snapshot);
  const problems = snapshot.plans.flatMap(({ plan }) => plan.problems);
  const files = snapshot.plans.flatMap(({ plan }) => plan.files);
  const left = (await leftoversBeside(root, files)).map(leftoverLine);
  const severities = [...problems, ...links, ...left].map(({ severity }) => severity);
  return {
    lines: [...problemLines(snapshot), ...links.map(({ line }) => line), ...left.map(({ line }) => line)],
    failed:
      snapshot.roots.some(root => root.problems.length > 0) ||
      severities.includes('error') ||
      (strict && severities.includes('warning')),
  };
}

function leftoverLine({ file, isKept }: Leftover): { severity: Severity; line: string } {
  const severity = isKept ? 'warning' : 'info';
  const text = say({ code: isKept ? 'cli.kept-draft' : 'cli.leftover', args: [] });
  return { severity, line: `${file}:1:1 ${severity} leftover ${text}` };
}

/**
 * What `BASE..HEAD` means for each plan. As JSON one object, or an array of them where there are several
 * plans.
 */
export async function review(
  { store, snapshot }: Session,
  range: string | undefined,
  json: boolean,
): Promise<string[]> {
  const { base, head } = readRange(range);
  const reviews: { plan: Plan; review: Review; effect: Effect | undefined }[] = [];
  for (const { plan } of snapshot.plans) {
    const outcome = await store.review(plan.uid, { base, head });
    if (!outcome.ok) {
      throw new Failure(outcome.problem);
    }
    const effect = await store.effect(plan.uid, { base, head });
    reviews.push({ plan, review: outcome.value, effect: effect.ok ? effect.value : undefined });
    outcome.value.unread.forEach(({ file, message }) => warn([file, message]));
  }
  warnOfGit(snapshot);
  if (json) {
    const all = reviews.map(one => reviewJson(one.plan, one.review, one.effect));
    const [only] = all;
    return jsonLines(only && all.length === 1 ? only : all);
  }
  return reviews.flatMap(one => [
    ...(reviews.length > 1 ? ['', one.plan.name] : []),
    ...reviewTable(one.plan, one.review),
    ...effectTable(one.effect),
  ]);
}

/** `BASE..HEAD` (or three dots); either may be missing. A single revision is the head. */
function readRange(range: string | undefined): { base?: string; head?: string } {
  const [first, second] = (range ?? '').split(/\.{2,3}/);
  const [base, head] = second === undefined ? ['', first] : [first, second];
  return { ...(base && { base }), ...(head && { head }) };
}
