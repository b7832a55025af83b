import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlob } from '../../../../src/core/base/glob';

describe('glob', () => {
  for (const [pattern, matching, other] of [
    ['main', ['main'], ['main2', 'a/main', 'Main']],
    ['release/*', ['release/1', 'release/'], ['release/1/2', 'release', 'xrelease/1']],
    ['services/pay/**', ['services/pay/a', 'services/pay/a/b'], ['services/pay', 'services/payment/a']],
    ['**/*.md', ['a.md', 'x/a.md', 'x/y/a.md'], ['a.mdx', 'md']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']],
    ['**', ['', 'a/b'], []],
    ['v?.*', ['v1.2'], ['v.2', 'v/.2']],
    ['a.c+(x)', ['a.c+(x)'], ['abc+(x)']],
    ['?\u{1f600}*', ['x\u{1f600}'], ['\u{1f600}']],
  ] as const) {
    it(`matches ${pattern}`, () => {
      const matches = compileGlob(pattern);
      assert.deepEqual(matching.filter(matches), matching);
      assert.deepEqual(other.filter(matches), []);
    });
  }

  it('lets * cross slashes in texts that are no paths', () => {
    assert.ok(compileGlob('chore: *', true)('chore: a/b'));
  });

  it('agrees with a regular expression', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '?');
    const pattern = fc.array(piece, { maxLength: 6 }).map(parts => parts.join('').replace(/\*+/g, '*'));
    const text = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (glob, path) => {
        const expected = new RegExp(`^${glob.replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')}$`);
        assert.equal(compileGlob(glob)(path), expected.test(path));
      }),
      { numRuns: 300 },
    );
  });

  it('stays linear on hostile patterns', () => {
    assert.equal(compileGlob('*a'.repeat(30))(`${'a'.repeat(5000)}b`), false);
  });
});
