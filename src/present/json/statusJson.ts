import type { Finding } from '../../core/insight/findings/finding';
import type { PlanInsight } from '../../core/insight/planInsight';
import { parseDependency } from '../../core/plan/dependency';
import { textOf, valueOf, VALUE_FIELDS } from '../../core/plan/fields/valueFields';
import type { Milestone, Plan, Risk, Task } from '../../core/plan/model';
import type { PlanProblem } from '../../core/plan/problem';
import type { PlanFacts } from '../../core/snapshot';
import { say } from '../../words/say';
import { elsewhereFields } from '../elsewhereTexts';
import { findingsOf } from '../findings';

/** A plan and what follows from it. */
export interface PlanStatus {
  readonly facts: PlanFacts;
  /** Undefined where there is none to be had. */
  readonly insight: PlanInsight | undefined;
}

/** What `milepost status --json` prints. Shares are 0–1, dates ISO, lines count from one, absent is null. */
export function statusJson(root: string, plans: readonly PlanStatus[]): object {
  return { root, plans: plans.map(planJson) };
}

/** The id behind a key; where no item has the key, as the file writes it. */
type IdOf = (key: string | undefined, written?: string) => string | null;

function planJson({ facts, insight }: PlanStatus): object {
  const { plan } = facts;
  const ids = new Map([...plan.milestones, ...plan.tasks].map(item => [item.key, item.id]));
  const idOf: IdOf = (key, written) => (key === undefined ? null : (ids.get(key) ?? written ?? key));
  const items = [...plan.milestones, ...plan.tasks, ...plan.risks];
  const places = new Map(items.map(({ uid, file, line }) => [uid, `${file}:${line + 1}`]));
  return {
    folder: plan.folder,
    format: plan.format,
    tasks: plan.tasks.map(task => taskJson(facts, insight, task, idOf)),
    milestones: plan.milestones.map(milestone => milestoneJson(facts, insight, milestone)),
    risks: plan.risks.map(risk => riskJson(plan, risk, idOf)),
    onlyElsewhere: facts.elsewhere?.only ?? [],
    problems: plan.problems.map(problemJson),
    findings: findingsOf(facts, insight).all.map(finding => findingJson(plan, finding, places)),
  };
}

function taskJson(facts: PlanFacts, insight: PlanInsight | undefined, task: Task, idOf: IdOf): object {
  const { plan, evidence, progress } = facts;
  const left = insight?.schedule.remaining.get(task.uid);
  return {
    plan: plan.folder,
    id: task.id,
    title: task.title,
    status: task.status,
    category: task.category,
    milestone: idOf(task.milestone),
    parent: idOf(task.parent),
    assignees: task.assignees,
    labels: task.labels,
    aliases: task.otherIds ?? null,
    ...valuesJson(plan, task),
    dependsOn: task.dependsOn.map(({ key, text }) => idOf(key, parseDependency(text)?.id)),
    file: task.file,
    line: task.line + 1,
    progress: progress.tasks.get(task.uid) ?? 0,
    workLeft: left ? { days: left.days, from: left.source } : null,
    elsewhere: (facts.elsewhere?.tasks.get(task.key) ?? []).map(one => ({
      branch: one.branch,
      deleted: one.deleted ?? false,
      changes: elsewhereFields(one).flatMap(([field, value]) =>
        field === 'deleted' ? [] : [{ field, value }],
      ),
    })),
    observed: evidence ? (evidence.observed.get(task.key)?.state ?? 'none') : null,
  };
}

function milestoneJson(
  { plan, progress }: PlanFacts,
  insight: PlanInsight | undefined,
  milestone: Milestone,
): object {
  const health = insight?.healths.get(milestone.uid);
  const counts = progress.milestones.get(milestone.key);
  return {
    plan: plan.folder,
    id: milestone.id,
    title: milestone.title,
    aliases: milestone.otherIds ?? null,
    ...valuesJson(plan, milestone),
    file: milestone.file,
    line: milestone.line + 1,
    total: counts?.total ?? 0,
    done: counts?.done ?? 0,
    progress: counts?.value ?? 0,
    health: health?.computed ?? 'unknown',
    declaredHealth: milestone.health ?? null,
    reasons: (health?.reasons ?? []).map(reason => say(reason)),
  };
}

function riskJson(plan: Plan, risk: Risk, idOf: IdOf): object {
  return {
    plan: plan.folder,
    id: risk.id,
    title: risk.title,
    aliases: risk.otherIds ?? null,
    status: risk.status,
    probability: risk.probability ?? null,
    score: risk.score ?? null,
    ...valuesJson(plan, risk),
    milestone: idOf(risk.milestone),
    tasks: risk.tasks.map(key => idOf(key)),
    file: risk.file,
    line: risk.line + 1,
  };
}

/** What the table of fields says of an item, by the model's names: numbers as such, the rest as files write it. */
function valuesJson({ settings }: Plan, item: Milestone | Task | Risk): object {
  return Object.fromEntries(
    VALUE_FIELDS[item.kind].map(field => {
      const value = valueOf(field, item);
      const isNumber = typeof value === 'number';
      return [field.property, value === undefined ? null : isNumber ? value : textOf(field, item, settings)];
    }),
  );
}

function problemJson(problem: PlanProblem): object {
  return {
    code: problem.message.code,
    severity: problem.severity,
    file: problem.file,
    line: problem.range.start.line + 1,
    message: say(problem.message),
  };
}

function findingJson(plan: Plan, finding: Finding, places: ReadonlyMap<string, string>): object {
  return {
    plan: plan.folder,
    id: finding.id,
    severity: finding.severity,
    // An item without an id is told by where it stands.
    subject: finding.subject.id || places.get(finding.subject.uid),
    reasons: finding.reasons.map(reason => say(reason)),
  };
}
