import type { Effect } from '../core/insight/effect/effect';
import type { InsightOutcome, NoInsight } from '../core/insight/insightProblem';
import type { InsightQuestion } from '../core/insight/planInsight';
import type { NotCommitted } from '../core/insight/review/notCommitted';
import type { Review } from '../core/insight/review/review';
import type { TaskForm } from '../core/formats/moving';
import type { Message } from '../core/base/message';
import type { Change, CommitRef, RefusalMessages } from '../core/plan/change';
import type { Range, TextEdit } from '../core/base/text';
import type { GitMessages, PlanFacts, Snapshot, Unfinished } from '../core/snapshot';
import type { ChangedFile, Committed } from '../git/gitWriter';
import type { Workspace } from './ports';
import type { MergeCheck } from './repositories/squashedBranch';

/** Which item an edit or command is about. */
export interface ItemRef {
  /** `Plan.uid`. */
  readonly plan: string;
  readonly kind: 'milestone' | 'task' | 'risk';
  /** `uid` of the item in its plan. */
  readonly uid: string;
}

/** What an item is to become. */
export interface ItemChanges {
  readonly item: ItemRef;
  readonly changes: readonly Change[];
}

/** What becomes of one file, computed from its text at this moment. */
export interface FileEdit {
  /** Relative to the root. */
  readonly file: string;
  /** Whether the edits make the file, which is not there yet. */
  readonly isNew?: true;
  /** Whether the file is taken away, which only an editor does. */
  readonly isGone?: true;
  /** The text the edits were computed from, '' for a new file; whoever applies them checks that it is still the same. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** Changes of files of one plan that are made together or not at all. */
export interface PlannedEdit {
  readonly root: string;
  /** `Plan.folder` of the plan that it changes. */
  readonly plan: string;
  /** Each file once; none where everything is already as it is asked for. */
  readonly files: readonly FileEdit[];
}

/** An edit that has been computed and not yet written, or why there is none. */
export type EditOutcome =
  | { readonly ok: true; readonly edit: PlannedEdit }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/** What git answered, or why it did not. */
export type GitOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Message<GitMessages> };

/** What a branch would change in dates and risks, or why that is not known. */
export type EffectOutcome = GitOutcome<Effect> | NoInsight;

/** An item that somebody wants to add to a plan. */
export interface ItemWish {
  /** `Plan.uid`. */
  readonly plan: string;
  readonly kind: ItemRef['kind'];
  readonly title: string;
  /** `uid` of the milestone of a task. */
  readonly milestone?: string;
  readonly due?: string;
  /** 1–5. */
  readonly probability?: number;
  /** 1–5. */
  readonly impact?: number;
  /** What else it says, in the words of its fields. */
  readonly changes?: readonly Change[];
}

/** Where tasks are moved to, by the uid of a milestone (none: out of all) or of a task. */
export type MovePlace =
  | { readonly kind: 'milestone'; readonly uid: string | undefined }
  | { readonly kind: 'after' | 'under'; readonly uid: string };

/** The edit that adds an item, and the file and zero-based line where it then stands. */
export type NewItemOutcome =
  | { readonly ok: true; readonly edit: PlannedEdit; readonly file: string; readonly line: number }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/** A place of a plan file where an id of an item stands. */
export interface FoundReference {
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  readonly range: Range;
}

/** The edit that gives an item another id, and that id. */
export type RenumberOutcome =
  | { readonly ok: true; readonly edit: PlannedEdit; readonly id: string }
  | { readonly ok: false; readonly refusal: Message<RefusalMessages> };

/** Plan files that differ from HEAD on disk. Paths are relative to the top of the repository. */
export interface Uncommitted {
  readonly files: readonly ChangedFile[];
  /** What has to be finished before anything can be committed. */
  readonly unfinished?: Unfinished;
}

/** What is to be committed, and where. */
export interface PlanCommitWish {
  /** Those of `Uncommitted.files` to be committed; all of them when left out. */
  readonly paths?: readonly string[];
  readonly message: string;
  /** On a branch of its own, that begins where the default branch ends. */
  readonly onNewBranch?: boolean;
}

/** What became of a commit, and the new branch that it is on, if there is one. */
export type PlanCommit = Committed & { readonly branch?: string };

/** A new branch that is checked out, and how to get back. */
export interface StartedBranch {
  readonly branch: string;
  /** The branch that was checked out before, or the full hash of a commit. */
  readonly from: string;
  /** No branch was checked out. */
  readonly detached: boolean;
  /** Full hash of the commit where the branch begins. */
  readonly tip: string;
}

/** Something that listens, or holds something, until it is disposed. */
export interface Disposable {
  dispose(): void;
}

/**
 * Turns plan files and git into snapshots and keeps them current. It knows no editor: whoever holds it
 * tells it what changed, and every view draws the snapshot it gives.
 */
