import type { ComputeInsight } from '../../ports';

/** Computes insight in this thread. Its code is loaded at first use, which is none where the worker does all of it. */
export const computeHere: ComputeInsight = async (...asked) => {
  const { computeInsight } = await import('../../../core/insight/planInsight');
  return computeInsight(...asked);
};
