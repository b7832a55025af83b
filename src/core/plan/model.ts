import type { Category } from './category';
import type { IsoDate } from '../base/dates';
import type { Dismissal } from './dismissal';
import type { Estimate } from './estimate';
import type { Values } from './fields/fields';
import type { PlanProblem } from './problem';
import type { PlanSettings } from './settings';

/** The name of a format, as settings and overlays name it: `milepost`, `backlog`, `spec-kit`, … */
export type FormatId = string;

/** How important a task is. */
export type Priority = NonNullable<Values<'task'>['priority']>;

/** Where something stands: a file, relative to the workspace root and with `/`, and a zero-based line. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

interface ItemBase extends Place {
  /** The id as the file writes it; empty for a checklist task that has none yet. */
  readonly id: string;
  /** `idKey(id)` after aliases; equal for two items that share an id. */
  readonly key: string;
  /** Unique in the plan: the key, with the place added where the id is used twice or missing. */
  readonly uid: string;
  readonly title: string;
  /** True when another item of the plan has the same id. */
  readonly duplicate: boolean;
  readonly labels: readonly string[];
  /** Former and foreign ids, as written. Only where the file gives some (`aliases:`). */
  readonly otherIds?: readonly string[];
  readonly dismissed: readonly Dismissal[];
}

/** A date for which a group of tasks is to be done. */
export interface Milestone extends ItemBase, Values<'milestone'> {
  readonly kind: 'milestone';
  readonly status: 'planned' | 'active' | 'done' | 'dropped';
  /** Checklists of the milestone that are not its tasks. */
  readonly checklist: readonly ChecklistItem[];
}

/** A piece of work, with a file of its own or as one line of a milestone's file. */
export interface Task extends ItemBase, Values<'task'> {
  readonly kind: 'task';
  /** The declared status by its name in the plan's settings, or as written when it is not among them. */
  readonly status: string;
  readonly category: Category;
  /** Key of the milestone it belongs to (inherited by subtasks); undefined when none or not found. */
  readonly milestone?: string;
  /** Key of the parent task. */
  readonly parent?: string;
  readonly assignees: readonly string[];
  readonly dependsOn: readonly Dependency[];
  readonly needs: readonly Need[];
  /** Names or globs of branches that belong to the task. */
  readonly branches: readonly string[];
  readonly handLinks: readonly HandLink[];
  /** False when the task is not expected to show in git (`evidence: none`). */
  readonly expectsEvidence: boolean;
  readonly links: readonly string[];
  readonly checklist: readonly ChecklistItem[];
  /** Where the plan's own tool sorts it, in formats whose files say so. */
  readonly ordinal?: number;
  /** True for a task that is one line of a checklist, without a file of its own. */
  readonly inline: boolean;
  /** Place of the checklist line that refers to this task's file, when there is one. */
  readonly reference?: Place;
}

/** Something that may happen and would harm the plan. */
export interface Risk extends ItemBase, Values<'risk'> {
  readonly kind: 'risk';
  readonly status: 'open' | 'mitigating' | 'accepted' | 'occurred' | 'closed';
  /** 1–5. */
  readonly probability?: number;
  /** The probability, 0–1, where the file gives it as a percentage; else only its level is known. */
  readonly chance?: number;
  /** probability × impact, 1–25; undefined while one of them is missing. */
  readonly score?: number;
  readonly milestone?: string;
  /** Keys of the tasks that mitigate it. */
  readonly tasks: readonly string[];
}

/** A milestone, a task or a risk. */
export type Item = Milestone | Task | Risk;

/** Finish-to-start; the lag is working time. */
export interface Dependency {
  /** Key of a task or of a milestone (all of its tasks). */
  readonly key: string;
  /** As written, for display and edits. */
  readonly text: string;
  readonly lag?: Estimate;
}

/** How much of a resource a task takes while somebody works on it. */
export interface Need {
  readonly resource: string;
  readonly amount: number;
}

/** A box in the body of a task or a milestone that is no task. */
export interface ChecklistItem extends Place {
  readonly text: string;
  readonly checked: boolean;
  /** Which list it belongs to: acceptance criteria, definition of done, or any other. */
  readonly list: 'criteria' | 'definition' | 'other';
}

/** An entry of `commits:` (or of Backlog.md's `references`): a link, or an unlink when `not` is set. */
export interface HandLink {
  /** A prefix of the hash, lower case, 7–40 hex digits. */
  readonly hash: string;
  readonly not: boolean;
  /** Author date, `YYYY-MM-DD`, when written. */
  readonly date?: IsoDate;
  readonly subject?: string;
  /** The file that holds the entry, relative to the root, where it is not the task's own (an overlay). */
  readonly file?: string;
}

/** Keys of items by the keys of ids that the items had before, or have in other tools. */
export type OtherIds = ReadonlyMap<string, string>;

/** All items of one plan folder. Immutable. */
export interface Plan {
  /** `root` and folder joined; unique in the workspace. */
  readonly uid: string;
  /** The workspace root, as the application names it (a path or a URI). */
  readonly root: string;
  /** Relative to the root, with `/`, e.g. `plan`; the file's path for a plan that is one file. */
  readonly folder: string;
  readonly format: FormatId;
  readonly name: string;
  readonly settings: PlanSettings;
  readonly milestones: readonly Milestone[];
  /** As the plan lists them: references and inline lines first, then files by name. */
  readonly tasks: readonly Task[];
  readonly risks: readonly Risk[];
  readonly problems: readonly PlanProblem[];
  /**
   * By the key of each former or foreign id that stands for exactly one item: the key of that item. No id that an item
   * of the plan has itself is among them. Only where there are some.
   */
  readonly otherIds?: OtherIds;
  /** Every file that was read, relative to the root. */
  readonly files: readonly string[];
  /** Native folders that add to this plan (`for:` in their project.md), relative to the root. */
  readonly overlays?: readonly string[];
}
