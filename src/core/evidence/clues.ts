import type { Plan } from '../plan/model';
import type { TasksOfBranch } from './branchEvidence';
import type { Clue } from './clue';
import type { TouchedTasks } from './fileEvidence';
import type { Graph } from './graph';
import type { HandMade } from './handMade';
import type { History } from './history';
import { subjectOf } from './history';
import type { IdMatcher } from './idMatcher';
import { mergedBranches } from './mergedBranch';
import type { MessageEvidence } from './messageEvidence';
import { matchMessage } from './messageEvidence';
import type { NamedCommits } from './namedCommits';
import type { Reach } from './reach';

/** What the rules of evidence look at. Commits go by their numbers in the graph. */
export interface ClueSources {
  readonly plan: Plan;
  readonly history: History;
  readonly graph: Graph;
  readonly matcher: IdMatcher;
  readonly reach: Reach;
  /** The place in `reach.topics` of the branch that owns a commit which has not landed. */
  readonly owners: Int32Array;
  readonly tasksOf: TasksOfBranch;
  readonly touched: TouchedTasks;
  readonly hand: HandMade;
  readonly named: NamedCommits;
}

const NO_CLUES: readonly Clue[] = [];

/** Applies every rule of evidence to single commits, with reverts and unlinks taken off. */
export class Clues {
  private readonly branchesOfMerge = new Map<number, readonly string[]>();
  /** Of commits that are reverted, and of reverts: the clues that are left of them for reverts to take back. */
  private readonly standing = new Map<number, readonly Clue[]>();

  constructor(private readonly sources: ClueSources) {}

  /** The clues of a commit. */
  of(commit: number): readonly Clue[] {
    const { hand, named } = this.sources;
    let clues = named.targets.has(commit) ? this.standingOf(commit) : this.beforeReverts(commit);
    if (clues.length > 0 && named.cancelled.has(commit)) {
      clues = clues.filter(isByHand);
    }
    const unlinked = clues.length > 0 ? hand.unlinked.get(commit) : undefined;
    return unlinked ? clues.filter(({ task }) => !unlinked.has(task)) : clues;
  }

  /** A revert has no part in the tasks whose work it takes back. A revert of it looks at what it has kept. */
  private standingOf(revert: number): readonly Clue[] {
    const { targets } = this.sources.named;
    const open = new Set([revert]);
    // The set grows while it is read.
    for (const commit of open) {
      for (const target of targets.get(commit) ?? []) {
        if (target < commit && targets.has(target) && !this.standing.has(target)) {
          open.add(target);
        }
      }
    }
    for (const commit of [...open].sort((a, b) => a - b)) {
      const undone = new Set<string>();
      for (const target of targets.get(commit) ?? []) {
        const clues = target < commit ? this.standing.get(target) : undefined;
        for (const { task } of clues ?? this.beforeReverts(target)) {
          undone.add(task);
        }
      }
      const clues = this.beforeReverts(commit).filter(clue => isByHand(clue) || !undone.has(clue.task));
      this.standing.set(commit, clues);
    }
    return this.standing.get(revert) ?? NO_CLUES;
  }

  private beforeReverts(n: number): readonly Clue[] {
    const { plan, history, graph, matcher, reach, owners, touched, hand, named } = this.sources;
    const commit = graph.commits[n];
    if (!commit) {
      return NO_CLUES;
    }
    const said = matchMessage(commit.message, matcher, plan.settings.rules);
    const sources = named.picks.get(n);
    const shared = sources ? this.shared(n, sources) : NO_CLUES;
    const clues = [...(hand.clues.get(n) ?? NO_CLUES), ...said.mentions.map(toClue), ...shared];

    // A commit that names tasks belongs to no others.
    const own =
      said.mentions.some(isStrong) || shared.some(isNotMention) || said.noTask
        ? new Set<string>()
        : undefined;
    if (own) {
      said.mentions.filter(isStrong).forEach(({ task }) => own.add(task));
      shared.filter(isNotMention).forEach(({ task }) => own.add(task));
    }
    const owner = reach.topics[owners[n] ?? -1];
    if (owner) {
      this.addBranch(clues, owner.name, 'branch', own);
    }
    for (const branch of named.squashes.get(n) ?? []) {
      this.addBranch(clues, branch, 'squash', own);
    }
    const merge = reach.broughtBy[n] ?? -1;
    for (const branch of merge >= 0 ? this.mergedBy(merge) : []) {
      this.addBranch(clues, branch, 'merge', own);
    }
    for (const [task, path] of touched(commit, history.lineChanges?.get(commit.hash))) {
      clues.push({ task, evidence: 'file', strength: 'mentions', reason: { code: 'file', args: [path] } });
    }
    return clues;
  }

  /** Evidence `branch`: the branch belongs to tasks, and the commit names no others. */
  private addBranch(
    clues: Clue[],
    branch: string,
    code: 'branch' | 'squash' | 'merge',
    own: ReadonlySet<string> | undefined,
  ): void {
    for (const { key, strength } of this.sources.tasksOf(branch)) {
      if (!own || own.has(key)) {
        clues.push({ task: key, evidence: 'branch', strength, reason: { code, args: [branch] } });
      }
    }
  }

  private mergedBy(merge: number): readonly string[] {
    let branches = this.branchesOfMerge.get(merge);
    if (!branches) {
      const commit = this.sources.graph.commits[merge];
      branches = commit ? mergedBranches(subjectOf(commit)) : [];
      this.branchesOfMerge.set(merge, branches);
    }
    return branches;
  }

  /** What a cherry-picked commit has from its sources: what they have by hand and by message. */
  private shared(pick: number, sources: readonly number[]): readonly Clue[] {
    const { plan, graph, matcher, hand } = this.sources;
    const clues: Clue[] = [];
    for (const source of sources) {
      const commit = graph.commits[source];
      if (commit && source !== pick) {
        const said = matchMessage(commit.message, matcher, plan.settings.rules);
        const unlinked = hand.unlinked.get(source);
        for (const clue of [...(hand.clues.get(source) ?? NO_CLUES), ...said.mentions.map(toClue)]) {
          if (!unlinked?.has(clue.task)) {
            clues.push({ ...clue, reason: { code: 'cherry-pick', args: [commit.hash] } });
          }
        }
      }
    }
    return clues;
  }
}

function toClue({ task, evidence, reason }: MessageEvidence['mentions'][number]): Clue {
  const strength = evidence === 'closes' ? 'closes' : evidence === 'body' ? 'mentions' : 'works-on';
  return { task, evidence, strength, reason };
}

function isByHand({ evidence }: Clue): boolean {
  return evidence === 'manual';
}

function isStrong({ evidence }: MessageEvidence['mentions'][number]): boolean {
  return evidence !== 'body';
}

function isNotMention({ strength }: Clue): boolean {
  return strength !== 'mentions';
}
