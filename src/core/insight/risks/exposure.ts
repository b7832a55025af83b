import type { Plan, Risk } from '../../plan/model';
import { mayHappen } from '../../plan/mayHappen';

/** A risk that would cost time. */
export interface Exposure {
  readonly risk: Risk;
  /** 0–1. */
  readonly probability: number;
  /** Working days lost if it happens. */
  readonly days: number;
  /** Working days: probability × days. */
  readonly expected: number;
}

/**
 * Middle of the share that each level of probability stands for: 1 is up to 10 %, 2 up to 30 %, 3 up to 50 %,
 * 4 up to 70 %, 5 more.
 */
const LEVELS = [0.05, 0.2, 0.4, 0.6, 0.85];

/**
 * Expected loss of time (the "expected monetary value" of the PMBOK Guide, in days): probability × delay, only for
 * risks that may still happen and say both. A percentage counts as it is written; a level, 1–5, as the middle of its
 * band: 5, 20, 40, 60, 85 %. Level 3 and a delay of ten working days are an exposure of four, 50 % one of five.
 */
export function exposures({ risks, settings }: Pick<Plan, 'risks' | 'settings'>): Exposure[] {
  return risks.flatMap(risk => {
    const probability = risk.chance ?? LEVELS[(risk.probability ?? 0) - 1];
    if (!mayHappen(risk) || probability === undefined || risk.delay?.unit !== 'hours') {
      return [];
    }
    const days = risk.delay.value / settings.hours;
    return [{ risk, probability, days, expected: probability * days }];
  });
}
