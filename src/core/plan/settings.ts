import type { Message } from '../base/message';
import type { IsoDate } from '../base/dates';
import type { Dismissal } from './dismissal';
import type { Category } from './category';
import type { Forges } from './forgeKind';
import type { ProblemMessages } from './problem';

/** A status of the plan. */
export interface Status {
  readonly name: string;
  readonly category: Category;
  /** Share of the work that counts as done in this status, 0–1. */
  readonly progress?: number;
}

/** Days from the first to the last, both included. */
export interface DateSpan {
  /** First and last day, both included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Somebody whom `project.md` declares. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly emails: readonly string[];
  /** Share of a working day, 0–1. */
  readonly capacity: number;
  /** ISO weekdays, 1 = Monday … 7 = Sunday; undefined = the project's. */
  readonly workweek?: readonly number[];
  readonly off: readonly DateSpan[];
}

/** Whether somebody works on other days than the project does. */
export function hasOwnDays({ workweek, off }: Person): boolean {
  return workweek !== undefined || off.length > 0;
}

/** Numbers and names that change a link, a finding or a figure; every one can be set in project.md. */
export interface Rules {
  /** Trailer that Milepost reads and writes to link a commit. */
  readonly trailer: string;
  /** Working days an active task may go without a work commit. */
  readonly stale: number;
  /** Working days without work after which a landed task looks finished. */
  readonly settled: number;
  /** Calendar days after which work on a done task counts as drift. */
  readonly afterDone: number;
  /** Calendar days: upstream branches with no commit for longer are not read. */
  readonly branchAge: number;
  /** A commit that touches more task files than this is bookkeeping, not evidence of a task. */
  readonly bulkFiles: number;
  /** Calendar days ahead that count as "next due". */
  readonly dueSoon: number;
  /** Calendar days after which the TPM's own health word is stale. */
  readonly healthAge: number;
  /** Full past weeks that a forecast draws from. */
  readonly history: number;
  /** Working hours that a task without an estimate is taken to need, where too few have one to tell. */
  readonly defaultEstimate: number;
  /** What branches for tasks are called, with `{key}` and `{slug}`. */
  readonly branchName: string;
}

/** The rules of a plan whose `project.md` sets none. */
export const DEFAULT_RULES: Rules = {
  trailer: 'Task',
  stale: 10,
  settled: 3,
  afterDone: 2,
  branchAge: 90,
  bulkFiles: 20,
  dueSoon: 14,
  healthAge: 14,
  history: 12,
  defaultEstimate: 24,
  branchName: '{key}-{slug}',
};

/** A commit as the plan names it, so that it is found again after a rebase. */
export interface NamedCommit {
  /** 7–40 hex digits. */
  readonly hash: string;
  /** Day of the author date, in the plan's time zone. */
  readonly date?: IsoDate;
  readonly subject?: string;
}

/** What a plan says about itself; every field has a default, so an empty project.md works. */
export interface PlanSettings {
  /** Upper-case prefix of its task ids; empty when the plan names none. */
  readonly prefix: string;
  /** Former prefixes of the same tasks, upper case. */
  readonly aliases: readonly string[];
  readonly ids: 'sequential' | 'random';
  readonly statuses: readonly Status[];
  readonly people: readonly Person[];
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  readonly workweek: readonly number[];
  readonly holidays: readonly DateSpan[];
  /** Working hours of a day. */
  readonly hours: number;
  readonly timezone?: string;
  readonly resources: ReadonlyMap<string, number>;
  /** Default branch by its short name; undefined = detect it. */
  readonly branch?: string;
  /** Names or globs of branches that count as landed beside the default one. */
  readonly integration: readonly string[];
  /** Globs, relative to the repository: only commits touching them can be "without a task". */
  readonly paths: readonly string[];
  /** Never "without a task", beside merges. Authors match name or e-mail, subjects as globs. */
  readonly ignore: { readonly authors: readonly string[]; readonly subjects: readonly string[] };
  /** Commits that need no task, each as a hand-made link would name it. */
  readonly noTask: readonly NamedCommit[];
  /** Labels whose tasks are not expected to show in git. */
  readonly noEvidenceLabels: readonly string[];
  readonly rules: Rules;
  /** Which software shows repositories at a host of the plan's own. */
  readonly forges: Forges;
  /** Findings that project.md dismisses, each of an item that it names. */
  readonly dismissed: readonly Dismissal[];
  /** What has its default only because it could not be read, so that dates and findings may be others. */
  readonly unread: readonly UnreadSetting[];
}

/** An entry of a file with settings, or all of them, that could not be read. */
export interface UnreadSetting {
  /** Relative to the workspace root. */
  readonly file: string;
  /** Its key; undefined where the file itself could not be read. */
  readonly field?: string;
  readonly reason: Message<
    Pick<ProblemMessages, 'yaml' | 'entry-too-long' | 'entry-too-deep' | 'unreadable'>
  >;
}

/** The statuses of a plan whose `project.md` sets none. */
export const DEFAULT_STATUSES: readonly Status[] = [
  { name: 'To do', category: 'open' },
  { name: 'In progress', category: 'active' },
  { name: 'In review', category: 'active', progress: 0.8 },
  { name: 'Blocked', category: 'blocked' },
  { name: 'Done', category: 'done' },
  { name: 'Dropped', category: 'dropped' },
];

/** The settings of a plan without `project.md`. */
export const DEFAULT_SETTINGS: PlanSettings = {
  prefix: '',
  aliases: [],
  ids: 'sequential',
  statuses: DEFAULT_STATUSES,
  people: [],
  workweek: [1, 2, 3, 4, 5],
  holidays: [],
  hours: 8,
  resources: new Map(),
  integration: [],
  paths: [],
  ignore: { authors: [], subjects: [] },
  noTask: [],
  noEvidenceLabels: [],
  rules: DEFAULT_RULES,
  forges: new Map(),
  dismissed: [],
  unread: [],
};
