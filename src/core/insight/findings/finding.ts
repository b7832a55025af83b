import type { Message } from '../../base/message';
import type { FindingCode } from '../../plan/findingCodes';
import type { Severity } from '../../plan/problem';
import type { Health } from '../health/health';
import type { RiskBand } from '../risks/band';

/** Where a plan and git differ, and what is wrong with links: the codes of these findings are their reasons. */
export interface DriftMessages {
  'open-but-started': [commits: number, branch: string];
  'looks-finished': [commits: number, lastLanded: string];
  'closed-not-done': [commit: string, date: string];
  'done-but-unmerged': [branch: string, commits: number];
  'active-but-quiet': [workingDays: number];
  'done-without-evidence': [];
  'work-after-done': [commits: number, date: string];
  'link-moved': [links: number];
  'link-lost': [links: number, hash: string];
  'link-off-branch': [links: number, hash: string];
  /** [a branch, the title of the task that has the same id there] */
  'id-on-two-branches': [branch: string, title: string];
}

/** What endangers a plan. The first reason of such a finding has its code. Days are working days unless said otherwise. */
export interface RuleMessages {
  /** Calendar days. */
  overdue: [due: string, days: number];
  'due-soon': [due: string, daysLeft: number];
  /** [why, '' where nobody said; day since when, '' where it is not known; days since then] */
  blocked: [reason: string, since: string, days: number];
  /** [what it waits for, the day on which that should have ended, or on which it ends] */
  'blocked-by-late': [item: string, due: string];
  /** ['' where it does not end within the horizon of the forecast] */
  'p85-past-due': [p85: string, due: string];
  /** [whole days missing, the day on which it ends at the earliest, its due date] */
  'negative-due-float': [days: number, finish: string, due: string];
  /** [working days since work began, working days of the estimate, criteria checked, criteria in all] */
  'used-up': [worked: number, estimate: number, checked: number, criteria: number];
  'no-owner': [];
  'no-estimate': [];
  /** Working days at full attention. */
  'over-allocated': [person: string, demand: number, capacity: number, until: string];
  'one-person': [person: string, tasks: number];
  'scope-growing': [added: number, done: number, weeks: number];
  /** [high or severe, the risk's score, what it lacks] */
  'risk-unmanaged': [band: RiskBand, score: number, ...lacks: RiskLack[]];
  'review-passed': [review: string];
  /** Of a milestone that is declared done. */
  'done-but-open': [open: number];
  'health-disagrees': [declared: string, computed: Health];
  'health-stale': [declared: string, date: string];
}

/** What a managed risk has. */
export type RiskLack = 'response' | 'owner' | 'review';

/** What a finding says beside its first reason. */
export interface FurtherMessages {
  'open-tasks': [open: number, tasks: number];
  'until-passed': [until: string];
  'work-left': [days: number];
  'p50-late': [p50: string];
  /** Undefined within the horizon of the forecast: ''. */
  'p85-is': [p85: string];
  /** [planned start, the earliest it can be] */
  'wait-start': [start: string, earliest: string];
  'wait-due': [days: number, due: string];
}

/** The reasons of all findings. */
export type FindingMessages = DriftMessages & RuleMessages & FurtherMessages;

/** Something a TPM should know, with the reasons that make it so. */
export interface Finding {
  readonly id: FindingCode;
  readonly severity: Severity;
  /** What it is about: kind and uid of an item of the plan. */
  readonly subject: {
    readonly kind: 'milestone' | 'task' | 'risk';
    readonly uid: string;
    readonly id: string;
  };
  readonly reasons: readonly Message<FindingMessages>[];
}
