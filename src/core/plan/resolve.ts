import type { Steps } from '../base/steps';
import { finish } from '../base/steps';
import { cycleProblems, parentCycles } from './cycles';
import { aliasedKey } from './ids';
import type { Dependency, Milestone, OtherIds, Place, Risk, Task } from './model';
import { otherIdSteps } from './otherIds';
import type { PlanProblem, ProblemMessages, Severity } from './problem';
import type { Message } from '../base/message';
import { MOST_PARENTS } from './parents';
import { resolvedTask } from './resolvedTask';
import type { Range } from '../base/text';
import type { Drafts, MilestoneDraft, Named, Resolved, RiskDraft, TaskDraft } from './drafts';

/** The items of a plan with every name resolved, and the problems found on the way. */
export interface ResolvedItems {
  readonly milestones: readonly Milestone[];
  readonly tasks: readonly Task[];
  readonly risks: readonly Risk[];
  readonly otherIds?: OtherIds;
  readonly problems: readonly PlanProblem[];
}

/**
 * Turns drafts into items: keys, unique uids, and every name of another item resolved or reported. Two
 * items with one id both stay, both marked. Subtasks inherit the milestone. A task whose parents form a
 * cycle loses its parent, and one with more than 50 parents above it, too, so that whoever walks up the
 * tree arrives soon.
 */
export function resolveItems(drafts: Drafts): ResolvedItems {
  return finish(resolveSteps(drafts));
}

/** How many items are resolved in one step. */
const STEP = 200;

/**
 * `resolveItems` in small steps.
 * @param before of the same plan as last resolved: an item that would be the same again stays that object
 */
