import type { Message } from '../message';
import type { Severity } from '../plan/problem';

/** Rules that can find something, with the arguments of the sentence that says why. */
export interface FindingMessages {
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
}

export type FindingCode = keyof FindingMessages;

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
