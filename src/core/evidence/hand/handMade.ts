import type { Plan } from '../../plan/model';
import type { Steps } from '../../base/steps';
import { addTo } from '../addTo';
import type { Clue } from '../commits/clue';
import type { Graph } from '../graph/graph';
import { handClues } from './handLinks';
import type { History } from '../graph/history';
import type { LostLink } from '../link';
import type { Reach } from '../graph/reach';

/** The hand-made links and unlinks of a plan, by the numbers of their commits. */
export interface HandMade {
  readonly clues: ReadonlyMap<number, readonly Clue[]>;
  /** Keys of the tasks that a person took away from a commit. */
  readonly unlinked: ReadonlyMap<number, ReadonlySet<string>>;
  readonly lost: readonly LostLink[];
}

/** Finds the commits of the hand-made links. */
export function* handMadeSteps(plan: Plan, history: History, graph: Graph, reach: Reach): Steps<HandMade> {
  const { numbers } = graph;
  const clues = new Map<number, Clue[]>();
  const landed = { has: (hash: string) => reach.landed[numbers.numberOf(hash)] === 1 };
  const add = (commit: string, clue: Clue): void => addTo(clues, numbers.numberOf(commit), clue);
  const { unlinked, lost } = yield* handClues(plan, history, landed, numbers, add);
  return {
    clues,
    unlinked: new Map([...unlinked].map(([commit, tasks]) => [numbers.numberOf(commit), tasks])),
    lost,
  };
}
