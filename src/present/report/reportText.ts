import type { Item } from '../../core/plan/model';
import type { ReportScope } from './statusReport';

/**
 * Repository text inside Markdown: what would start formatting, a link, an image or HTML is escaped, so that it reads
 * the same where it is pasted. Control characters, and those that turn the direction of text, are left out.
 */
export function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .trim();
}

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
