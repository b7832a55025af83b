/** Bands of a score, the gravest first. */
export const RISK_BANDS = ['severe', 'high', 'moderate', 'low'] as const;

/** A range of scores of risks. */
export type RiskBand = (typeof RISK_BANDS)[number];

/** The least score of each band. */
const LEAST: Readonly<Record<RiskBand, number>> = { severe: 15, high: 10, moderate: 5, low: 1 };

/**
 * The band of a score, after the 5 × 5 matrix of probability and impact: low 1–4, moderate 5–9, high 10–14,
 * severe 15–25. Probability 3 × impact 4 = 12 is high.
 * @param score 1–25
 */
export function bandOf(score: number): RiskBand {
  return RISK_BANDS.find(band => score >= LEAST[band]) ?? 'low';
}
