import { randomBeta, randomLcg } from 'd3-random';

/** Numbers from 0 to 1 that look random and are the same for the same seed (0–1). */
export function seeded(seed: number): () => number {
  return randomLcg(seed);
}

/** Draws from the beta distribution with the given shape, by the numbers of `random`. */
export function betaDraws(random: () => number, alpha: number, beta: number): () => number {
  return randomBeta.source(random)(alpha, beta);
}
