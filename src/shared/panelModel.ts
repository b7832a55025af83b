import type { Category } from '../core/plan/category';
import type { Severity } from '../core/plan/problem';
import type { ForecastModel } from './forecastModel';
import type { PeopleModel } from './peopleModel';
import type { RisksModel } from './risksModel';
import type { Text } from '../words/text';
import type { Tab } from './tabs';
import type { TimelineModel } from './timelineModel';
import type { DayModel, FindingModel, ItemModel, Paged, PanelCommand, PlaceModel, TaskModel } from './parts';

/** How something stands, for its colour and icon; the word beside it always says it as well. */
export type Tone = 'good' | 'warning' | 'bad' | 'done' | 'quiet';

/** Progress of a set of tasks, always with its counts. */
export interface ProgressModel {
  /** 0–1. */
  readonly value: number;
  readonly done: number;
  readonly total: number;
  /** What `value` is a share of: working time, points, or tasks. */
  readonly unit: 'time' | 'points' | 'count';
  /** What the bar weighs tasks by, and what was left out or assumed. */
  readonly basis: Text;
}

/** A button that leads out of an empty or a broken state. */
export interface ActionModel {
  readonly command: PanelCommand;
  readonly text: Text;
}

/** Why there is nothing to show, and the way out. */
export interface MessageModel {
  readonly kind: 'message';
  readonly busy: boolean;
  readonly title: Text;
  readonly detail: Text;
  readonly actions: readonly ActionModel[];
  /** Branches that can be reviewed instead, the most recent first. */
  readonly heads?: readonly string[];
}

/** One line: something could not be read. */
export interface NoticeModel {
  readonly severity: Severity;
  readonly text: Text;
  readonly actions: readonly ActionModel[];
  /** Where it is, for a problem of the plan files; the first of them. */
  readonly places: readonly PlaceModel[];
  /** Places that were left out. */
  readonly more: number;
}

/** Says which branch's plan the project views show, when that is not the checked-out one. */
export interface BannerModel {
  readonly showing: 'default' | 'current';
  readonly text: Text;
  /** What is compared. */
  readonly hint: Text;
  /** The button that switches. */
  readonly action: Text;
  /** Whether a fetch could bring newer commits of the default branch. */
  readonly canFetch: boolean;
}

/** Everything the panel shows for its open tab. */
export type PanelModel = MessageModel | PlanModel;

/** What the panel shows of a plan: its head, and the open tab. */
export interface PlanModel {
  readonly kind: 'plan';
  readonly name: string;
  /** ISO day from which days are told. */
  readonly today: string;
  /** Which state of the plan the progress and the tab are about; undefined without git. */
  readonly state?: Text;
  readonly progress: ProgressModel;
  readonly notices: readonly NoticeModel[];
  readonly banner?: BannerModel;
  readonly content:
    | OverviewModel
    | TimelineModel
    | ForecastModel
    | RisksModel
    | PeopleModel
    | ReviewModel
    | ComputingModel
    | NotComputedModel
    | NotLoadedModel;
}

/** A tab whose figures are still being computed. */
export interface ComputingModel {
  readonly tab: 'timeline' | 'forecast' | 'people';
  readonly kind: 'computing';
}

/** A tab whose figures are not to be had, as a notice above it says. */
export interface NotComputedModel {
  readonly tab: ComputingModel['tab'];
  readonly kind: 'not-computed';
}

/** A tab whose code is missing or damaged. */
export interface NotLoadedModel {
  readonly tab: Tab;
  readonly kind: 'not-loaded';
  /** What was said. */
  readonly detail: string;
}

/** The health of a milestone, as the panel shows it. */
export interface HealthModel {
  readonly tone: Tone;
  /** Name of a codicon. */
  readonly icon: string;
  readonly text: Text;
  /** What the other of plan and figures says, as a sentence, where they differ. */
  readonly other?: Text;
}

/**
 * The day that is kept in 85 % of a forecast; without a date none is within its horizon. Where there is no forecast, the
 * last day of the schedule.
 */
export interface LikelyModel {
  readonly by: 'forecast' | 'schedule';
  readonly date?: string;
  /** After the due date. */
  readonly late: boolean;
}

/** A milestone in a list of the panel. */
export interface MilestoneModel extends ItemModel {
  /** Undefined where no milestone of the plan has a health or a due date. */
  readonly health?: HealthModel;
  readonly due?: DayModel;
  readonly likely?: LikelyModel;
  /** How its date comes about, step by step. */
  readonly bridge?: Text;
  readonly owner?: string;
  readonly progress: ProgressModel;
  /** Tasks per category, only those there are, without done ones. */
  readonly counts: readonly { readonly category: Category; readonly text: Text }[];
  readonly reasons: readonly Text[];
}

/** One difference of the plan, field by field. `field` is missing for an item added or removed. */
export interface FieldChangeModel {
  readonly field?: string;
  readonly from: string;
  readonly to: string;
}

/** What a change of an item comes to: its status first, then its dates and its place. */
export type News = 'added' | 'removed' | 'done' | 'started' | 'blocked' | 'dropped' | 'moved' | 'changed';

/** An item that has come, gone or changed. */
export interface ItemChangeModel extends ItemModel {
  readonly change: 'added' | 'removed' | 'changed';
  /** What the change comes to, for its icon. */
  readonly news: News;
  readonly fields: readonly FieldChangeModel[];
  /** Fields that were left out. */
  readonly more: number;
}

/** A task some of whose commits were merged lately. */
export interface LandedModel extends TaskModel {
  readonly commits: Text;
}

/** A task that is due soon, or overdue. */
export interface DueModel extends TaskModel {
  readonly due: DayModel;
  readonly assignees: string;
}

