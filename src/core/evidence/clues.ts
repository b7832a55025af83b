import { addTo } from './addTo';
import { branchClues } from './branchEvidence';
import type { TasksOfBranch } from './branchEvidence';
import type { Clue } from './clue';
import { fileClues } from './fileEvidence';
import { handClues } from './handLinks';
import type { HandClues } from './handLinks';
import { indexHashes } from './hashIndex';
import type { History } from './history';
import type { IdMatcher } from './idMatcher';
import { matchMessage } from './messageEvidence';
import type { Plan } from '../plan/model';
import type { Reach } from './reach';
import { revertsOf } from './reverts';

/** What the rules of evidence look at. */
export interface ClueInput {
  readonly plan: Plan;
  /** What makes a path of the plan relative to the top of the repository. */
  readonly prefix: string;
  readonly history: History;
  readonly matcher: IdMatcher;
  readonly reach: Reach;
  /** The owning branch of each commit that has not landed. */
  readonly owners: ReadonlyMap<string, string>;
  readonly tasksOf: TasksOfBranch;
}

/** All clues of a plan, with reverts and unlinks already taken off. */
export interface Clues {
  readonly byCommit: ReadonlyMap<string, readonly Clue[]>;
  readonly lost: HandClues['lost'];
}

const NO_TASK: ReadonlySet<string> = new Set();

/** Applies every rule of evidence to every commit. */
export function collectClues(input: ClueInput): Clues {
  const { plan, prefix, history, matcher, reach, owners, tasksOf } = input;
  const byCommit = new Map<string, Clue[]>();
  const add = (commit: string, clue: Clue): void => addTo(byCommit, commit, clue);
  const index = indexHashes(history.commits.keys());
  const picks = new Map<string, readonly string[]>();
  const named = new Map<string, ReadonlySet<string>>();

  const { unlinked, lost } = handClues(plan, history, reach.landed, index, add);
  for (const commit of history.commits.values()) {
    const said = matchMessage(commit.message, matcher, plan.settings.rules);
    for (const { task, evidence, reason } of said.mentions) {
      const strength = evidence === 'closes' ? 'closes' : evidence === 'body' ? 'mentions' : 'works-on';
      add(commit.hash, { task, evidence, strength, reason });
    }
    const strong = said.mentions.filter(mention => mention.evidence !== 'body');
    if (strong.length > 0) {
      named.set(commit.hash, new Set(strong.map(mention => mention.task)));
    } else if (said.noTask) {
      named.set(commit.hash, NO_TASK);
    }
    if (said.picked.length > 0) {
      picks.set(commit.hash, said.picked);
    }
  }
  share(picks, index.find, byCommit, unlinked, named);
  branchClues(history, reach, owners, tasksOf, commit => named.get(commit), add);
  fileClues(plan, prefix, history, matcher, add);

  const { cancelled, targets } = revertsOf(history, reach, index);
  // Oldest first: a revert of a revert looks at what the first one has kept.
  for (const [revert, hashes] of [...targets].reverse()) {
    const undone = new Set(hashes.flatMap(hash => (byCommit.get(hash) ?? []).map(clue => clue.task)));
    keep(byCommit, revert, clue => clue.evidence === 'manual' || !undone.has(clue.task));
  }
  for (const commit of cancelled) {
    keep(byCommit, commit, clue => clue.evidence === 'manual');
  }
  for (const [commit, tasks] of unlinked) {
    keep(byCommit, commit, clue => !tasks.has(clue.task));
  }
  return { byCommit, lost };
}

/** Gives a cherry-picked commit what its source has by hand and by message. */
function share(
  picks: ReadonlyMap<string, readonly string[]>,
  find: (hash: string) => string | undefined,
  byCommit: Map<string, Clue[]>,
  unlinked: HandClues['unlinked'],
  named: Map<string, ReadonlySet<string>>,
): void {
  for (const [commit, sources] of picks) {
    for (const source of new Set(sources.flatMap(hash => find(hash) ?? []))) {
      const clues = (byCommit.get(source) ?? []).filter(clue => !unlinked.get(source)?.has(clue.task));
      for (const clue of source === commit ? [] : clues) {
        addTo(byCommit, commit, { ...clue, reason: { code: 'cherry-pick', args: [source] } });
        if (clue.strength !== 'mentions') {
          named.set(commit, new Set([...(named.get(commit) ?? []), clue.task]));
        }
      }
    }
  }
}

function keep(byCommit: Map<string, Clue[]>, commit: string, test: (clue: Clue) => boolean): void {
  const clues = byCommit.get(commit);
  if (clues) {
    byCommit.set(commit, clues.filter(test));
  }
}
