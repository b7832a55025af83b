import { checklistRecogniser } from '../../core/formats/checklist/recogniser';
import type { PlanOffer, Root } from '../../core/snapshot';
import type { DocumentCache } from './documentCache';
import { entryOf, loadFormat } from './formats';
import type { PlanFolder } from './planFolder';
import { cleanFolder, message } from './planNames';
import type { FileSource, RootOptions } from '../ports';

/** Files that are often a plan, and often something else: they are read once somebody says so. */
const USUAL = ['ROADMAP.md', 'TODO.md', 'PLAN.md'];

/** Files at the top of a root without a plan that hold a checklist, and why there may be more of them. */
export async function findOffers(
  root: RootOptions,
  plans: readonly PlanFolder[],
  source: FileSource,
  cache: DocumentCache,
): Promise<{ readonly offers: readonly PlanOffer[]; readonly problems: Root['problems'] }> {
  const { id } = checklistRecogniser;
  const offers: PlanOffer[] = [];
  for (const path of plans.length > 0 || root.onlyNamed ? [] : USUAL) {
    const outcome = await source.read(root.id, path);
    if (outcome.kind === 'text') {
      const loaded = await loadFormat(entryOf(id));
      if (!loaded.ok) {
        const isTold = root.plans.some(({ folder }) => cleanFolder(folder) === path);
        const problem = message('plan-format-not-loaded', path, id, loaded.detail);
        return { offers, problems: isTold ? [] : [problem] };
      }
      const files = [{ path, document: cache.ofText(path, outcome.text) }];
      const plan = loaded.format.assemble({ root: root.id, folder: path, files, unreadable: [] });
      if (loaded.format.isPlan(plan)) {
        offers.push({ root: root.id, path });
      }
    }
  }
  return { offers, problems: [] };
}
