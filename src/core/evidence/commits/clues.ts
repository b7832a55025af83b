import type { Clue } from './clue';
import type { ClueSources } from './clueSources';
import { subjectOf } from '../graph/history';
import { mergedBranches } from '../graph/mergedBranch';
import { matchMessage } from './messageEvidence';

const NO_CLUES: readonly Clue[] = [];
const NO_TASKS: ReadonlySet<string> = new Set();

/** Applies every rule of evidence to single commits, with reverts and unlinks taken off. */
export class Clues {
  private readonly byBranch = {
    branch: new Map<string, readonly Clue[]>(),
    squash: new Map<string, readonly Clue[]>(),
    merge: new Map<string, readonly Clue[]>(),
  };
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
    const { history, graph, reach, owners, fileClues, hand, named } = this.sources;
    const commit = graph.commits[n];
    if (!commit) {
      return NO_CLUES;
    }
    const clues: Clue[] = [];
    addAll(clues, hand.clues.get(n));
    // A commit that names tasks belongs to no others.
    const own = this.addSaid(clues, n, commit.message);
    const owner = reach.topics[owners[n] as number];
    if (owner) {
      addOwn(clues, this.ofBranch(owner.name, 'branch'), own);
    }
    for (const branch of named.squashes.get(n) ?? []) {
      addOwn(clues, this.ofBranch(branch, 'squash'), own);
    }
    const merge = reach.broughtBy[n] as number;
    if (merge >= 0) {
      for (const branch of this.mergedBy(merge)) {
        addOwn(clues, this.ofBranch(branch, 'merge'), own);
      }
    }
    addAll(clues, fileClues(commit, history.lineChanges?.get(commit.hash)));
    return clues;
  }

  /**
   * Adds what the message says, and what a cherry-picked commit has from its sources: what they have by hand
   * and by message.
   * @returns keys of the tasks that the commit names; undefined when it may belong to any
   */
  private addSaid(clues: Clue[], n: number, message: string): ReadonlySet<string> | undefined {
    const { plan, graph, matcher, hand, named } = this.sources;
    const { mentions, noTask } = matchMessage(message, matcher, plan.settings.rules);
    let own: Set<string> | undefined;
    for (const mention of mentions) {
      clues.push(mention);
      if (mention.evidence !== 'body') {
        (own ??= new Set()).add(mention.task);
      }
    }
    for (const source of named.picks.get(n) ?? []) {
      const commit = source === n ? undefined : graph.commits[source];
      if (commit) {
        const said = matchMessage(commit.message, matcher, plan.settings.rules).mentions;
        const unlinked = hand.unlinked.get(source);
        for (const clue of [...(hand.clues.get(source) ?? NO_CLUES), ...said]) {
          if (!unlinked?.has(clue.task)) {
            clues.push({ ...clue, reason: { code: 'cherry-pick', args: [commit.hash] } });
            if (clue.strength !== 'mentions') {
              (own ??= new Set()).add(clue.task);
            }
          }
        }
      }
    }
    return own ?? (noTask ? NO_TASKS : undefined);
  }

  /** Evidence `branch`: the tasks that the branch belongs to. */
  private ofBranch(branch: string, code: 'branch' | 'squash' | 'merge'): readonly Clue[] {
    const known = this.byBranch[code];
    let clues = known.get(branch);
    if (!clues) {
      const reason: Clue['reason'] = { code, args: [branch] };
      clues = this.sources
        .tasksOf(branch)
        .map(({ key, strength }) => ({ task: key, evidence: 'branch', strength, reason }));
      known.set(branch, clues);
    }
    return clues;
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
}

function addAll(clues: Clue[], more: readonly Clue[] | undefined): void {
  if (more) {
    for (const clue of more) {
      clues.push(clue);
    }
  }
}

/** @param own keys of the only tasks that may be added, if only some may */
function addOwn(clues: Clue[], more: readonly Clue[], own: ReadonlySet<string> | undefined): void {
  for (const clue of more) {
    if (!own || own.has(clue.task)) {
      clues.push(clue);
    }
  }
}

function isByHand({ evidence }: Clue): boolean {
  return evidence === 'manual';
}
