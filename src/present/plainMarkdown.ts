/**
 * Repository text inside Markdown: what would start formatting, a link, an image or HTML is escaped, so that it reads
 * the same where it is pasted; an underscore within a word starts nothing anywhere and stays as it is. Control characters, and those that turn the direction of text, are left out.
 */
export function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\`*~[\]<>|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .trim();
}
