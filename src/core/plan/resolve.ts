import { cycleProblems, parentCycles } from './cycles';
import { aliasedKey } from './ids';
import type { Estimate } from './estimate';
import type { Milestone, Place, Risk, Task } from './model';
import type { PlanProblem, ProblemMessages, Severity } from './problem';
import type { Message } from '../message';
import { resolvedTask } from './resolvedTask';
import type { Range } from './text';

/** A name that one item uses for another, and where it stands. */
export interface Named {
  readonly text: string;
  readonly range: Range;
}

/** What resolving adds to an item. */
type Resolved = 'key' | 'uid' | 'duplicate';

export interface MilestoneDraft {
  readonly item: Omit<Milestone, Resolved>;
  /** Of its id, for problems. */
  readonly range: Range;
}

/** A task as its file tells it, in the order in which the plan lists it. */
export interface TaskDraft {
  readonly item: Omit<Task, Resolved | 'milestone' | 'parent' | 'dependsOn' | 'order'>;
  readonly range: Range;
  /** Stands in for a missing id where a format can tell a task by something else, such as its title. */
  readonly key?: string;
  readonly milestone?: Named;
  readonly parent?: Named;
  readonly dependsOn: readonly DependencyDraft[];
}

export interface DependencyDraft extends Named {
  /** The id in `text`, without its lag. */
  readonly id: string;
  readonly lag?: Estimate;
}

export interface RiskDraft {
  readonly item: Omit<Risk, Resolved | 'milestone' | 'tasks'>;
  readonly range: Range;
  readonly milestone?: Named;
  readonly tasks: readonly Named[];
}

export interface Drafts {
  readonly milestones: readonly MilestoneDraft[];
  readonly tasks: readonly TaskDraft[];
  readonly risks: readonly RiskDraft[];
  readonly prefix: string;
  readonly aliases: readonly string[];
  /** The key of the milestone that a text names: by id, title or whatever the format allows. */
  findMilestone(text: string): string | undefined;
}

export interface ResolvedItems {
  readonly milestones: readonly Milestone[];
  readonly tasks: readonly Task[];
  readonly risks: readonly Risk[];
  readonly problems: readonly PlanProblem[];
}

/**
 * Turns drafts into items: keys, unique uids, and every name of another item resolved or reported. Two
 * items with one id both stay, both marked. Subtasks inherit the milestone. A task whose parents form a
 * cycle loses its parent, so that whoever walks up the tree arrives.
 */
export function resolveItems(drafts: Drafts): ResolvedItems {
  const problems: PlanProblem[] = [];
  const aliases = new Set(drafts.aliases);
  const keyOf = (id: string) => aliasedKey(id, drafts.prefix, aliases);
  const report = (severity: Severity, place: Place, range: Range, message: Message<ProblemMessages>) =>
    problems.push({ severity, file: place.file, range, message });

  const identify = <T extends { item: Place & { id: string }; range: Range; key?: string }>(
    list: readonly T[],
  ) => {
    const keyFor = ({ item, key = '' }: T) => keyOf(item.id === '' ? key : item.id);
    const byKey = new Map<string, T[]>();
    for (const draft of list.filter(one => keyFor(one) !== '')) {
      const key = keyFor(draft);
      const same = byKey.get(key) ?? [];
      same.push(draft);
      byKey.set(key, same);
    }
    return list.map(draft => {
      const { item, range } = draft;
      const key = keyFor(draft);
      const same = byKey.get(key) ?? [];
      const other = same.length > 1 ? (same[0]?.item === item ? same[1] : same[0]) : undefined;
      if (other) {
        report('error', item, range, { code: 'duplicate-id', args: [item.id, other.item.file] });
      }
      const unique = key !== '' && !other;
      return { key, uid: unique ? key : `${key}@${item.file}:${item.line}`, duplicate: other !== undefined };
    });
  };

  const milestoneIds = identify(drafts.milestones);
  const taskIds = identify(drafts.tasks);
  const riskIds = identify(drafts.risks);
  for (const [draft, other] of sharedIds(
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

  const milestoneOf = (place: Place, name: Named | undefined) => {
    const key = name && drafts.findMilestone(name.text);
    if (name && key === undefined) {
      report('warning', place, name.range, { code: 'unknown-milestone', args: [name.text] });
    }
    return key;
  };
  const taskOf = (
    place: Place,
    name: Named,
    id: string,
    code: 'unknown-parent' | 'unknown-dependency' | 'unknown-task',
  ) => {
    const key = keyOf(id);
    const known = taskKeys.has(key) || (code === 'unknown-dependency' && drafts.findMilestone(id));
    // `pay:APP-4` belongs to another plan, which this one cannot see.
    if (!known && !id.includes(':')) {
      report('warning', place, name.range, { code, args: [name.text] });
    }
    return taskKeys.has(key) ? key : undefined;
  };

  const named = drafts.tasks.map(({ item, milestone, parent, dependsOn }) => ({
    milestone: milestoneOf(item, milestone),
    parent: parent && taskOf(item, parent, parent.text, 'unknown-parent'),
    dependsOn: dependsOn.map(({ text, range, id, lag }) => {
      const key = taskOf(item, { text, range }, id, 'unknown-dependency');
      return { key: key ?? drafts.findMilestone(id) ?? keyOf(id), text, ...(lag ? { lag } : {}) };
    }),
  }));

  const parents = new Map(taskIds.map(({ key }, index) => [key, named[index]?.parent] as const).toReversed());
  const cyclic = new Set(parentCycles(parents).flat());
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

  const tasks = drafts.tasks.map(({ item }, order): Task => {
    const { key, uid, duplicate } = taskIds[order] ?? { key: '', uid: '', duplicate: false };
    const own = named[order];
    const parent = cyclic.has(key) ? undefined : own?.parent;
    const milestone = own?.milestone ?? inherited(parent);
    return resolvedTask(item, {
      key,
      uid,
      duplicate,
      order,
      dependsOn: own?.dependsOn ?? [],
      parent,
      milestone,
    });
  });
  problems.push(...cycleProblems(drafts.tasks, tasks, parentCycles(parents)));
  return {
    tasks,
    milestones: drafts.milestones.map(({ item }, index) => ({ ...item, ...idsAt(milestoneIds, index) })),
    risks: drafts.risks.map(({ item, milestone, tasks: names }, index) => {
      const key = milestoneOf(item, milestone);
      return {
        ...item,
        ...idsAt(riskIds, index),
        ...(key === undefined ? {} : { milestone: key }),
        tasks: names.flatMap(name => taskOf(item, name, name.text, 'unknown-task') ?? []),
      };
    }),
    problems,
  };
}

function idsAt(ids: readonly Pick<Task, Resolved>[], index: number): Pick<Task, Resolved> {
  return ids[index] ?? { key: '', uid: '', duplicate: false };
}

type IdDraft = MilestoneDraft | TaskDraft | RiskDraft;

/** The first items of two kinds that have one id, each with the other. */
function sharedIds(...kinds: [readonly IdDraft[], readonly { key: string }[]][]): [IdDraft, IdDraft][] {
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
    }
  }
  return shared;
}
