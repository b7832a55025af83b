import type { Message } from '../base/message';
import type { HandLink } from '../plan/model';
import type { History } from './graph/history';

/** Why a commit belongs to a task, strongest first. The spellings are part of the JSON output. */
export const EVIDENCE = ['manual', 'closes', 'trailer', 'subject', 'branch', 'body', 'file'] as const;

/** A kind of evidence, by its name. */
export type Evidence = (typeof EVIDENCE)[number];

/** `plans`: the commit only plans; shown, but never a sign of work. */
export type Strength = 'closes' | 'works-on' | 'mentions' | 'plans';

/** Why a commit belongs to a task. */
export interface EvidenceMessages {
  manual: [date: string];
  'manual-moved': [oldHash: string];
  closes: [word: string, id: string];
  trailer: [line: string];
  subject: [id: string];
  'squash-line': [line: string];
  branch: [branch: string];
  merge: [branch: string];
  squash: [branch: string];
  body: [id: string];
  file: [path: string];
  'cherry-pick': [hash: string];
}

/** A pair of a commit and a task with its strongest evidence. */
export interface Link {
  /** Key of the task. */
  readonly task: string;
  readonly commit: string;
  readonly evidence: Evidence;
  readonly strength: Strength;
  readonly reason: Message<EvidenceMessages>;
  /** The weaker evidence of the same pair, strongest first. */
  readonly others: readonly Evidence[];
}

/** A branch that belongs to a task, and why. */
export interface BranchLink {
  /** Short name, as in `Branch.name`. */
  readonly branch: string;
  /** Key of the task. */
  readonly task: string;
  readonly strength: 'works-on' | 'mentions';
  readonly merged: boolean;
  /** Commits of the branch that are not on the default branch, newest first. */
  readonly commits: readonly string[];
}

/** What git shows about a task, whatever its file says. */
export interface Observed {
  readonly state: 'none' | 'started' | 'landed' | 'closed';
  /** Seconds since 1970 (author time) of the first and the last work commit. */
  readonly firstWork?: number;
  readonly lastWork?: number;
  /** Seconds since 1970 (commit time) of the last work that landed. */
  readonly lastLanded?: number;
  /** Unmerged branches that hold work on it. */
  readonly unmerged: readonly string[];
  /** Seconds since 1970 (commit time) of every work commit that landed. */
  readonly landedTimes: readonly number[];
  /** Number of work commits that have not landed. */
  readonly openCommits: number;
  /** Seconds since 1970 (commit time) of the last work that has not landed. */
  readonly lastOpen?: number;
  /** The last closing commit that landed. */
  readonly closedBy?: string;
}

/** A hand-made link whose commit was not found under its hash. */
export interface LostLink {
  readonly task: string;
  readonly link: HandLink;
  /** Where it is now, when that could be told. */
  readonly foundAs?: string;
  /** Not found, although git has a commit with its hash: on no branch that is read. */
  readonly offBranch?: true;
  /** Not found, and nothing to tell: an unlink, not looked for yet, or the clone is shallow. */
  readonly quiet?: true;
}

/** Everything git says about one plan. Immutable. */
export interface PlanEvidence {
  /** By task key, newest commit first. */
  readonly byTask: ReadonlyMap<string, readonly Link[]>;
  /** By hash, the strongest link first. */
  readonly byCommit: ReadonlyMap<string, readonly Link[]>;
  readonly branches: readonly BranchLink[];
  /** By task key; a task without an entry has state `none`. */
  readonly observed: ReadonlyMap<string, Observed>;
  readonly lost: readonly LostLink[];
}

/** All links of a plan, newest commit first. */
export function linksInOrder({ byCommit }: PlanEvidence, { commits }: Pick<History, 'commits'>): Link[] {
  const links: Link[] = [];
  for (const hash of commits.keys()) {
    byCommit.get(hash)?.forEach(link => links.push(link));
  }
  return links;
}

/** True when a link is a sign of work on its task, and not a mention or a change of plan. */
export function isWork(link: Pick<Link, 'strength'>): boolean {
  return link.strength === 'works-on' || link.strength === 'closes';
}
