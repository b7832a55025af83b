import type { Range } from '../base/text';
import { withoutLag } from '../plan/dependency';
import type { OtherId } from '../plan/drafts';
import { idKey } from '../plan/ids';
import type { OtherIds, Plan, Task } from '../plan/model';
import { keyFinder } from '../plan/otherIds';
import type { PlanProblem } from '../plan/problem';
import { resolveItems } from '../plan/resolve';
import { DEFAULT_RULES } from '../plan/settings';
import type { PlanSettings, Rules } from '../plan/settings';
import { unknownItems } from './unknownItems';
import { planProblem, TOP } from './problems';
import type { Overlay } from './overlay';

/** A plan made from an overlay whose own plan is not there: nothing but that problem. */
export function withoutPlan(empty: Plan, { file, target }: Overlay): Plan {
  const message = { code: 'overlay-without-plan' as const, args: [target.text] as [string] };
  return { ...empty, problems: [...empty.problems, planProblem(file, target.range, 'error', message)] };
}

/**
 * A plan with what an overlay adds: settings (but ids and statuses, which are the format's own), risks, and
 * for each task what its own file does not say.
 */
export function applyOverlay(plan: Plan, overlay: Overlay): Plan {
  const { prefix, aliases } = plan.settings;
  const problems: PlanProblem[] = [];
  const report = (range: Range, message: PlanProblem['message']) =>
    problems.push(planProblem(overlay.file, range, 'warning', message));
  const settings = joinSettings(plan.settings, overlay.settings);
  const ownKeyOf = keyFinder(plan);
  const tasks = new Set(plan.tasks.map(({ key }) => key));
  const additions = new Map<string, Overlay['tasks'][number]>();
  for (const entry of overlay.tasks) {
    const key = ownKeyOf(entry.named.text);
    if (tasks.has(key)) {
      additions.set(key, entry);
    } else {
      report(entry.named.range, { code: 'unknown-task', args: [entry.named.text] });
    }
  }
  const resolved = resolveItems({
    milestones: plan.milestones.map(item => ({ item, range: TOP, otherIds: placed(item.otherIds) })),
    tasks: plan.tasks.map(item => ({
      item,
      key: item.key,
      range: TOP,
      otherIds: joinedIds(placed(item.otherIds), additions.get(item.key)?.otherIds),
      dependsOn: [],
    })),
    risks: overlay.risks,
    prefix,
    aliases,
    findMilestone: text =>
      plan.milestones.find(({ key }) => key === idKey(text))?.key ??
      plan.milestones.find(({ title }) => idKey(title) === idKey(text))?.key,
  });
  const { risks, otherIds } = resolved;
  const keyOf = keyFinder({ settings: plan.settings, otherIds });
  const known = new Set([...plan.tasks, ...plan.milestones].map(({ key }) => key));
  for (const { id, text, range } of overlay.tasks.flatMap(({ dependsOn }) => dependsOn)) {
    if (!known.has(keyOf(id)) && !id.includes(':')) {
      report(range, { code: 'unknown-dependency', args: [text] });
    }
  }
  const quiet = new Set(settings.noEvidenceLabels);
  const joined = plan.tasks.map(task =>
    joinTask(withDependencies(task, otherIds), additions.get(task.key), quiet, keyOf),
  );
  unknownItems(
    overlay.settings.dismissed,
    overlay.file,
    [...plan.tasks, ...plan.milestones, ...risks],
    keyOf,
  ).forEach(problem => problems.push(problem));
  return {
    ...plan,
    settings,
    tasks: joined,
    risks: [...plan.risks, ...risks],
    ...(otherIds && { otherIds }),
    problems: [
      ...plan.problems.filter(problem => !isKnownNow(problem, known, keyOf)),
      ...overlay.problems,
      ...problems,
      ...resolved.problems.filter(({ file }) => overlay.files.includes(file)),
    ],
    files: [...plan.files, ...overlay.files],
    overlays: [...(plan.overlays ?? []), overlay.folder],
  };
}

/** Ids that files of the plan itself give; what is wrong with them has been said. */
function placed(ids: readonly string[] | undefined): readonly OtherId[] | undefined {
  return ids?.map(text => ({ text, range: TOP }));
}

function joinedIds<T>(
  own: readonly T[] | undefined,
  added: readonly T[] | undefined,
): readonly T[] | undefined {
  return own && added ? [...own, ...added] : (own ?? added);
}

/** What a task of the plan waits for may be named by an id that the overlay gives. */
function withDependencies(task: Task, otherIds: OtherIds | undefined): Task {
  return otherIds && task.dependsOn.some(({ key }) => otherIds.has(key))
    ? {
        ...task,
        dependsOn: task.dependsOn.map(one => ({ ...one, key: otherIds.get(one.key) ?? one.key })),
      }
    : task;
}

/** Whether the overlay gives the id that a dependency of the plan names. */
function isKnownNow(
  { message }: PlanProblem,
  known: ReadonlySet<string>,
  keyOf: (id: string) => string,
): boolean {
  return message.code === 'unknown-dependency' && known.has(keyOf(withoutLag(message.args[0])));
}

function joinTask(
  task: Task,
  entry: Overlay['tasks'][number] | undefined,
  quiet: ReadonlySet<string>,
  keyOf: (id: string) => string,
): Task {
  const expectsEvidence = task.expectsEvidence && !task.labels.some(label => quiet.has(label));
  if (!entry) {
    return expectsEvidence === task.expectsEvidence ? task : { ...task, expectsEvidence };
  }
  const { addition, dependsOn } = entry;
  const blocked = addition.blocked !== undefined && !['done', 'dropped'].includes(task.category);
  const otherIds = joinedIds(task.otherIds, addition.otherIds);
  return {
    ...addition,
    ...task,
    ...(otherIds && { otherIds }),
    ...(blocked ? { category: 'blocked' } : {}),
    assignees: task.assignees.length > 0 ? task.assignees : (addition.assignees ?? []),
    needs: [...task.needs, ...addition.needs],
    branches: [...task.branches, ...addition.branches],
    handLinks: [...task.handLinks, ...addition.handLinks],
    dismissed: [...task.dismissed, ...addition.dismissed],
    expectsEvidence: expectsEvidence && addition.expectsEvidence,
    dependsOn: [
      ...task.dependsOn,
      ...dependsOn.map(({ id, text, lag }) => ({ key: keyOf(id), text, ...(lag ? { lag } : {}) })),
    ],
  };
}

/** Keys of what stays the format's own. */
const OWN: readonly string[] = ['key', 'statuses'];

/** Ids and statuses stay the format's own, dismissals of both count; a rule that the overlay leaves alone stays the plan's. */
function joinSettings(own: PlanSettings, added: PlanSettings): PlanSettings {
  const changed = Object.entries(added.rules).filter(
    ([name, value]) => value !== DEFAULT_RULES[name as keyof Rules],
  );
  return {
    ...added,
    prefix: own.prefix,
    aliases: [...new Set([...own.aliases, ...added.aliases])],
    ids: own.ids,
    statuses: own.statuses,
    dismissed: [...own.dismissed, ...added.dismissed],
    unread: [...own.unread, ...added.unread.filter(({ field = '' }) => !OWN.includes(field))],
    rules: { ...own.rules, ...Object.fromEntries(changed) },
  };
}
