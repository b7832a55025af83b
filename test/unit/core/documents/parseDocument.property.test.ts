import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlanDocument, Value } from '../../../../src/core/documents/document';
import { parseDocument } from '../../../../src/core/documents/parseDocument';
import { LineIndex } from '../../../../src/core/base/text';
import type { Range } from '../../../../src/core/base/text';

const PIECES = [
  '---\n', 'id: APP-1\n', 'title: a: b\n', 'labels: [a, @b]\n', 'list:\n', '  - x\n', '- ', '\t', '  ', '"', "'",
  '[', ']', '{', '}', '#', '&a', '*a', '!', '|', '>', '%', '@', '`', '```\n', '<!--', '-->', '- [ ] ', '- [x] a\n',
  '[/]', '## Tasks\n', '===\n', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n', '||||||| c\n', '\n', '\r\n', '\r', '\0',
  '\uFEFF', '\u00A0', '\uD800', ': ', '? ', '...\n', '\u2028',
]; // prettier-ignore

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map(pieces => `---\n${pieces.join('')}`),
);

function assertInside(document: PlanDocument, text: string): void {
  const lines = new LineIndex(text);
  const inside = ({ start, end }: Range) => {
    for (const { line, character } of [start, end]) {
      assert.ok(line >= 0 && line < lines.lineCount && character >= 0);
      assert.ok(lines.lineStart(line) + character <= text.length);
    }
    assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
  };
  const walk = (value: Value): void => {
    inside(value.range);
    if (value.kind === 'list') {
      value.items.forEach(walk);
    } else if (value.kind === 'map') {
      value.fields.forEach(field => walk(field.value));
    }
  };
  document.fields.forEach(field => (inside(field.range), walk(field.value)));
  document.problems.forEach(problem => inside(problem.range));
  document.headings.forEach(({ line }) => assert.ok(line < lines.lineCount));
  document.checks.forEach(({ line, mark, markAt, text: rest, textAt, parent, heading }, index) => {
    assert.ok(lines.line(line).startsWith(`[${mark}]`, markAt - 1));
    assert.equal(lines.line(line).slice(textAt), rest);
    assert.ok((parent ?? -1) < index && (heading ?? -1) < document.headings.length);
  });
}

describe('parseDocument', () => {
  it('reads any text, with every range inside it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('markdown', 'yaml'), (text, syntax) => {
        const document = parseDocument(text, syntax);
        assertInside(document, text);
        assert.deepEqual(structuredClone(document), document);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no other field to a broken one', () => {
    const broken = fc.constantFrom(
      'b: [x',
      'b: "x',
      "b: 'x",
      'b: {x',
      'b: |x y',
      'b: *none',
      'b: &',
      'b: "a" b',
      'b: %x',
    );
    fc.assert(
      fc.property(fc.nat(3), broken, (at, line) => {
        const lines = ['id: APP-1', 'title: T', 'status: Done'];
        lines.splice(at, 0, line);
        const { fields } = parseDocument(`---\n${lines.join('\n')}\n---\n`, 'markdown');
        assert.deepEqual(
          fields.filter(({ key }) => key !== 'b').map(({ value }) => value.kind === 'scalar' && value.text),
          ['APP-1', 'T', 'Done'],
        );
      }),
    );
  });

  it('survives deep nesting and long repetition', () => {
    for (const piece of ['[', '{', '- ', '> ', '* ', '"', '? ', 'a:\n', '- [ ] a\n', '<!--\n', '`']) {
      const text = piece.repeat(Math.floor(100_000 / piece.length));
      assertInside(parseDocument(text, 'markdown'), text);
      assert.ok(parseDocument(`---\na: ${text}\n---\n`, 'markdown').problems.length <= 101);
    }
    const deep = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(2 * depth)}- [ ] a`).join('\n');
    assertInside(parseDocument(deep, 'markdown'), deep);
  });
});
