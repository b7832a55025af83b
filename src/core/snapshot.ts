import type { PlanEvidence } from './evidence/link';
import type { History } from './evidence/graph/history';
import type { Finding } from './insight/findings/finding';
import type { InsightProblem } from './insight/insightProblem';
import type { PlanElsewhere } from './insight/otherBranches/elsewhere';
import type { PlanInsight } from './insight/planInsight';
import type { PlanProgress } from './insight/progress/progress';
import type { Message } from './base/message';
import type { IsoDate } from './base/dates';
import type { Plan } from './plan/model';

/** Why git said nothing. */
export interface GitMessages {
  'git-missing': [];
  'git-untrusted': [];
  /** The files are not on this machine's file system. */
  'git-virtual': [];
  'git-not-repository': [];
  /** Git does not trust the owner of the folder (`safe.directory`). */
  'git-unsafe-directory': [];
  'git-unborn': [];
  /** The program is there and does not run. [path, the file system's word for why, e.g. `EACCES`] */
  'git-not-started': [binary: string, reason: string];
  /** Objects are missing or cannot be read. [what git said] */
  'git-damaged': [detail: string];
  /** There is a `.git`, and git takes it for no repository. [its path] */
  'git-dir-damaged': [path: string];
  /** A file of the git dir. [its path, the file system's word for why] */
  'git-dir-unreadable': [path: string, reason: string];
  /** Branches that name no commit that can be read; the others are there. [their names] */
  'git-broken-refs': [names: string];
  'git-failed': [command: string, detail: string];
  'git-timeout': [command: string];
  'git-no-default-branch': [];
  /** No plan file differs from HEAD. */
  'git-nothing-to-commit': [];
  /** Nothing that a commit could be made in. */
  'git-nowhere-to-commit': [];
  /** The task is in no repository, so there is nothing to make a branch in. */
  'git-nowhere-to-branch': [];
  /** What has to be finished before another branch is checked out. */
  'git-unfinished': [what: Unfinished];
  /** [branch, files that are in the way or '', what git said] */
  'git-not-checked-out': [branch: string, files: string, output: string];
  /** A branch that was made and could not be taken back. [branch, what git said] */
  'git-branch-left': [branch: string, output: string];
  /** [id of a task, its branch] */
  'git-has-branch': [id: string, branch: string];
  /** The plan folder is a submodule or a link, so other commits do not hold it. [folder] */
  'git-plan-elsewhere': [folder: string];
  /** A revision that names no commit. [as asked for] */
  'git-unknown-revision': [revision: string];
  /** A day on which the default branch had no commit yet. [as asked for, the day of its first one] */
  'git-before-first': [day: string, first: string];
  /** A day that has not come. [as asked for, today] */
  'git-future-day': [day: string, today: string];
  /** None of the plan's files is in a commit. [folder, the revision as asked for] */
  'git-plan-not-yet': [folder: string, revision: string];
}

/** What a repository has to finish before plan files can be committed, since it decides what the next commit is. */
export type Unfinished = 'merge' | 'cherry-pick' | 'revert' | 'rebase' | 'am' | 'unmerged';

/** A folder of the workspace, and why a plan in it could not be read. */
export interface Root {
  /** As the application names it: a path or a URI. */
  readonly id: string;
  readonly name: string;
  readonly problems: readonly Message<PlanReadMessages>[];
}

/** Why a plan, or a part of one, could not be read. */
export interface PlanReadMessages {
  /** Something that may be a plan, or a part of one. [path, the file system's word for why] */
  'plan-unreadable': [path: string, reason: string];
  /** The code that reads a folder's format is missing or damaged. [folder, format, what was said] */
  'plan-format-not-loaded': [folder: string, format: string, detail: string];
  /** Something that Milepost did not expect. [what was said] */
  'plan-reading-failed': [detail: string];
  /** `milepost.plans` holds something else than a plan. [as it is written] */
  'plan-entry-invalid': [entry: string];
  /** [folder, format, the formats there are] */
  'plan-format-unknown': [folder: string, format: string, formats: string];
  /** Nothing is there, no plan of the format that is named, or a place outside of the root. [folder] */
  'plan-not-there': [folder: string];
  /** [the beginning of the name, its length and the most, in bytes] */
  'plan-name-too-long': [folder: string, bytes: number, most: number];
  /** Many entries of `milepost.plans` are wrong. [how many, the first] */
  'plan-entries-wrong': [count: number, first: string];
  /** `milepost.plans` names more plans than are looked for. [how many it names, how many are looked for] */
  'plan-entries-left-out': [count: number, most: number];
}

/** A repository that holds at least one plan. */
export interface Repo {
  /** Absolute path of the top of the working tree; also its id. */
  readonly top: string;
  /** Absolute paths of its git directory and of the one it shares with its worktrees: what to watch. */
  readonly gitDir: string;
  readonly commonDir: string;
  /** Undefined until git has answered, and when it could not. */
  readonly history?: History;
  readonly problem?: Message<GitMessages>;
  /** Work commits on the default and the current branch that could have a task and have none, newest first. */
  readonly withoutTask: readonly string[];
}

/** One plan and everything known about it. */
export interface PlanFacts {
  readonly plan: Plan;
  /** `Repo.top`, when the plan lies in one. */
  readonly repo?: string;
  /** What to put before a path of the plan to make it relative to `Repo.top`: '' or `services/pay/`. */
  readonly prefix: string;
  /** In the plan's time zone. */
  readonly today: IsoDate;
  /** Undefined until git has answered, and when it could not. */
  readonly evidence?: PlanEvidence;
  /** What other branches say of its tasks, where they have been read. */
  readonly elsewhere?: PlanElsewhere;
  readonly progress: PlanProgress;
  readonly findings: readonly Finding[];
}

/** A file that looks like a plan, and is read as one only when somebody says so. */
export interface PlanOffer {
  /** `Root.id` */
  readonly root: string;
  /** Relative to the root. */
  readonly path: string;
}

/** The one immutable value that every view draws. */
export interface Snapshot {
  /** Grows with every change. */
  readonly version: number;
  /** `reading`: no plan has been read yet; `plans`: git is still to answer; `ready`: all there. */
  readonly phase: 'reading' | 'plans' | 'ready';
  /** In this machine's time zone. */
  readonly today: IsoDate;
  readonly roots: readonly Root[];
  readonly plans: readonly PlanFacts[];
  readonly repos: readonly Repo[];
  /** In roots without a plan. */
  readonly offers: readonly PlanOffer[];
  /**
   * Schedule, forecast and what follows from them, by `Plan.uid`. It follows the facts: while it is computed anew it
   * is that of an earlier snapshot, and undefined before the first time.
   */
  readonly insight?: ReadonlyMap<string, PlanInsight>;
  /** Why there is no insight of these facts. */
  readonly insightProblem?: InsightProblem;
  /** Why a plan has no repository, when one has none. */
  readonly withoutGit?: Message<GitMessages>;
}
