import type { IsoDate } from '../../base/dates';
import { mayHappen } from '../../plan/mayHappen';
import type { Plan, Risk } from '../../plan/model';
import type { RiskLevel } from '../history/planHistory';
import { bandOf } from './band';
import type { RiskBand } from './band';

/** How many risks are in each band; `unscored` lack their probability or impact. */
export type BandCounts = Readonly<Record<RiskBand | 'unscored', number>>;

/** The bands from a day on. */
export interface BandLevel {
  readonly day: IsoDate;
  readonly counts: BandCounts;
}

/** What became of a risk since a baseline. */
export interface RiskMovement {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /**
   * `up` and `down` by score; `settled`: closed, or gone from the register; `occurred`: an issue now; `open`: it
   * has got its first score, lost it, or is open again without having moved.
   */
  readonly kind: 'new' | 'up' | 'down' | 'open' | 'occurred' | 'settled';
  readonly from?: RiskPosition;
  readonly to?: RiskPosition;
}

/** Status, score and band of a risk. */
export interface RiskPosition {
  readonly status: Risk['status'];
  /** 1–25. */
  readonly score?: number;
  readonly band: RiskBand | 'unscored';
}

/**
 * Risks that may still happen by band. Counts and never sums of scores: two scores of 6 are not one of 12.
 * Scores 20, 12, 12 and one risk without a score are `{severe: 1, high: 2, moderate: 0, low: 0, unscored: 1}`.
 */
export function countBands(risks: readonly Pick<Risk, 'status' | 'score'>[]): BandCounts {
  return countScores(risks.filter(mayHappen).map(({ score }) => score));
}

/**
 * The trend of the register: the bands at the end of every day on which a risk changed, oldest first. Each holds
 * until the next; before the first there was no register.
 */
export function bandsOverTime(levels: readonly RiskLevel[]): BandLevel[] {
  return levels
    .filter(({ day }, index) => levels[index + 1]?.day !== day)
    .map(({ day, scores }) => ({ day, counts: countScores(scores) }));
}

/**
 * Every risk that is new, has another score, or is over since a baseline; those that have not moved are left out.
 * New and grown ones come first, then in the order of the register, those gone from it last.
 */
export function riskMovements(before: Pick<Plan, 'risks'>, now: Pick<Plan, 'risks'>): RiskMovement[] {
  const was = byKey(before);
  const is = byKey(now);
  const keys = new Set([...is.keys(), ...was.keys()]);
  const found = [...keys].flatMap(key => movement(was.get(key), is.get(key)) ?? []);
  return found.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly RiskMovement['kind'][] = ['occurred', 'new', 'up', 'open', 'down', 'settled'];

function movement(was: Risk | undefined, is: Risk | undefined): RiskMovement | undefined {
  const named = is ?? was;
  const kind = kindOf(was, is);
  return (
    named &&
    kind && {
      key: named.key,
      id: named.id,
      title: named.title,
      kind,
      ...(was && { from: positionOf(was) }),
      ...(is && { to: positionOf(is) }),
    }
  );
}

function kindOf(was: Risk | undefined, is: Risk | undefined): RiskMovement['kind'] | undefined {
  const wasOpen = was && mayHappen(was);
  const isOpen = is && mayHappen(is);
  if (!isOpen) {
    const occurred = is?.status === 'occurred' && was?.status !== 'occurred';
    return occurred
      ? 'occurred'
      : was && was.status !== 'closed' && is?.status !== 'occurred'
        ? 'settled'
        : undefined;
  }
  if (!was) {
    return 'new';
  }
  if (was.score === is.score) {
    return wasOpen ? undefined : 'open';
  }
  return was.score === undefined || is.score === undefined ? 'open' : is.score > was.score ? 'up' : 'down';
}

function positionOf({ status, score }: Risk): RiskPosition {
  return {
    status,
    ...(score !== undefined && { score }),
    band: score === undefined ? 'unscored' : bandOf(score),
  };
}

function countScores(scores: readonly (number | undefined)[]): BandCounts {
  const counts = { severe: 0, high: 0, moderate: 0, low: 0, unscored: 0 };
  scores.forEach(score => counts[score === undefined ? 'unscored' : bandOf(score)]++);
  return counts;
}

/** In the order of the register; the first of those that share an id. */
function byKey({ risks }: Pick<Plan, 'risks'>): ReadonlyMap<string, Risk> {
  const found = new Map<string, Risk>();
  for (const risk of risks) {
    if (!found.has(risk.key)) {
      found.set(risk.key, risk);
    }
  }
  return found;
}