export function* resolveSteps(
  drafts: Drafts,
  before: Omit<ResolvedItems, 'problems'> = { milestones: [], tasks: [], risks: [] },
): Steps<ResolvedItems> {
  const problems: PlanProblem[] = [];
  const aliases = new Set(drafts.aliases);
  const keyOf = (id: string) => aliasedKey(id, drafts.prefix, aliases);
  const report = (severity: Severity, place: Place, range: Range, message: Message<ProblemMessages>) =>
    problems.push({ severity, file: place.file, range, message });

  const identify = function* <T extends { item: Place & { id: string }; range: Range; key?: string }>(
    list: readonly T[],
  ): Steps<Pick<Task, Resolved>[]> {
    const keys: string[] = [];
    const byKey = new Map<string, T[]>();
    for (const draft of list) {
      const key = keyOf(draft.item.id === '' ? (draft.key ?? '') : draft.item.id);
      keys.push(key);
      if (key !== '') {
        const same = byKey.get(key) ?? [];
        same.push(draft);
        byKey.set(key, same);
      }
      if (keys.length % STEP === 0) {
        yield;
      }
    }
    const ids: Pick<Task, Resolved>[] = [];
    for (const [index, { item, range }] of list.entries()) {
      const key = keys[index] ?? '';
      const same = byKey.get(key) ?? [];
      const other = same.length > 1 ? (same[0]?.item === item ? same[1] : same[0]) : undefined;
      if (other) {
        report('error', item, range, { code: 'duplicate-id', args: [item.id, other.item.file] });
      }
      const unique = key !== '' && !other;
      const uid = unique ? key : `${key}@${item.file}:${item.line}`;
      ids.push({ key, uid, duplicate: other !== undefined });
      if (index % STEP === 0) {
        yield;
      }
    }
    return ids;
  };

  const milestoneIds = yield* identify(drafts.milestones);
  const taskIds = yield* identify(drafts.tasks);
  const riskIds = yield* identify(drafts.risks);
  yield;
  for (const [draft, other] of yield* sharedIds(
    [drafts.milestones, milestoneIds],
    [drafts.tasks, taskIds],
    [drafts.risks, riskIds],
  )) {
    report('error', draft.item, draft.range, {
      code: 'duplicate-id',
      args: [draft.item.id, other.item.file],
    });
  }
  const taskKeys = new Set(taskIds.map(({ key }) => key).filter(key => key !== ''));
  yield;
  const others = yield* otherIdSteps(
    [
      [drafts.milestones, milestoneIds],
      [drafts.tasks, taskIds],
      [drafts.risks, riskIds],
    ],
    keyOf,
  );
  others.problems.forEach(problem => problems.push(problem));
  const milestoneKeys = new Set(milestoneIds.map(({ key }) => key));
  const otherMilestone = (text: string): string | undefined => {
    const key = others.keys.get(keyOf(text));
    return key !== undefined && milestoneKeys.has(key) ? key : undefined;
  };
  const otherTask = (id: string): string | undefined => {
    const key = others.keys.get(keyOf(id));
    return key !== undefined && taskKeys.has(key) ? key : undefined;
  };
  yield;

  const milestoneOf = (place: Place, name: Named | undefined) => {
    const key = name && (drafts.findMilestone(name.text) ?? otherMilestone(name.text));
    if (name && key === undefined) {
      report('warning', place, name.range, { code: 'unknown-milestone', args: [name.text] });
    }
    return key;
  };
  const findTask = (
    place: Place,
    name: Named,
    id: string,
    code: 'unknown-parent' | 'unknown-dependency' | 'unknown-task',
  ) => {
    const key = keyOf(id);
    const own = taskKeys.has(key) ? key : undefined;
    const milestone = code === 'unknown-dependency' && own === undefined && drafts.findMilestone(id);
    // Other ids come last.
    const found =
      own ??
      (milestone || (otherTask(id) ?? (code === 'unknown-dependency' ? otherMilestone(id) : undefined)));
    // `pay:APP-4` belongs to another plan, which this one cannot see.
    if (found === undefined && !id.includes(':')) {
      report('warning', place, name.range, { code, args: [name.text] });
    }
    return found;
  };

  const named: { milestone?: string; parent?: string; dependsOn: Dependency[] }[] = [];
  for (const { item, milestone, parent, dependsOn } of drafts.tasks) {
    named.push({
      milestone: milestoneOf(item, milestone),
      parent: parent && findTask(item, parent, parent.text, 'unknown-parent'),
      dependsOn: dependsOn.map(({ text, range, id, lag }) => {
        const key = findTask(item, { text, range }, id, 'unknown-dependency') ?? keyOf(id);
        return { key, text, ...(lag ? { lag } : {}) };
      }),
    });
    if (named.length % STEP === 0) {
      yield;
    }
  }

  yield;
  const parents = new Map(taskIds.map(({ key }, index) => [key, named[index]?.parent] as const).toReversed());
  yield;
  const cycles = parentCycles(parents);
  const cyclic = new Set(cycles.flat());
  yield;
  const milestoneByKey = new Map(
    taskIds.map(({ key }, index) => [key, named[index]?.milestone] as const).toReversed(),
  );
  const withoutMilestone = new Set(cyclic);
  const inherited = (key: string | undefined): string | undefined => {
    const passed: string[] = [];
    let at = key;
    while (at !== undefined && milestoneByKey.get(at) === undefined && !withoutMilestone.has(at)) {
      passed.push(at);
      at = parents.get(at);
    }
    const found = at === undefined ? undefined : milestoneByKey.get(at);
    // Remembered, so that a long chain of parents is walked once and not once for each of them.
    passed.forEach(one => (found === undefined ? withoutMilestone.add(one) : milestoneByKey.set(one, found)));
    return found;
  };

  yield;
  const levelOf = levels(parents, cyclic);
  yield;
  const known = new Map(before.tasks.map(task => [task.uid, task]));
  yield;
  const tasks: Task[] = [];
  for (const [index, { item, range, parent: name }] of drafts.tasks.entries()) {
    const { key, uid, duplicate } = idsAt(taskIds, index);
    const own = named[index];
    let parent = cyclic.has(key) ? undefined : own?.parent;
    const milestone = own?.milestone ?? inherited(parent);
    if (parent !== undefined && name && levelOf(parent) === MOST_PARENTS) {
      parent = undefined;
      const args: [string, string, string] = ['parent', name.text, `≤ ${MOST_PARENTS} levels`];
      report('warning', item, item.inline ? range : name.range, { code: 'bad-value', args });
    }
    const resolved = { key, uid, duplicate, dependsOn: own?.dependsOn ?? [], parent, milestone };
    tasks.push(resolvedTask(item, resolved, known.get(uid)));
    if (index % STEP === 0) {
      yield;
    }
  }
  yield;
  // One by one: a spread of a hundred thousand arguments is more than the stack holds.
  (yield* cycleProblems(drafts.tasks, tasks, cycles)).forEach(problem => problems.push(problem));
  yield;
  const milestones = drafts.milestones.map(({ item }, index) => {
    const { key, uid, duplicate } = idsAt(milestoneIds, index);
    return { key, uid, duplicate, ...item };
  });
  const risks = drafts.risks.map(({ item, milestone, tasks: names }, index): Risk => {
    const { key, uid, duplicate } = idsAt(riskIds, index);
    const parent = milestoneOf(item, milestone);
    const tasks = names.flatMap(name => findTask(item, name, name.text, 'unknown-task') ?? []);
    return { key, uid, duplicate, tasks, ...(parent === undefined ? {} : { milestone: parent }), ...item };
  });
  yield;
  return {
    tasks,
    milestones: kept(before.milestones, milestones),
    risks: kept(before.risks, risks),
    ...(others.keys.size > 0 && { otherIds: others.keys }),
    problems,
  };
}