/** A task that is blocked, and why. */
export interface BlockedModel extends TaskModel {
  readonly reason: Text;
  /** The day on which a commit blocked it. */
  readonly since?: DayModel;
  readonly until?: DayModel;
}

/** A task on the critical path. */
export interface PathTaskModel extends TaskModel {
  readonly detail: Text;
}

/** The tasks that decide when a milestone, or the whole plan, can end at the earliest. */
export interface PathModel {
  /** What it leads to, when, and what that rests on. */
  readonly text: readonly Text[];
  readonly late: boolean;
  readonly tasks: Paged<PathTaskModel>;
}

/** What somebody has to decide, and why. */
export interface DecisionModel extends FindingModel {
  readonly decide: Text;
  /** Who has the item, or its milestone; '' where the plan names nobody. */
  readonly by: string;
  /** What can be decided, at least two. */
  readonly choices: readonly Text[];
}

/** What happened since a day, as far as git can tell. */
export type RecentModel =
  | { readonly kind: 'known'; readonly changes: Paged<ItemChangeModel>; readonly landed: Paged<LandedModel> }
  | { readonly kind: 'unknown'; readonly text: Text };

/** How the plan stands: by its worst open milestone. */
export interface OverallModel {
  readonly health: HealthModel;
  readonly text: Text;
}

/** What the tab *Overview* shows. */
export interface OverviewModel {
  readonly tab: 'overview';
  /** Problems of the plan's files. */
  readonly problems: readonly NoticeModel[];
  /** Undefined where nothing is said about the health of any open milestone. */
  readonly overall?: OverallModel;
  /** The gravest first; few, since it is what to do next. */
  readonly decisions: readonly DecisionModel[];
  readonly milestones: Paged<MilestoneModel>;
  /** Milestones that are done or dropped, or whose tasks all are done. */
  readonly closed: Paged<MilestoneModel>;
  /** Tasks that belong to no milestone. */
  readonly loose?: Text;
  readonly recent: RecentModel;
  /** How far "next" looks ahead. */
  readonly dueSpan: Text;
  readonly due: Paged<DueModel>;
  readonly blocked: Paged<BlockedModel>;
  /** Undefined while it is computed, and where nothing is open. */
  readonly path?: PathModel;
  readonly findings: Paged<FindingModel>;
  /** Schedule, forecast and what follows from them are still to come. */
  readonly computing: boolean;
}

/** One end of the range under review. */
export interface EndModel {
  readonly name: string;
  readonly hash?: string;
  /** Chosen by the user; else it follows the checkout or the default branch. */
  readonly pinned: boolean;
}

/** A task to which commits of the range under review belong. */
export interface ReviewTaskModel extends TaskModel {
  readonly commits: Text;
  readonly observed: Text;
  readonly criteria?: Text;
}

/** A task to which a commit belongs, and why. */
export interface CommitLinkModel {
  readonly task: ItemModel;
  /** The strongest evidence by name, e.g. "subject". */
  readonly evidence: Text;
  readonly reason: Text;
  readonly others: readonly Text[];
  /** Named or planned, but not a sign of work. */
  readonly weak?: Text;
}

/** A commit of the range under review, with the tasks to which it belongs. */
export interface CommitModel {
  readonly hash: string;
  readonly subject: string;
  readonly author: string;
  /** ISO day. */
  readonly date: string;
  readonly merge: boolean;
  /** A work commit of the range that belongs to no task. */
  readonly needsTask: boolean;
  readonly links: readonly CommitLinkModel[];
  /** Links that were left out. */
  readonly more: number;
}

/** The open checklist items of a task in the range under review. */
export interface CriteriaModel extends ItemModel {
  readonly items: readonly { readonly text: string; readonly file: string; readonly line: number }[];
  /** Items that were left out. */
  readonly more: number;
}

/** An open task whose commits on another branch change the same files. */
export interface SameFilesModel extends TaskModel {
  readonly assignees: string;
  readonly files: readonly string[];
  /** Files that were left out. */
  readonly more: number;
}

/** What a review has found, or a message in its place. */
export type ReviewState = MessageModel | ReviewFound;

/** A figure that the range under review changes; from and to are ISO days or numbers, '' for none. */
export interface EffectModel {
  readonly name: Text;
  readonly what: Text;
  readonly from: string;
  readonly to: string;
  /** What of the range changes it; only of dates. */
  readonly why?: Text;
}

/** An id that the range and the default branch give to different tasks, with the place of the task of the range. */
export interface TakenIdModel {
  readonly text: Text;
  /** The task in the files here that can get another id, and what the button says. */
  readonly remedy?: { readonly uid: string; readonly text: Text };
  readonly file: string;
  readonly line: number;
}

/** What a review has found. */
export interface ReviewFound {
  readonly kind: 'found';
  /** The range ends at what is checked out, so that boxes can be ticked. */
  readonly isHere: boolean;
  readonly summary: readonly Text[];
  readonly takenIds: readonly TakenIdModel[];
  readonly tasks: Paged<ReviewTaskModel>;
  readonly commits: Paged<CommitModel>;
  readonly without: Paged<CommitModel>;
  readonly changes: Paged<ItemChangeModel>;
  readonly criteria: Paged<CriteriaModel>;
  readonly sameFiles: Paged<SameFilesModel>;
  /** Undefined while it is computed. */
  readonly effect?: readonly EffectModel[];
  /** The effect is that of an earlier state, while it is computed again. */
  readonly effectIsOld?: boolean;
  /** Why the effect is not to be had. */
  readonly effectProblem?: Text;
  /** Lines of the effect that were left out. */
  readonly moreEffects?: number;
}

/** What the tab *Review* shows. */
export interface ReviewModel {
  readonly tab: 'review';
  readonly base: EndModel;
  readonly head: EndModel;
  readonly state: ReviewState;
}