export interface Store extends Disposable {
  readonly snapshot: Snapshot;
  /** Roots or git have changed (at the start, with folders, with trust): reads everything again. */
  open(workspace: Workspace): Promise<Snapshot>;
  /** Whether the day has changed since the snapshot was made. */
  isYesterday(): boolean;
  /** Called after every change of `snapshot`, never while one is being made. */
  onDidChange(listener: (snapshot: Snapshot) => void): Disposable;
  /** Reads everything again, as far as it has changed. Resolves when files and git are in the snapshot. */
  refresh(): Promise<Snapshot>;
  /** A plan file was edited, created, deleted or changed in an editor; `path` is relative to the root. */
  fileChanged(root: string, path: string): void;
  /** Refs or HEAD of the repository may have changed. */
  refsChanged(top: string): void;
  /** Resolves with the first snapshot whose `phase` is `ready` and for which nothing is waiting. */
  whenIdle(): Promise<Snapshot>;
  /**
   * What a range of commits means for a plan. Without `head` the checked-out state, without `base` the
   * default branch.
   */
  review(plan: string, range: { base?: string; head?: string }): Promise<GitOutcome<Review>>;
  /**
   * Schedule, forecast and what follows from them, for plans that share their people, in their order: those of
   * the snapshot, or some of them as they stand at another ref.
   */
  insight(facts: readonly PlanFacts[], question?: InsightQuestion): Promise<InsightOutcome>;
  /** What the range would do to dates, forecast and risks of the default branch's plan. */
  effect(plan: string, range: { base?: string; head?: string }): Promise<EffectOutcome>;
  /** The plan as it stands at a ref, a hash, or (an ISO day) at the end of that day on the default branch. */
  planAt(plan: string, revision: string): Promise<GitOutcome<PlanFacts>>;
  /** The same with what was known on the day of that revision, which is its `today`. */
  planThen(plan: string, revision: string): Promise<GitOutcome<PlanFacts>>;
  /** The commit as a hand-made link records it, for a hash, a prefix of one, or a ref. */
  commitRef(plan: string, revision: string): Promise<GitOutcome<CommitRef>>;
  /**
   * Looks whether a branch has been squashed or rebased into the default branch, by comparing changes. What is
   * found is remembered as long as the branch ends where it does, and shown in the next snapshot.
   */
  checkMerged(plan: string, branch: string): Promise<GitOutcome<MergeCheck>>;
  /** What the files of a plan, saved or not, say and HEAD does not. */
  notCommitted(plan: string): Promise<GitOutcome<NotCommitted>>;
  /** Which files of the plans in a repository (`Repo.top`) differ from HEAD on disk, and what is in the way of a commit. */
  uncommitted(repo: string): Promise<GitOutcome<Uncommitted>>;
  /** Commits plan files as they are on disk, and nothing else. */
  commitPlans(repo: string, wish: PlanCommitWish): Promise<GitOutcome<PlanCommit>>;
  /** Checks out a new branch that begins at HEAD, under this name or the next free one; files stay as they are. */
  startBranch(repo: string, name: string): Promise<GitOutcome<StartedBranch>>;
  /** Checks out a branch; refused where that would overwrite files. */
  checkOut(repo: string, branch: string): Promise<GitOutcome<undefined>>;
  /** Takes a started branch back: what was checked out before is again, and the branch goes if it has no commit. */
  leaveBranch(repo: string, started: StartedBranch): Promise<GitOutcome<undefined>>;
  /** The one edit that changes items of a plan, on the texts as they are now in the editor or on disk. */
  planEdit(plan: string, asked: readonly ItemChanges[]): Promise<EditOutcome>;
  /** The edit that moves tasks, by their uids, with all that lies below them, or makes files or lines of them. */
  planMove(plan: string, tasks: readonly string[], to: MovePlace | TaskForm): Promise<EditOutcome>;
  /** The edit that says in the project file of a plan that commits need no task. */
  planNoTask(plan: string, commits: readonly CommitRef[]): Promise<EditOutcome>;
  /**
   * The edit that adds an item to a plan, with an id that no branch and no working tree has.
   * @param ids `here`: asks no git, for who only wants to see what would become of it
   */
  planNewItem(wish: ItemWish, ids?: 'everywhere' | 'here'): Promise<NewItemOutcome>;
  /**
   * The edit that gives an item another id wherever its plan names it; without `id` the next that is free.
   * @param former `kept` makes an other id of the former one, so that what commits say stays true
   */
  planRenumber(item: ItemRef, id?: string, former?: 'kept'): Promise<RenumberOutcome>;
  /** An id that no item of the plan has, on any branch and in any working tree; undefined where none can be given. */
  nextId(plan: string, kind: 'task' | 'risk'): Promise<string | undefined>;
  /** Where files of a plan name an item, as they are now in the editor or on disk; its own id is one of the places. */
  references(item: ItemRef): Promise<readonly FoundReference[]>;
  /** Writes what has been read into the cache at once; it is done in the background as well. */
  save(): Promise<void>;
}
