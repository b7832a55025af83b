import assert from 'node:assert/strict';
import { attackOn } from '../support/security/attacks';
import { patternsIn } from '../support/security/patterns';

/** The only files that put a regular expression together, and always from constants of their own. */
const MADE = [
  'src/core/documents/inlineTask.ts',
  'src/core/evidence/commits/closingWords.ts',
  'src/core/formats/mentions.ts',
  'src/core/formats/native/references.ts',
  'src/core/plan/ids.ts',
  'src/core/plan/nextId.ts',
];

describe('regular expressions', () => {
  const { literals, made } = patternsIn('src', 'media/panel');

  it('are found in the sources', () => assert.ok(literals.length > 150, `${literals.length}`));

  it('are never made from text of a repository', () => {
    assert.deepEqual([...new Set(made.map(({ file }) => file))], MADE);
    const parts = made.flatMap(({ call }) => call.match(/\$\{[^}]*\}/g) ?? []);
    assert.deepEqual(
      parts.filter(part => !/^\$\{[A-Z_]+\}$/.test(part)),
      [],
    );
  });

  it('are searched for in linear time, whatever the text', function () {
    this.timeout(300_000);
    const places = new Map<string, string[]>();
    for (const { source, flags, place } of literals) {
      const key = `${flags}/${source}`;
      places.set(key, [...(places.get(key) ?? []), place]);
    }
    const attacked = [...places].flatMap(([key, where]) => {
      const slash = key.indexOf('/');
      const attack = attackOn(key.slice(slash + 1), key.slice(0, slash));
      return attack ? [`${where.join(' ')} ${key}: ${JSON.stringify(attack)}`] : [];
    });
    assert.deepEqual(attacked, []);
  });

  for (const [why, source] of [
    ['quadratic', '\\s+$'],
    ['quadratic in a pair', '"(?:[^"\\\\]|\\\\.)*"'],
    ['exponential', '^(?:a+)+$'],
  ] as const) {
    it(`of which one that is ${why} is noticed`, function () {
      assert.ok(attackOn(source, ''));
    });
  }
});
