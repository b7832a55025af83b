import type { Problem } from '../plan/problem';
import type { LineIndex } from '../base/text';
import { positionAt } from '../base/text';
import type { Field, Unread, Value } from './document';
import { KEY_LINE } from './frontMatter';
import { plainKey } from './plainKey';
import { readYamlMap } from './yaml';
import { readPlainList, readScalar } from './yamlLine';
import { readNested } from './yamlNested';

/** What was read from the lines of a YAML map. */
export interface YamlFields {
  readonly fields: readonly Field[];
  readonly problems: readonly Problem[];
}

/** In code units; of a text in another script it is more in bytes. */
const MEGABYTE = 1024 * 1024;
/** Code units of an entry; longer ones are not read, but for texts and lists of texts. */
const LONGEST_ENTRY = MEGABYTE;
/** Code units that the YAML library is given per file; it needs about 4 µs for each at worst. */
const LIBRARY_BUDGET = 2 * LONGEST_ENTRY;
/** The fixed cost of one call of the YAML library, as code units of that budget. */
const LIBRARY_CALL = 2_000;
/** A file with more broken fields than this is no plan file; nobody reads on. */
const MAX_PROBLEMS = 100;

/**
 * Reads the lines `first` ≤ n < `end` as a YAML map, one top-level field at a time, so that a broken
 * field costs only itself. The usual spellings are read here (and with them `assignee: @ana`,
 * `title: a: b`), all others by the YAML library; what neither understands is kept as raw text, and
 * told. So is an entry of more than 1 MB, whose text is not kept.
 */
export function readYamlFields(text: string, lines: LineIndex, first: number, end: number): YamlFields {
  return new Reader(text, lines).read(first, end);
}

