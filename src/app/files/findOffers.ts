import { checklistFormat } from '../../core/formats/checklist/checklist';
import type { PlanOffer } from '../../core/snapshot';
import type { DocumentCache } from './documentCache';
import type { PlanFolder } from './planFolder';
import type { FileSource, RootOptions } from '../ports';

/** Files that are often a plan, and often something else: they are read once somebody says so. */
const USUAL = ['ROADMAP.md', 'TODO.md', 'PLAN.md'];

/** Files at the top of a root without a plan that hold a checklist. */
export async function findOffers(
  root: RootOptions,
  plans: readonly PlanFolder[],
  source: FileSource,
  cache: DocumentCache,
): Promise<readonly PlanOffer[]> {
  const offers: PlanOffer[] = [];
  for (const path of plans.length > 0 || root.onlyNamed ? [] : USUAL) {
    const outcome = await source.read(root.id, path);
    if (outcome.kind === 'text') {
      const files = [{ path, document: cache.ofText(path, outcome.text) }];
      const plan = checklistFormat.assemble({ root: root.id, folder: path, files, unreadable: [] });
      if (checklistFormat.isPlan(plan)) {
        offers.push({ root: root.id, path });
      }
    }
  }
  return offers;
}
