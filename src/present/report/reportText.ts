import type { Item } from '../../core/plan/model';
import { plain } from '../../shared/plainMarkdown';
import type { ReportScope } from './statusReport';

/** A line of its own that stands out. */
export function bold(text: string): string {
  return `**${text}**`;
}

/** An entry of a list. */
export function lineOf(text: string): string {
  return `- ${text}`;
}

/** An item by its title; for engineers with its id, as a link to its file. */
export function reference({ audience, facts }: ReportScope, { id, title, file }: Item): string {
  const name = plain(title) || plain(id);
  if (audience === 'executives' || id === '') {
    return name;
  }
  return `[${plain(id)}](<${encodeURI(facts.prefix + file).replace(/[<>]/g, encodeURIComponent)}>) ${name}`;
}