class Reader {
  private readonly fields: Field[] = [];
  private readonly problems: Problem[] = [];
  /** Of the problems that are not listed the first, with the severity of the worst, and how many there are. */
  private more?: Pick<Problem, 'range' | 'severity'>;
  private unlisted = 0;
  private budget = LIBRARY_BUDGET;

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
  ) {}

  read(first: number, end: number): YamlFields {
    let strayFrom: number | undefined;
    for (let line = first; line < end;) {
      const key = KEY_LINE.exec(this.line(line));
      if (key) {
        const next = this.entryEnd(line + 1, end);
        this.entry(line, next, key[1] ?? '', key[0].length);
        line = next;
        continue;
      }
      if (/\S/.test(this.line(line)) && !/^\s*(?:#|---|\.\.\.|%)/.test(this.line(line))) {
        strayFrom ??= line;
      }
      line++;
    }
    if (strayFrom !== undefined) {
      this.stray(first, end, strayFrom);
    }
    this.duplicates();
    if (this.more) {
      this.problems.push({ ...this.more, message: { code: 'more-problems', args: [this.unlisted] } });
    }
    return { fields: this.fields, problems: this.problems };
  }

  /** Everything up to the next line at column 0 that is no list entry and no closing bracket. */
  private entryEnd(from: number, end: number): number {
    let line = from;
    let last = from;
    for (; line < end; line++) {
      const content = this.line(line);
      if (/^(?:[ \t]+[^\s#]|-(?:[ \t]|$)|[\]}])/.test(content)) {
        last = line + 1;
      } else if (/^\S/.test(content) && !content.startsWith('#')) {
        break;
      }
    }
    return last;
  }

  /** Lines without a key: a map in braces, or indented, is given to the library, anything else is a problem. */
  private stray(first: number, end: number, strayLine: number): void {
    let message: Unread = { code: 'yaml', args: ['a line without a key'] };
    if (this.fields.length === 0 && !/^\s*-(?:\s|$)/.test(this.line(strayLine))) {
      const result = this.library(first, end, '{…}');
      if (result.ok) {
        result.fields.forEach(field => this.fields.push(field));
        return;
      }
      message = result.unread.code === 'yaml' ? message : result.unread;
    }
    this.unread(strayLine, strayLine + 1, message);
  }

  private entry(line: number, end: number, rawKey: string, valueAt: number): void {
    const key = rawKey.replace(/^(["'])(.*)\1$/, '$2').trimEnd();
    const value = this.simpleValue(line, end, valueAt) ?? this.nestedValue(line, end, valueAt);
    if (value) {
      this.push(key, line, value);
      return;
    }
    const result = this.library(line, end, key);
    if (result.ok) {
      result.fields.forEach(field => this.fields.push(field));
      return;
    }
    const { unread } = result;
    if (unread.code !== 'yaml') {
      this.push(key, line, { ...this.raw(line, end, valueAt), text: '' }, unread);
    } else {
      const isHarmless = this.isHarmless(line, end, valueAt);
      this.push(key, line, this.rawValue(line, end, valueAt), isHarmless ? undefined : unread);
      if (isHarmless) {
        return;
      }
    }
    this.unread(line, end, unread);
  }

  private nestedValue(line: number, end: number, valueAt: number): Value | undefined {
    return this.lengthOf(line, end) > LONGEST_ENTRY
      ? undefined
      : readNested(number => this.line(number), { line, character: valueAt }, end);
  }

  private duplicates(): void {
    const seen = new Set<string>();
    for (const { key, range } of this.fields) {
      if (seen.has(plainKey(key))) {
        this.report({ severity: 'warning', range, message: { code: 'duplicate-field', args: [key] } });
      }
      seen.add(plainKey(key));
    }
  }

  private push(key: string, line: number, value: Value, unread?: Unread): void {
    const range = { start: positionAt(line, 0), end: value.range.end };
    this.fields.push({ key, value, range, ...(unread && { unread }) });
  }

  /** A scalar or a list of scalars in its usual spelling. */
  private simpleValue(line: number, end: number, valueAt: number): Value | undefined {
    const head = this.line(line);
    const scalar = readScalar(head, valueAt);
    if (end === line + 1) {
      const list = scalar ? undefined : readPlainList(head, valueAt);
      const items = list?.map(item => this.scalar(line, item));
      if (items) {
        const start = head.indexOf('[', valueAt);
        return { kind: 'list', items, range: this.rangeOf(line, start, head.indexOf(']', start) + 1) };
      }
      return scalar && this.scalar(line, scalar);
    }
    return scalar && scalar.start === scalar.end ? this.blockList(line + 1, end) : undefined;
  }

  private blockList(first: number, end: number): Value | undefined {
    const items: Value[] = [];
    let indent: number | undefined;
    for (let line = first; line < end; line++) {
      const content = this.line(line);
      const dash = /^([ \t]*)-(?=[ \t]|$)/.exec(content);
      if (!dash) {
        if (/^\s*(?:#|$)/.test(content)) {
          continue;
        }
        return undefined;
      }
      indent ??= dash[0].length;
      const item = readScalar(content, dash[0].length);
      // `- name: Done` is a map; `- see: this` inside a plain list cannot be told from one.
      const isMap = item && !/^['"]/.test(content.slice(item.start)) && /:(?:[ \t]|$)/.test(item.text);
      if (!item || isMap || dash[0].length !== indent) {
        return undefined;
      }
      items.push(this.scalar(line, item));
    }
    return this.listOf(items);
  }

  /** From the first dash to the end of the last entry. */
  private listOf(items: readonly Value[]): Value | undefined {
    const [first, end] = [items[0]?.range.start, items.at(-1)?.range.end];
    if (!first || !end) {
      return undefined;
    }
    const character = this.line(first.line).indexOf('-');
    return { kind: 'list', items, range: { start: { line: first.line, character }, end } };
  }

  private library(
    line: number,
    end: number,
    key: string,
  ):
    | { readonly ok: true; readonly fields: readonly Field[] }
    | { readonly ok: false; readonly unread: Unread } {
    const length = this.lengthOf(line, end);
    const limit = Math.max(0, Math.min(LONGEST_ENTRY, this.budget - LIBRARY_CALL));
    if (length > limit) {
      const args: [string, number, number] = [key, tenths(Math.ceil, length), tenths(Math.floor, limit)];
      return { ok: false, unread: { code: 'entry-too-long', args } };
    }
    this.budget -= LIBRARY_CALL + length;
    const start = this.lines.lineStart(line);
    const result = readYamlMap(this.text, start, start + length, this.lines);
    if (result.ok) {
      return result;
    }
    const { detail } = result;
    const unread: Unread =
      typeof detail === 'number'
        ? { code: 'entry-too-deep', args: [key, detail] }
        : { code: 'yaml', args: [detail] };
    return { ok: false, unread };
  }

  private lengthOf(line: number, end: number): number {
    return this.lines.lineEnd(end - 1) - this.lines.lineStart(line);
  }

  /** The text after the colon as it stands; entries of a `- ` list each for itself. */
  private rawValue(line: number, end: number, valueAt: number): Value {
    const items: Value[] = [];
    for (let at = line + 1; at < end; at++) {
      const dash = /^[ \t]*-(?=[ \t]|$)/.exec(this.line(at));
      if (dash) {
        items.push(this.raw(at, at + 1, dash[0].length));
      }
    }
    const own = this.raw(line, end, valueAt);
    return (own.text.startsWith('-') && this.listOf(items)) || own;
  }

  private raw(line: number, end: number, from: number): Value & { kind: 'scalar' } {
    const start = this.lines.lineStart(line) + from;
    const source = this.text.slice(start, this.lines.lineEnd(end - 1));
    const text = source.trim();
    const at = start + source.length - source.trimStart().length;
    const range = this.lines.range(Math.min(at, start + source.length), Math.max(at, at + text.length));
    return { kind: 'scalar', text, range };
  }

  /** `title: [WIP] Sign in` is no list and no mistake in the eyes of who wrote it. */
  private isHarmless(line: number, end: number, valueAt: number): boolean {
    return end === line + 1 && /^[ \t]*\[[^\]]*\][ \t]*[^\s,\]]/.test(this.line(line).slice(valueAt));
  }

  private scalar(line: number, found: { text: string; start: number; end: number }): Value {
    return { kind: 'scalar', text: found.text, range: this.rangeOf(line, found.start, found.end) };
  }

  private rangeOf(line: number, start: number, end: number) {
    return { start: positionAt(line, start), end: positionAt(line, end) };
  }

  private unread(line: number, end: number, message: Unread): void {
    const range = this.lines.range(this.lines.lineStart(line), this.lines.lineEnd(end - 1));
    this.report({ severity: message.code === 'yaml' ? 'warning' : 'error', range, message });
  }

  private report(problem: Problem): void {
    if (this.problems.length < MAX_PROBLEMS) {
      this.problems.push(problem);
      return;
    }
    const { severity, range } = problem;
    this.unlisted++;
    this.more = {
      range: this.more?.range ?? range,
      severity: severity === 'error' ? severity : (this.more?.severity ?? severity),
    };
  }

  /** Not `lines.line`: the text read here may have its conflicts blanked. */
  private line(line: number): string {
    return this.text.slice(this.lines.lineStart(line), this.lines.lineEnd(line));
  }
}

/** Tenths of a megabyte. */
function tenths(round: (value: number) => number, length: number): number {
  return round((length * 10) / MEGABYTE) / 10;
}
