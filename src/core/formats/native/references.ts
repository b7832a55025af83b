import { LineIndex, type Range } from '../../base/text';
import { parseDependency, withoutLag } from '../../plan/dependency';
import { ID_PATTERN } from '../../plan/ids';
import type { CheckLine, Field, PlanDocument, Value } from '../../documents/document';
import { plainKey } from '../../documents/plainKey';
import type { Reference, ReferenceKind } from '../references';
import { sections } from './checklist';
import { lexInline, type IdPrefixes, type InlineToken } from '../../documents/inlineTask';
import { withoutCode } from '../../documents/proseLine';

/** Whether an id, as it is written, stands for the item that is looked for. */
export type IsId = (id: string) => boolean;

/** Fields that name one item or a list of them, as {@link plainKey} gives their keys. */
const NAMING = new Set(['id', 'parent', 'milestone', 'tasks', 'milestones'].map(plainKey));
const DEPENDENCIES = plainKey('depends_on');
const DISMISSED = plainKey('dismissed');
const ITEM = plainKey('item');
const TITLE = plainKey('title');

const ID = new RegExp(ID_PATTERN, 'g');

/**
 * All places of a native plan file where the id of an item stands, in their order. Names of branches, entries of links
 * to commits, former ids, reasons, code and addresses are none: they tell what was, or are no ids.
 */
export function nativeReferences(
  text: string,
  document: PlanDocument,
  isId: IsId,
  prefixes: IdPrefixes,
): readonly Reference[] {
  const lines = new LineIndex(text);
  const found: Reference[] = [];
  const offset = ({ line, character }: Range['start']): number => lines.lineStart(line) + character;

  /** Adds the id where its text begins in a range; quotes may stand before it. */
  const add = (kind: ReferenceKind, id: string, start: number, end: number): void => {
    const at = text.slice(start, end).indexOf(id);
    if (at >= 0 && isId(id)) {
      found.push({ kind, start: start + at, end: start + at + id.length, id });
    }
  };

  const addMentions = (start: number, end: number, prose = text.slice(start, end)): void => {
    for (const { 0: id, index } of prose.matchAll(ID)) {
      const around = (prose[index - 1] ?? ' ') + (prose[index + id.length] ?? ' ');
      if (isId(id) && !/^[\w/.:#@-]|[\w-]$/.test(around)) {
        found.push({ kind: 'mention', start: start + index, end: start + index + id.length, id });
      }
    }
  };

  const addScalars = (value: Value, each: (text: string, start: number, end: number) => void): void => {
    if (value.kind === 'list') {
      value.items.forEach(item => addScalars(item, each));
    } else if (value.kind === 'scalar') {
      each(value.text, offset(value.range.start), offset(value.range.end));
    }
  };

  const addField = ({ key, value, range }: Field): void => {
    const plain = plainKey(key);
    if (plain === 'tasks' && value.kind === 'map') {
      // What an overlay adds to tasks, by their ids.
      for (const entry of value.fields) {
        const start = offset(entry.range.start);
        add('field', entry.key, start, start + entry.key.length + 1);
        (entry.value.kind === 'map' ? entry.value.fields : []).forEach(addField);
      }
    } else if (NAMING.has(plain)) {
      const kind = plain === 'id' ? 'definition' : 'field';
      addScalars(value, (id, start, end) => add(kind, id.trim(), start, end));
    } else if (plain === DEPENDENCIES) {
      addScalars(value, (entry, start, end) => add('field', dependencyId(entry), start, end));
    } else if (plain === DISMISSED) {
      for (const entry of value.kind === 'list' ? value.items : [value]) {
        (entry.kind === 'map' ? entry.fields : [])
          .filter(field => plainKey(field.key) === ITEM)
          .forEach(field => addScalars(field.value, (id, start, end) => add('field', id.trim(), start, end)));
      }
    } else if (plain === TITLE) {
      addMentions(offset(value.range.start), offset(range.end));
    }
  };

  const addLine = (check: CheckLine): void => {
    const from = lines.lineStart(check.line) + check.textAt;
    for (const token of lexInline(check.text, prefixes)) {
      addToken(token, from + token.start, from + token.end);
    }
  };

  const addToken = ({ kind, value }: InlineToken, start: number, end: number): void => {
    if (kind === 'id' || kind === 'reference') {
      add('line', value, start, end);
    } else if (kind === 'after') {
      let at = text.indexOf(value, start);
      for (const entry of value.split(',')) {
        add('dependency', dependencyId(entry), at, at + entry.length);
        at += entry.length + 1;
      }
    } else if (kind === 'title') {
      addMentions(start, end, withoutCode(text.slice(start, end)));
    }
  };

  document.fields.forEach(addField);
  const sectionOf = sections(document);
  const tasks = new Map(
    document.checks.filter(check => sectionOf(check) === 'tasks').map(check => [check.line, check]),
  );
  const body = Math.max(-1, ...document.fields.map(({ range }) => range.end.line)) + 1;
  let fence = '';
  for (let line = body; line < lines.lineCount; line++) {
    const own = lines.line(line);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(own)?.[1] ?? '';
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) {
      fence = fence === '' ? mark : '';
    } else if (fence === '') {
      const check = tasks.get(line);
      const start = lines.lineStart(line);
      if (check) {
        addLine(check);
      } else {
        addMentions(start, start + own.length, withoutCode(own));
      }
    }
  }
  return found;
}

/** What a dependency names; another plan's item (`pay:APP-4`) is not this plan's. */
function dependencyId(entry: string): string {
  return parseDependency(entry)?.id ?? withoutLag(entry);
}
