import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { productTexts, readDeclarations } from '../support/source/declarations';

const ROOT = resolve(import.meta.dirname, '../..');

/** Files that stand for packages in the bundles (`alias` of the build): packages use what they export. */
function standIns(): readonly string[] {
  const build = readFileSync(join(ROOT, 'esbuild.mjs'), 'utf8');
  return [...build.matchAll(/^ +[\w'.-]+: '\.\/(src\/[^']+)',$/gm)].map(([, file]) => file as string);
}

describe('what the sources declare', function () {
  this.timeout(20_000);

  it('is used by the product, not by tests alone', () => {
    const { all, unused } = readDeclarations(productTexts());
    assert.ok(all.length > 1000 && standIns().length > 0);
    const useless = unused.filter(({ file }) => !standIns().includes(file));
    assert.deepEqual(
      useless.map(({ file, name }) => `${file}: ${name}`),
      [],
    );
  });

  it('has a docstring where it is exported, which does not begin with what only its neighbour explains', () => {
    const exported = readDeclarations(productTexts()).all.filter(({ kind }) => kind === 'exported');
    const silent = exported.filter(({ documentation }) => documentation === '');
    const riddles = exported.filter(({ documentation }) =>
      /^\/\*\*[\s*]*(?:The same|Those|Of)\b/.test(documentation),
    );
    assert.deepEqual(
      [...silent, ...riddles].map(({ file, name }) => `${file}: ${name}`),
      [],
    );
  });

  it('is found to be unused whoever else names it', () => {
    const { unused } = readDeclarations(
      new Map([
        ['src/a.ts', "import { used } from './b';\nused();\nexport const alone = () => used();\n"],
        [
          'src/b.ts',
          'export function used(): One {}\nexport interface One {}\nexport const lonely = () => help();\nfunction help() {}\n',
        ],
        [
          'src/c.ts',
          "export { lonely } from './b';\nexport const load = () => import('./d');\nload().later;\n",
        ],
        ['src/d.ts', 'export const later = 1;\nexport const never = 2;\n'],
      ]),
    );
    assert.deepEqual(unused.map(({ file, name }) => `${file}: ${name}`).sort(), [
      'src/a.ts: alone',
      'src/b.ts: help',
      'src/b.ts: lonely',
      'src/c.ts: lonely',
      'src/d.ts: never',
    ]);
  });
});
