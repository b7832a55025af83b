import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/core/base/text';
import type { PlanDocument } from '../../../../../src/core/documents/document';
import { editList } from '../../../../../src/core/documents/edit/editList';
import type { ListEntry, ListManner } from '../../../../../src/core/documents/edit/editList';
import { fieldText, findField, textsOf } from '../../../../../src/core/documents/edit/fieldText';
import { removeField, setField } from '../../../../../src/core/documents/edit/setField';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';

const KEYS = ['id', 'title', 'status', 'labels', 'depends_on', 'commits'];
const MANNERS: ListManner[] = [
  { order: KEYS, style: 'plain', list: 'neighbours' },
  { order: KEYS, style: 'single', list: 'block' },
];

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'APP-1',
    '@ana',
    'null',
    'true',
    '1e12345',
    "it's",
    'a: b',
    'a #b',
    '- x',
    '',
    ' ',
    '[x]',
  ),
  fc.constantFrom(
    'ü 😀',
    '"q"',
    'a, b',
    '#x',
    'x:',
    '!no',
    '%',
    '`t`',
    '\ttab',
    'two\nlines',
    '\ud800',
    '\u2028',
  ),
  fc.string({ maxLength: 8 }),
);
const label = word.filter(text => text.trim() !== '');

/** Lines that may stand anywhere in a front matter: sound, quirky and broken ones. */
const quirk = fc.constantFrom(
  ['# a comment'],
  [''],
  ['owner: @ana # who'],
  ['note: a: b'],
  ['broken: [a, "b'],
  ['text: |', '  block text', '', '  more'],
  ['map: {a: 1, b: [2]}'],
  ['labels2: [ x , y ]', ''],
  ["quoted: 'it''s'"],
  ['stray'],
);
const listField = fc.constantFrom(
  ['labels: [a, @b, "c d"] # tail'],
  ['labels: []'],
  ['labels:'],
  ['labels: solo'],
  ['labels: ~ # none'],
  ['labels:', '  - a', '  # between', "  - 'b'  # why", '', '  - c d'],
  ['labels:', '- a', '-   @b', '- "c"'],
  ['labels: [', '  a, # first', '  b', ']'],
  [],
);
const scalarField = fc.constantFrom(
  ['status: Done'],
  ["status: 'To do'   # soon"],
  ['status: "x\\ty"'],
  ['status:'],
  ['status: >-', '  folded', '  text'],
  ['status: @me'],
  [],
);
const file = fc
  .record({
    bom: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
    before: fc.array(quirk, { maxLength: 3 }),
    list: listField,
    scalar: scalarField,
    after: fc.array(quirk, { maxLength: 3 }),
    body: fc.constantFrom('', '# Title', '- [ ] x'),
  })
  .map(({ bom, eol, before, list, scalar, after, body }) => {
    const lines = [
      '---',
      'id: APP-1',
      ...before.flat(),
      ...scalar,
      '# middle',
      ...list,
      ...after.flat(),
      '---',
      body,
    ];
    return (bom ? '\ufeff' : '') + lines.join(eol);
  });

const read = (text: string): PlanDocument => parseDocument(text, 'markdown');
const texts = (text: string, key: string) => textsOf(findField(read(text), key)?.value);

/** Every field but one, in a form that can be compared. */
function others(text: string, key: string): unknown {
  const plain = (value: PlanDocument['fields'][number]['value']): unknown =>
    value.kind === 'scalar'
      ? value.text
      : value.kind === 'list'
        ? value.items.map(plain)
        : value.fields.length;
  return read(text)
    .fields.filter(field => field.key !== key)
    .map(field => [field.key, plain(field.value)]);
}

/** Lines that the edit may not touch are still there, in their order. */
function assertLinesSurvive(before: string, after: string, own: RegExp): void {
  const kept = before.split('\n').filter(line => !own.test(line));
  const left = after.split('\n');
  let at = 0;
  for (const line of kept) {
    const found = left.indexOf(line, at);
    assert.notEqual(found, -1, `lost the line ${JSON.stringify(line)}`);
    at = found + 1;
  }
}

describe('edits of the front matter', function () {
  it('set one value and nothing else', () => {
    fc.assert(
      fc.property(file, label, fc.constantFrom(...MANNERS), (text, value, manner) => {
        const after = applyEdits(text, setField(fieldText(text, read(text)), 'status', value, manner));
        assert.deepEqual(texts(after, 'status'), [value]);
        assert.deepEqual(others(after, 'status'), others(text, 'status'));
        assertLinesSurvive(text, after, /^status:|^ {2}(?:folded|text)/);
      }),
      { numRuns: 400 },
    );
  });

  it('remove one field and nothing else', () => {
    fc.assert(
      fc.property(file, text => {
        const after = applyEdits(text, removeField(fieldText(text, read(text)), 'status'));
        assert.deepEqual(texts(after, 'status'), []);
        assert.deepEqual(others(after, 'status'), others(text, 'status'));
        assertLinesSurvive(text, after, /^status:|^ {2}(?:folded|text)/);
      }),
      { numRuns: 200 },
    );
  });

  it('take out and put in list entries and nothing else', () => {
    const keep = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
    const add = fc.array(fc.array(label, { maxLength: 2 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(file, keep, add, fc.constantFrom(...MANNERS), (text, kept, added, manner) => {
        const old = texts(text, 'labels');
        const wanted: ListEntry[] = old.flatMap((_, index): ListEntry[] => [
          ...(added[index] ?? []),
          ...(kept[index] ? [index] : []),
        ]);
        wanted.push(...(added[6] ?? []));
        const after = applyEdits(text, editList(fieldText(text, read(text)), 'labels', wanted, manner));
        assert.deepEqual(
          texts(after, 'labels'),
          wanted.map(entry => (typeof entry === 'number' ? old[entry] : entry)),
        );
        assert.deepEqual(others(after, 'labels'), others(text, 'labels'));
        assertLinesSurvive(text, after, /^labels:|^ *-|^ {2}[ab]\b|^\]/);
      }),
      { numRuns: 1000 },
    );
  });
});
