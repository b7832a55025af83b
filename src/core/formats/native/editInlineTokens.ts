import type { TextEdit } from '../../base/text';
import type { CheckLine } from '../../documents/document';
import type { FieldText } from '../../documents/edit/fieldText';
import type { InlineToken } from '../../documents/inlineTask';

/** Collects the edits of the pieces of one inline task. */
export class InlineTokens {
  readonly edits: TextEdit[] = [];
  private readonly base: number;

  constructor(
    file: FieldText,
    private readonly check: CheckLine,
    readonly tokens: readonly InlineToken[],
  ) {
    this.base = file.lines.lineStart(check.line) + check.textAt;
  }

  of(kind: InlineToken['kind']): readonly InlineToken[] {
    return this.tokens.filter(token => token.kind === kind);
  }

  replace(token: InlineToken, text: string): void {
    if (this.check.text.slice(token.start, token.end) !== text) {
      this.edits.push({ start: this.base + token.start, end: this.base + token.end, text });
    }
  }

  /** Takes a piece out together with the white space before it. */
  remove(token: InlineToken): void {
    const before = this.check.text.slice(0, token.start);
    this.edits.push({ start: this.base + before.trimEnd().length, end: this.base + token.end, text: '' });
  }

  /** Puts new pieces behind the last one; white space at the end of the line stays there. */
  append(texts: readonly string[]): void {
    if (texts.length > 0) {
      const at = this.base + this.check.text.trimEnd().length;
      this.edits.push({ start: at, end: at, text: texts.map(text => ` ${text}`).join('') });
    }
  }

  /** Inserts text right behind a piece. */
  insertAfter(token: InlineToken, text: string): void {
    const colon = this.check.text[token.end] === ':' ? 1 : 0;
    const at = this.base + token.end + colon;
    this.edits.push({ start: at, end: at, text });
  }

  /** Makes `text` the only piece of its kind, invalid ones included, or takes all of them out. */
  setOnly(kind: InlineToken['kind'], text: string | undefined): void {
    const [first, ...rest] = this.tokens.filter(token => (token.meant?.kind ?? token.kind) === kind);
    const gone = text === undefined && first ? [first, ...rest] : rest;
    gone.forEach(token => this.remove(token));
    if (text !== undefined) {
      if (first) {
        this.replace(first, text);
      } else {
        this.append([text]);
      }
    }
  }
}
