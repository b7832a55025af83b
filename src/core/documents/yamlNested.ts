import type { Position } from '../base/text';
import { positionAt } from '../base/text';
import type { Field, Value } from './document';
import { MAX_DEPTH } from './yaml';
import { plainText, readQuoted, readScalar, skipBlanks, trimmedEnd } from './yamlLine';

/** A key in its usual spelling: quoted without escapes, or plain. */
const KEY = /("[^"\\]*"|'[^']*'|[^\s\-?:,[\]{}#&*!|>'"%@`][^:,[\]{}#'"]*(?<![ \t])):(?=[ \t]|$)/y;

/**
 * Reads lists and maps in each other, as block or in brackets, where they are in their usual spelling: what long
 * entries consist of. It takes a hundredth of the YAML library's time, and reads the same.
 * @param lineOf a line of the text without its ending
 * @param from behind the colon of the entry's key
 * @param end the line behind the entry
 * @returns undefined for what needs the library: values over several lines, escapes, anchors, tags
 */
export function readNested(lineOf: (line: number) => string, from: Position, end: number): Value | undefined {
  return new NestedReader(lineOf, end).read(from);
}

class NestedReader {
  /** The line that is read next, none of those that are blank or a comment. */
  private number = 0;
  private text = '';
  /** How far it is indented; not a number where that cannot be told, and after the last line. */
  private indent = NaN;
  /** Where in that line; only within brackets. */
  private at = 0;

  constructor(
    private readonly lineOf: (line: number) => string,
    private readonly end: number,
  ) {}

  read({ line, character }: Position): Value | undefined {
    this.number = line;
    this.text = this.lineOf(line);
    const value = this.text.includes('\r') ? undefined : this.value(character, 0, true, 1);
    return this.number >= this.end ? value : undefined;
  }

  private advance(): void {
    do {
      this.text = ++this.number < this.end ? this.lineOf(this.number) : '';
      this.indent = this.text.search(/[^ ]/);
    } while (this.number < this.end && (this.indent < 0 || this.text[this.indent] === '#'));
    if (this.number >= this.end || this.text[this.indent] === '\t' || this.text.includes('\r')) {
      this.indent = NaN;
    }
  }

  /** What stands behind a key or a dash whose own column is `above`. */
  private value(from: number, above: number, ofKey: boolean, depth: number): Value | undefined {
    const start = skipBlanks(this.text, from);
    const first = this.text[start];
    if (depth > MAX_DEPTH) {
      return undefined;
    }
    if (first === undefined || (first === '#' && start > from)) {
      const at = this.position(start);
      this.advance();
      const { indent } = this;
      if (indent > above || (ofKey && indent === above && this.isDash(indent))) {
        return this.isDash(indent) ? this.list(depth) : this.map(indent, depth);
      }
      return { kind: 'scalar', text: '', range: { start: at, end: at } };
    }
    // What is further in then goes on with a value of several lines, and is left over.
    return first === '[' || first === '{' ? this.flow(start, above, depth) : this.scalar(from);
  }

  private isDash(at: number): boolean {
    return this.text[at] === '-' && /^[ \t]?$/.test(this.text[at + 1] ?? '');
  }

  private list(depth: number): Value | undefined {
    const { indent } = this;
    const start = this.position(indent);
    const items: Value[] = [];
    while (this.indent === indent && this.isDash(indent)) {
      const at = skipBlanks(this.text, indent + 1);
      const item = this.keyAt(at)
        ? this.map(at, depth + 1)
        : this.isDash(at)
          ? undefined
          : this.value(indent + 1, indent, false, depth + 1);
      if (!item) {
        return undefined;
      }
      items.push(item);
    }
    return { kind: 'list', items, range: { start, end: items.at(-1)?.range.end ?? start } };
  }

  /** The keys that stand in column `column`; the first of them may stand behind a dash. */
  private map(column: number, depth: number): Value | undefined {
    const start = this.position(column);
    const fields: Field[] = [];
    do {
      const source = this.keyAt(column);
      const from = this.position(column);
      const value =
        source === undefined ? undefined : this.value(column + source.length + 1, column, true, depth + 1);
      if (!value || source === undefined) {
        return undefined;
      }
      fields.push({ key: unquoted(source), value, range: { start: from, end: value.range.end } });
    } while (this.indent === column && this.keyAt(column));
    return { kind: 'map', fields, range: { start, end: fields.at(-1)?.range.end ?? start } };
  }

  /** The source of the key that begins at a column of the line. */
  private keyAt(column: number): string | undefined {
    KEY.lastIndex = column;
    return KEY.exec(this.text)?.[1];
  }

  private scalar(from: number): Value | undefined {
    const found = readScalar(this.text, from);
    // It may be a key in another spelling.
    if (!found || (!isQuoted(this.text[found.start]) && /:(?:[ \t]|$)/.test(found.text))) {
      return undefined;
    }
    const range = { start: this.position(found.start), end: this.position(found.end) };
    this.advance();
    return { kind: 'scalar', text: found.text, range };
  }

  /** A list or a map in brackets, with nothing but a comment behind it. */
  private flow(start: number, above: number, depth: number): Value | undefined {
    this.at = start;
    const value = this.flowValue(above, depth);
    if (!value || !/^(?:[ \t]+#|[ \t]*$)/.test(this.text.slice(this.at))) {
      return undefined;
    }
    this.advance();
    return value;
  }

  private flowValue(above: number, depth: number): Value | undefined {
    const first = this.text[this.at];
    if (first !== '[' && first !== '{') {
      const scalar = this.flowScalar();
      return scalar && !isQuoted(first) ? { ...scalar, text: plainText(scalar.text) } : scalar;
    }
    const start = this.position(this.at++);
    const close = first === '[' ? ']' : '}';
    const items: Value[] = [];
    const fields: Field[] = [];
    while (this.isInside(above) && depth <= MAX_DEPTH) {
      if (this.text[this.at] === close) {
        const range = { start, end: this.position(++this.at) };
        return first === '[' ? { kind: 'list', items, range } : { kind: 'map', fields, range };
      }
      const key = first === '{' ? this.flowKey(above) : undefined;
      const value = first === '[' || key ? this.flowValue(above, depth + 1) : undefined;
      if (!value || !this.isInside(above) || !`,${close}`.includes(this.text[this.at] ?? ' ')) {
        return undefined;
      }
      items.push(value);
      if (key) {
        const range = { start: key.range.start, end: value.range.end };
        fields.push({ key: key.text, value, range });
      }
      this.at += this.text[this.at] === ',' ? 1 : 0;
    }
    return undefined;
  }

  /** Goes to the next character that is no white space and no comment; false where brackets end without being closed. */
  private isInside(above: number): boolean {
    for (;;) {
      const at = skipBlanks(this.text, this.at);
      const char = this.text[at];
      this.at = at;
      if (char !== undefined && (char !== '#' || (at > 0 && !/[ \t]/.test(this.text[at - 1] ?? '')))) {
        return true;
      }
      this.advance();
      this.at = this.indent;
      if (!(this.indent > above || ']}'.includes(this.text[this.indent] ?? ' '))) {
        return false;
      }
    }
  }

  private flowKey(above: number): (Value & { kind: 'scalar' }) | undefined {
    const key = this.flowScalar();
    const behind = this.text.slice(this.at, this.at + 2);
    if (!key || !/^:[ \t]?$/.test(behind)) {
      return undefined;
    }
    this.at++;
    return this.isInside(above) ? key : undefined;
  }

  private flowScalar(): (Value & { kind: 'scalar' }) | undefined {
    const { text, at } = this;
    const first = text[at] ?? '';
    let end = at;
    let value: string;
    if (isQuoted(first)) {
      const quoted = readQuoted(text, at, first);
      if (!quoted) {
        return undefined;
      }
      ({ end, text: value } = quoted);
      this.at = end;
    } else {
      if (/[\]},&*!|>%#]/.test(first) || /^[-?:](?:[\s,[\]{}]|$)/.test(text.slice(at, at + 2))) {
        return undefined;
      }
      PLAIN_END.lastIndex = at;
      this.at = PLAIN_END.exec(text)?.index ?? text.length;
      end = trimmedEnd(text, at, this.at);
      value = text.slice(at, end);
    }
    const range = { start: this.position(at), end: this.position(end) };
    return { kind: 'scalar', text: value, range };
  }

  private position(character: number): Position {
    return positionAt(this.number, character);
  }
}

/** What ends a plain value in brackets, beside the end of its line. */
const PLAIN_END = /[,[\]{}]|:(?=[\s,[\]{}]|$)|[ \t]#/g;

function isQuoted(first: string | undefined): first is "'" | '"' {
  return first === "'" || first === '"';
}

function unquoted(key: string): string {
  return isQuoted(key[0]) ? key.slice(1, -1) : key;
}
