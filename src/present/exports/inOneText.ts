import type { ExportFormat } from '../../shared/protocol';
import { plain } from '../plainMarkdown';
import { csvText } from './csv';

/** Writes the name of a plan above its table, as text that no format takes for more. */
const HEADINGS: { readonly [format in ExportFormat]: (plan: string) => string } = {
  markdown: plan => `**${plain(plan)}**\n\n`,
  mermaid: plan => `%% ${withoutBreaks(plan)}\n`,
  csv: plan => `${csvText([plan], [])}\n`,
};

function withoutBreaks(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ');
}

/**
 * The tables of several plans, each below the name of its plan.
 * @returns undefined without any
 */
export function inOneText(
  tables: readonly { readonly plan: string; readonly text: string }[],
  as: ExportFormat,
): string | undefined {
  const texts = tables.map(({ plan, text }) => HEADINGS[as](plan) + text);
  return texts.length > 0 ? texts.join('\n\n') : undefined;
}
