import { aliasedKey, idKey } from '../plan/ids';
import type { Plan, Task } from '../plan/model';
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
  const former = new Set(aliases);
  const keyOf = (id: string) => aliasedKey(id, prefix, former);
  const problems: PlanProblem[] = [];
  const settings = joinSettings(plan.settings, overlay.settings);
  const known = new Set([...plan.tasks, ...plan.milestones].map(({ key }) => key));
  const additions = new Map<string, Overlay['tasks'][number]>();
  const tasks = new Set(plan.tasks.map(({ key }) => key));
  for (const entry of overlay.tasks) {
    const { text, range } = entry.named;
    if (tasks.has(keyOf(text))) {
      additions.set(keyOf(text), entry);
    } else {
      problems.push(planProblem(overlay.file, range, 'warning', { code: 'unknown-task', args: [text] }));
    }
    for (const { id, text: name, range: place } of entry.dependsOn) {
      if (!known.has(keyOf(id)) && !id.includes(':')) {
        const message = { code: 'unknown-dependency' as const, args: [name] as [string] };
        problems.push(planProblem(overlay.file, place, 'warning', message));
      }
    }
  }
  const quiet = new Set(settings.noEvidenceLabels);
  const joined = plan.tasks.map(task => joinTask(task, additions.get(task.key), quiet, keyOf));
  const { risks, problems: unresolved } = resolveItems({
    milestones: plan.milestones.map(item => ({ item, range: TOP })),
    tasks: plan.tasks.map(item => ({ item, key: item.key, range: TOP, dependsOn: [] })),
    risks: overlay.risks,
    prefix,
    aliases,
    findMilestone: text =>
      plan.milestones.find(({ key }) => key === idKey(text))?.key ??
      plan.milestones.find(({ title }) => idKey(title) === idKey(text))?.key,
  });
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
    problems: [
      ...plan.problems,
      ...overlay.problems,
      ...problems,
      ...unresolved.filter(({ file }) => overlay.files.includes(file)),
    ],
    files: [...plan.files, ...overlay.files],
    overlays: [...(plan.overlays ?? []), overlay.folder],
  };
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
  return {
    ...addition,
    ...task,
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
