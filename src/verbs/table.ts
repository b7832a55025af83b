import type { Snapshot } from '../core/snapshot';
import type { Export } from '../present/exports/export';
import { wholeTab } from '../present/panel/wholeTab';
import type { RemoteUrl } from '../present/report/statusReport';
import type { PanelModel } from '../shared/panelModel';
import type { Audience, ExportRequest } from '../shared/protocol';
import { report, type PlanReport } from './report';
import { reviewSummary, type ReviewedPlan } from './reviewSummary';
import { status, type PlanStatus } from './status';

/** Loads what exports are made with, at the first one. */
const load = () => import('../present/exports/exports');

/**
 * A verb whose product is a document: `run` gives the data, and `render` writes them.
 */
export const exportVerb = {
  run: status,

  /** The exports that there are. */
  async offered(): Promise<readonly Export[]> {
    return (await load()).EXPORTS;
  },

  /**
   * The tables of plans in one text, each below the name of its plan where there are several.
   * @returns undefined where no plan has such a table
   */
  async render(
    snapshot: Snapshot,
    plans: readonly PlanStatus[],
    { what, as }: ExportRequest,
  ): Promise<string | undefined> {
    const { EXPORTS, inOneText } = await load();
    const one = EXPORTS.find(({ name }) => name === what);
    const tables: { readonly plan: string; readonly text: string }[] = [];
    for (const { facts, insight } of one ? plans : []) {
      const text = one?.make(await wholeTab(snapshot, facts, insight, one.tab), as);
      if (text !== undefined) {
        tables.push({ plan: facts.plan.name, text });
      }
    }
    return plans.length > 1 ? inOneText(tables, as) : tables[0]?.text;
  },
};

/**
 * A table as the panel shows it, apart so that the engine holds nothing else of the verb.
 * @returns undefined where the panel shows no such table
 */
export async function renderShown(
  shown: PanelModel,
  { what, as }: ExportRequest,
): Promise<string | undefined> {
  const one = (await load()).EXPORTS.find(({ name }) => name === what);
  return shown.kind === 'plan' ? one?.make(shown.content, as) : undefined;
}

/** The status of plans for other people, which is loaded at its first use. */
export const reportVerb = {
  run: report,

  /**
   * The reports in one text of Markdown, each below the name of its plan.
   * @param remoteUrl where remotes are fetched from, for links to files and commits; without it there are none
   * @returns undefined where there is no plan
   */
  async render(
    reports: readonly PlanReport[],
    audience: Audience,
    remoteUrl?: RemoteUrl,
  ): Promise<string | undefined> {
    const { statusReport } = await import('../present/report/statusReport');
    const texts = reports.map(one => statusReport(one, audience, remoteUrl));
    return texts.length > 0 ? texts.join('\n\n') : undefined;
  },
};

/** What a range of commits means for the plan, for the pull request; loaded at its first use. */
export const reviewVerb = {
  run: reviewSummary,

  /** The summaries in one text of Markdown, each below the name of its plan where there are several. */
  async render(reviews: readonly ReviewedPlan[]): Promise<string> {
    const { reviewSummaryText } = await import('../present/report/reviewSummary');
    const name = (plan: string): string => (reviews.length > 1 ? plan : '');
    return reviews.map(one => reviewSummaryText(one, name(one.plan.name))).join('\n\n');
  },
};
