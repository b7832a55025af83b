import { ownFolder } from '../../../core/plan/ownFolder';
import type { Plan } from '../../../core/plan/model';
import type { FirstRiskModel } from '../../../shared/risksModel';

const RISK = `---
id: R-1
title: The vendor delivers late
probability: 3
impact: 4
response: mitigate
owner: '@ana'
review: REVIEW
---`;

/** Folder of an overlay that is not there yet. */
const OVERLAY = 'plan';

/**
 * The first risk as a file; where the plan's format keeps none, with the overlay that makes room for it.
 * @param review an ISO day
 */
export function firstRisk(plan: Plan, review: string): FirstRiskModel {
  const { format, folder } = plan;
  const own = ownFolder(plan);
  const risk = {
    path: [own ?? OVERLAY, 'risks/r-1.md'].filter(part => part !== '').join('/'),
    text: RISK.replace('REVIEW', review),
  };
  // A folder is named by its path, which tells it from any other plan; at the top it has none.
  const project = { path: `${OVERLAY}/project.md`, text: `---\nfor: ${folder || format}\n---` };
  return { files: own === undefined ? [project, risk] : [risk] };
}