/** The same objects as before for items that are the same; the same list when all are. */
function kept<T extends { readonly uid: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  const byUid = new Map(before.map(item => [item.uid, item]));
  const list = now.map(item => {
    const known = byUid.get(item.uid);
    return known && JSON.stringify(known) === JSON.stringify(item) ? known : item;
  });
  return list.length === before.length && list.every((item, index) => item === before[index]) ? before : list;
}

/** How many parents a task has above it: one whose parent has as many as there may be begins anew. */
function levels(
  parents: ReadonlyMap<string, string | undefined>,
  cyclic: ReadonlySet<string>,
): (key: string) => number {
  const known = new Map<string, number>();
  return key => {
    const passed: string[] = [];
    let at: string | undefined = key;
    while (at !== undefined && !known.has(at)) {
      passed.push(at);
      at = cyclic.has(at) ? undefined : parents.get(at);
    }
    let level = at === undefined ? -1 : (known.get(at) ?? 0);
    for (const one of passed.toReversed()) {
      level = level === MOST_PARENTS ? 0 : level + 1;
      known.set(one, level);
    }
    return level;
  };
}

function idsAt(ids: readonly Pick<Task, Resolved>[], index: number): Pick<Task, Resolved> {
  return ids[index] ?? { key: '', uid: '', duplicate: false };
}

type IdDraft = MilestoneDraft | TaskDraft | RiskDraft;

/** The first items of two kinds that have one id, each with the other. */
function* sharedIds(
  ...kinds: [readonly IdDraft[], readonly { key: string }[]][]
): Steps<[IdDraft, IdDraft][]> {
  const owners = new Map<string, [owner: IdDraft, kind: number]>();
  const shared: [IdDraft, IdDraft][] = [];
  for (const [kind, [drafts, ids]] of kinds.entries()) {
    for (const [index, draft] of drafts.entries()) {
      const key = draft.item.id === '' ? '' : (ids[index]?.key ?? '');
      const [owner, own] = owners.get(key) ?? [draft, kind];
      if (own !== kind) {
        shared.push([owner, draft], [draft, owner]);
      }
      if (key !== '') {
        owners.set(key, [draft, kind]);
      }
      if (index % STEP === 0) {
        yield;
      }
    }
  }
  return shared;
}
