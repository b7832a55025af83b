import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Value } from '../../../../src/core/documents/document';
import { readYamlMap } from '../../../../src/core/documents/yaml';
import { readYamlFields } from '../../../../src/core/documents/yamlFields';
import { LineIndex } from '../../../../src/core/base/text';

const scalar = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9@./~+-][a-zA-Z0-9 @.,/~+'"-]{0,8}$/),
  fc.stringMatching(/^'[a-z #:,@-]{0,6}'$/),
  fc.stringMatching(/^"[a-z #:,@-]{0,6}"$/),
  fc.constantFrom('', 'null', '1e12345', 'a#b', 'a # b', '2026-01-02', "'it''s'", '[a, b]', '[]', '[a , @b]'),
);
/** Lists and maps in each other, by the lines of a block, each below its key or its dash. */
const nested: fc.Arbitrary<string[]> = fc.letrec<{ value: string[] }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .oneof(
        scalar,
        fc.constantFrom(
          '{a: b, c: [d, {e: f}]}',
          "[{a: 'x, y'}, b # c\n ]",
          '{a: "x",\n c: d}',
          '@ana',
          '[~, null, a]',
        ),
        fc.constantFrom('', ' # c', '  '),
        fc.constantFrom('a: b', '"a": b', '{a: b', '[a', "'a", '>-\n text', '&a b', '{~: [a]}', '[a]: b'),
      )
      .map(text => ` ${text}`.split('\n')),
    fc
      .array(tie('value'), { minLength: 1, maxLength: 3 })
      .map(items => ['', ...items.flatMap(([first = '', ...rest]) => [`-${first}`, ...indented(rest)])]),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b c', "'q'", '__proto__', '# c\nd'), tie('value')), {
        minLength: 1,
        maxLength: 3,
      })
      .map(pairs => [
        '',
        ...pairs.flatMap(([key, [first = '', ...rest]]) => [`${key}:${first}`, ...indented(rest)]),
      ]),
  ),
})).value;
const indented = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`);
/** The first key of a map stands behind its dash as often as not. */
const compact = fc
  .tuple(nested, fc.boolean())
  .map(([lines, joined]) =>
    joined ? lines.join('\n').replace(/-\n( *)  (?=[^ -])/g, '- ') : lines.join('\n'),
  );
const entry = fc.oneof(
  compact.map(lines => `KEY:${lines}`.split('\n')),
  scalar.map(value => [`KEY: ${value}`]),
  fc
    .array(scalar, { minLength: 1, maxLength: 3 })
    .map(items => ['KEY:', ...items.map(item => `  - ${item}`)]),
);

function strip(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.text;
    case 'list':
      return value.items.map(strip);
    default:
      return value.fields.map(field => [field.key, strip(field.value)]);
  }
}

describe('the usual spellings', () => {
  it('are read as the YAML library reads them, wherever it reads them', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), entries => {
        const text = entries
          .flatMap((lines, index) => lines.map(line => line.replace('KEY', `k${index}`)))
          .join('\n');
        const lines = new LineIndex(text);
        const expected = readYamlMap(text, 0, text.length, lines);
        if (expected.ok) {
          const { fields } = readYamlFields(text, lines, 0, lines.lineCount);
          assert.deepEqual(
            fields.map(({ key, value }) => [key, strip(value), value.range]),
            expected.fields.map(({ key, value }) => [key, strip(value), value.range]),
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});
