import type { Plan, Risk } from '../../plan/model';

/** A risk that would cost time. */
export interface Exposure {
  readonly risk: Risk;
  /** 0–1. */
  readonly probability: number;
  /** Working days lost if it happens. */
  readonly days: number;
  /** probability × days. */
  readonly expected: number;
}

/** Middle of the share that each level of probability stands for: ≤ 10 %, ≤ 30 %, ≤ 50 %, ≤ 70 %, more. */
const LEVELS = [0.05, 0.2, 0.4, 0.6, 0.85];

/** Risks that may still happen and say how many days that would cost. */
export function exposures({ risks, settings }: Pick<Plan, 'risks' | 'settings'>): Exposure[] {
  return risks.flatMap(risk => {
    const probability = LEVELS[(risk.probability ?? 0) - 1];
    const open = risk.status !== 'closed' && risk.status !== 'occurred';
    if (!open || probability === undefined || risk.delay?.unit !== 'hours') {
      return [];
    }
    const days = risk.delay.value / settings.hours;
    return [{ risk, probability, days, expected: probability * days }];
  });
}
