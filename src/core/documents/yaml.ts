import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Parser } from 'yaml';
import type { Document } from 'yaml';
import type { LineIndex } from '../base/text';
import type { Field, Value } from './document';
import { plainText } from './yamlLine';

/**
 * What the YAML library made of a text: the fields of its top-level map, or why there is none: what the library said,
 * or the levels beyond which it is not asked.
 */
export type YamlResult =
  | { readonly ok: true; readonly fields: readonly Field[] }
  | { readonly ok: false; readonly detail: string | number };

/** Deeper values are kept as source text: nothing in a plan nests this far. */
export const MAX_DEPTH = 16;
const OPTIONS = {
  schema: 'failsafe',
  strict: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Of what the library says, in code units. */
const LONGEST_DETAIL = 200;
/** The library recurses into brackets; beyond this it is not asked, so that its stack holds. */
const MAX_BRACKETS = 200;

/**
 * Reads `text` from `start` to `end` as a YAML map. Scalars keep their text (no numbers, no dates, no
 * `__proto__`), aliases are not followed. An unquoted value that starts with `@` or a backtick is
 * accepted: people write `assignee: @ana`.
 */
export function readYamlMap(text: string, start: number, end: number, lines: LineIndex): YamlResult {
  const source = text.slice(start, end);
  if (tooDeep(source)) {
    return { ok: false, detail: MAX_BRACKETS };
  }
  const document = withoutStacks(() => compose(source));
  if (typeof document === 'string') {
    return { ok: false, detail: document };
  }
  const error = document.errors.find(
    ({ code, pos }) => code !== 'BAD_SCALAR_START' || source[pos[0]] === '%',
  );
  if (error) {
    // It may hold all that the text holds.
    return { ok: false, detail: error.message.slice(0, LONGEST_DETAIL) };
  }
  const contents: unknown = document.contents;
  if (contents === null || (isScalar(contents) && plainText(String(contents.value ?? '')) === '')) {
    return { ok: true, fields: [] };
  }
  return isMap(contents)
    ? { ok: true, fields: new Walker(source, start, lines).fields(contents.items, 0) }
    : { ok: false, detail: 'not a map of keys and values' };
}

/** Whether brackets or `- - - -` nest so deeply that the library would run out of stack. */
function tooDeep(source: string): boolean {
  let depth = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]|(?:[-?:] ){100}/g)) {
    if (bracket.length > 1) {
      return true;
    }
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > MAX_BRACKETS) {
      return true;
    }
    depth = Math.max(depth, 0);
  }
  return false;
}

/** The library's document, as its own `parseDocument` makes it; or what is wrong with the first token that is none. */
function compose(source: string): Document | string {
  const composer = new Composer(OPTIONS);
  const documents: Document[] = [];
  for (const token of new Parser().parse(source)) {
    if (token.type === 'error') {
      return token.message;
    }
    documents.push(...composer.next(token));
  }
  documents.push(...composer.end(true, source.length));
  return documents[0] ?? '';
}

/** The library makes an error of every character that it cannot read: the stacks of these take most of its time. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Turns the library's nodes into plain values with ranges in the whole file. */
class Walker {
  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly lines: LineIndex,
  ) {}

  fields(pairs: readonly unknown[], depth: number): Field[] {
    const fields: Field[] = [];
    for (const pair of pairs) {
      if (isPair(pair)) {
        const key = spanOf(pair.key) ?? spanOf(pair.value) ?? { start: 0, end: 0 };
        const value = this.value(pair.value, depth + 1, key.end);
        const end = Math.max(key.end, spanOf(pair.value) ? this.endOf(pair.value) : 0);
        fields.push({
          key: isScalar(pair.key) ? String(pair.key.value) : this.source.slice(key.start, key.end),
          value,
          range: this.range({ start: key.start, end }),
        });
      }
    }
    return fields;
  }

  private value(node: unknown, depth: number, fallback: number): Value {
    const start = spanOf(node)?.start ?? fallback;
    const span = { start, end: Math.max(start, spanOf(node) ? this.endOf(node) : start) };
    const range = this.range(span);
    if (depth <= MAX_DEPTH && isMap(node)) {
      return { kind: 'map', fields: this.fields(node.items, depth), range };
    }
    if (depth <= MAX_DEPTH && isSeq(node)) {
      return { kind: 'list', items: node.items.map(item => this.value(item, depth + 1, start)), range };
    }
    return { kind: 'scalar', text: this.textOf(node, span), range };
  }

  private textOf(node: unknown, span: Span): string {
    if (!isScalar(node)) {
      return isAlias(node) || isMap(node) || isSeq(node) ? this.source.slice(span.start, span.end) : '';
    }
    const text = String(node.value ?? '');
    return node.type === 'PLAIN' ? plainText(text) : text;
  }

  /** Block collections end with their last entry, not with the comments and blank lines after it. */
  private endOf(node: unknown): number {
    if ((isMap(node) || isSeq(node)) && !node.flow) {
      const last: unknown = node.items.at(-1);
      const inner = isPair(last) ? (spanOf(last.value) ? last.value : last.key) : last;
      if (spanOf(inner)) {
        return this.endOf(inner);
      }
    }
    const span = spanOf(node) ?? { start: 0, end: 0 };
    return span.start + this.source.slice(span.start, span.end).trimEnd().length;
  }

  private range(span: Span) {
    return this.lines.range(this.base + span.start, this.base + span.end);
  }
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range ? { start: range[0] ?? 0, end: range[1] ?? 0 } : undefined;
}
