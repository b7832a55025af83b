import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../../src/core/plan/composeEdits';
import type { TextEdit } from '../../../../src/core/base/text';
import { applyEdits } from '../../../../src/core/base/text';

/** Up to four edits that do not overlap, made from a list of cut points. */
function editsOf(text: string, cuts: readonly number[], words: readonly string[]): readonly TextEdit[] {
  const points = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    edits.push({
      start: points[i] as number,
      end: points[i + 1] as number,
      text: words[i % words.length] ?? '',
    });
  }
  return edits;
}

describe('composeEdits', () => {
  it('keeps an untouched text untouched', () => {
    assert.deepEqual(composeEdits('abc', [[], []]), []);
  });

  it('joins an edit of an edit', () => {
    const first = [{ start: 1, end: 2, text: 'xyz' }];
    const second = [{ start: 2, end: 3, text: '' }];
    assert.deepEqual(composeEdits('abc', [first, second]), [{ start: 1, end: 2, text: 'xz' }]);
  });

  it('gives what the steps give one after the other', () => {
    const words = fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 4 });
    const cuts = fc.array(fc.nat(), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), cuts, cuts, words, (text, one, two, texts) => {
        const first = editsOf(text, one, texts);
        const between = applyEdits(text, first);
        const second = editsOf(between, two, texts);
        assert.equal(applyEdits(text, composeEdits(text, [first, second])), applyEdits(between, second));
      }),
    );
  });
});
