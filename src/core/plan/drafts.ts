import type { Milestone, Risk, Task } from './model';
import type { Range } from '../base/text';
import type { Estimate } from './estimate';

/** What resolving adds to an item. */
export type Resolved = 'key' | 'uid' | 'duplicate';

/** A name that one item uses for another, and where it stands. */
export interface Named {
  readonly text: string;
  readonly range: Range;
}

/** A former or foreign id of an item. */
export interface OtherId extends Named {
  /** The file that gives it, relative to the root, where it is not the item's own (an overlay). */
  readonly file?: string;
}

/** A milestone as its file gives it, before names are resolved. */
export interface MilestoneDraft {
  readonly item: Omit<Milestone, Resolved>;
  /** Of its id, for problems. */
  readonly range: Range;
  readonly otherIds?: readonly OtherId[];
}

/** A task as its file tells it, in the order in which the plan lists it. */
export interface TaskDraft {
  readonly item: Omit<Task, Resolved | 'milestone' | 'parent' | 'dependsOn'>;
  readonly range: Range;
  /** Stands in for a missing id where a format can tell a task by something else, such as its title. */
  readonly key?: string;
  readonly otherIds?: readonly OtherId[];
  readonly milestone?: Named;
  readonly parent?: Named;
  readonly dependsOn: readonly DependencyDraft[];
}

/** A dependency as its file gives it, before its id is resolved. */
export interface DependencyDraft extends Named {
  /** The id in `text`, without its lag. */
  readonly id: string;
  readonly lag?: Estimate;
}

/** A risk as its file gives it, before names are resolved. */
export interface RiskDraft {
  readonly item: Omit<Risk, Resolved | 'milestone' | 'tasks'>;
  readonly range: Range;
  readonly otherIds?: readonly OtherId[];
  readonly milestone?: Named;
  readonly tasks: readonly Named[];
}

/** The items of a plan as its files give them, before names are resolved. */
export interface Drafts {
  readonly milestones: readonly MilestoneDraft[];
  readonly tasks: readonly TaskDraft[];
  readonly risks: readonly RiskDraft[];
  readonly prefix: string;
  /** Former prefixes. */
  readonly aliases: readonly string[];
  /** The key of the milestone that a text names: by id, title or whatever the format allows. */
  findMilestone(text: string): string | undefined;
}
