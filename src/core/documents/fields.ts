import { addDays, daysBetween, expectedDay, parseIsoDate } from '../base/dates';
import type { FieldItem, Values } from '../plan/fields/fields';
import { valuesBy } from '../plan/fields/valueFields';
import type { ValueKind, WorkingTime } from '../plan/fields/valueKinds';
import { dateProblem } from '../plan/noDate';
import type { Problem } from '../plan/problem';
import type { Named } from '../plan/drafts';
import type { DateSpan } from '../plan/settings';
import type { Range } from '../base/text';
import type { Field, Value } from './document';
import { plainKey } from './plainKey';

/**
 * Reads typed values out of fields. A key is found in every spelling (`depends_on`, `depends-on`,
 * `dependsOn`), where it stands twice the first counts. What cannot be read is reported as `bad-value`
 * with its range, and is then as good as missing. Empty values are missing.
 */
export class FieldReader {
  private readonly byKey = new Map<string, Field>();

  constructor(
    fields: readonly Field[],
    readonly report: (problem: Problem) => void,
  ) {
    for (const field of fields) {
      const key = plainKey(field.key);
      if (!this.byKey.has(key)) {
        this.byKey.set(key, field);
      }
    }
  }

  field(key: string): Field | undefined {
    return this.byKey.get(plainKey(key));
  }

  /** A scalar with its place; a list or a map is a bad value, which says what was `expected`. */
  named(key: string, expected = 'text'): Named | undefined {
    const value = this.field(key)?.value;
    if (value && value.kind !== 'scalar') {
      this.bad(key, value.kind === 'list' ? '[…]' : '{…}', expected, value.range);
      return undefined;
    }
    const text = value?.text.trim();
    return value && text ? { text, range: value.range } : undefined;
  }

  text(key: string): string | undefined {
    return this.named(key)?.text;
  }

  /** A list of scalars; a scalar counts as a list of one. */
  list(key: string): readonly Named[] {
    return this.items(key).flatMap(value => {
      if (value.kind !== 'scalar') {
        this.bad(key, '', 'text', value.range);
        return [];
      }
      const text = value.text.trim();
      return text === '' ? [] : [{ text, range: value.range }];
    });
  }

  texts(key: string): readonly string[] {
    return this.list(key).map(({ text }) => text);
  }

  /** The entries of a list, whatever they are; anything else counts as a list of one. */
  items(key: string): readonly Value[] {
    const value = this.field(key)?.value;
    return value?.kind === 'list' ? value.items : value ? [value] : [];
  }

  /** The fields of a map; none for anything else, which is a bad value unless it is empty. */
  map(key: string): readonly Field[] {
    const value = this.field(key)?.value;
    if (value && value.kind !== 'map' && !(value.kind === 'scalar' && value.text === '')) {
      this.bad(key, value.kind === 'scalar' ? value.text : '', 'key: value', value.range);
    }
    return value?.kind === 'map' ? this.once(value.fields) : [];
  }

  /** Reads the fields of a map within these fields; none for anything else. */
  entry(value: Value): FieldReader {
    return new FieldReader(value.kind === 'map' ? this.once(value.fields) : [], this.report);
  }

  /** Reports each key that stands there again; those of a file are reported where it is parsed. */
  private once(fields: readonly Field[]): readonly Field[] {
    const seen = new Set<string>();
    for (const { key, range } of fields) {
      if (seen.has(plainKey(key))) {
        this.report({ severity: 'warning', range, message: { code: 'duplicate-field', args: [key] } });
      }
      seen.add(plainKey(key));
    }
    return fields;
  }

  /**
   * Days, one a piece: `2026-12-25`, or `2026-12-28..2026-12-31` with both ends.
   * @param most calendar days that one of them may last
   */
  dateSpans(key: string, most = Infinity): readonly DateSpan[] {
    return this.list(key).flatMap(({ text, range }) => {
      const [first = '', last = first, ...more] = text.split('..');
      const [from, to] = [parseIsoDate(first), parseIsoDate(last)];
      if (from === undefined || to === undefined || to < from || more.length > 0) {
        const beyond = [first, last].filter(day => parseIsoDate(day) === undefined).map(expectedDay);
        this.bad(key, text, beyond.find(day => day.includes('..')) ?? 'YYYY-MM-DD..YYYY-MM-DD', range);
        return [];
      }
      if (daysBetween(from, to) > most) {
        this.bad(key, text, `${from}..${addDays(from, most)}`, range);
        return [];
      }
      return [{ from, to }];
    });
  }

  /** A value of a kind; what stands for none is reported as such. */
  value<V>(key: string, kind: ValueKind<V>, time: WorkingTime): V | undefined {
    const named = this.named(key, kind.expected(''));
    const value = named && kind.parse(named.text, time);
    if (named && value === undefined) {
      const none = kind.isNone?.(named.text) ? dateProblem(key, named) : undefined;
      if (none) {
        this.report(none);
      } else {
        this.bad(key, named.text, kind.expected(named.text), named.range);
      }
    }
    return value;
  }

  /** The values of an item's fields. */
  values<I extends FieldItem>(item: I, time: WorkingTime): Values<I> {
    return valuesBy(item, ({ name, kind }) => this.value(name, kind, time));
  }

  /** A number from `min` to `max`. */
  number(key: string, min: number, max: number): number | undefined {
    return this.parsed(key, `${min}–${max}`, text => {
      const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
      return number !== undefined && number >= min && number <= max ? number : undefined;
    });
  }

  /**
   * A share 0–1, written `80%` or `0.8`.
   * @param least of the shares that make sense: a smaller one is a problem, and counts as 0
   */
  share(key: string, least = 0): number | undefined {
    const expected = `${least * 100}%–100%`;
    const named = this.named(key, expected);
    const share = named && parseShare(named.text);
    if (named && (share === undefined || share < least)) {
      this.bad(key, named.text, expected, named.range);
    }
    return share !== undefined && share < least ? 0 : share;
  }

  /** One of a few words, compared without case. */
  oneOf<T extends string>(key: string, words: readonly T[]): T | undefined {
    return this.parsed(key, words.join(', '), text => words.find(word => word === text.toLowerCase()));
  }

  /** @param expected what it has to be, or what a text would have to be that is not */
  parsed<T>(
    key: string,
    expected: string | ((text: string) => string),
    parse: (text: string) => T | undefined,
  ): T | undefined {
    const said = (text: string): string => (typeof expected === 'string' ? expected : expected(text));
    const named = this.named(key, said(''));
    const value = named && parse(named.text);
    if (named && value === undefined) {
      this.bad(key, named.text, said(named.text), named.range);
    }
    return value;
  }

  bad(key: string, value: string, expected: string, range: Range): void {
    this.report({
      severity: 'warning',
      range,
      message: { code: 'bad-value', args: [key, value, expected] },
    });
  }
}

function parseShare(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,9})?)\s*(%?)$/.exec(text);
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : undefined;
  return share !== undefined && share <= 1 ? share : undefined;
}
