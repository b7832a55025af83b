import assert from 'node:assert/strict';
import { TABS } from '../../../src/shared/tabs';
import { productTexts } from '../../support/source/declarations';

/** What stands behind `<area>.${…}` where nothing else in the code does. */
const WHOLE_NAMES: readonly string[] = [
  ...TABS.map(tab => `panel.${tab}`),
  ...['base', 'head', 'computing', 'not-computed', 'not-loaded'].map(name => `panel.${name}`),
  ...['p50', 'p85', 'p95'].map(name => `chart.${name}`),
  ...['late', 'spare', 'float'].map(name => `left.${name}`),
];

/** Codes of sentences that no other code of the product names, as a whole or as a text with gaps. */
function unusedCodes(texts: ReadonlyMap<string, string>): string[] {
  const declaration = /^ {2}'([a-z]+[\w.-]*)'\??:/gm;
  const codes = new Set<string>();
  const used = new Set<string>(WHOLE_NAMES);
  const gaps = new Set<string>();
  for (const [file, text] of texts) {
    const isWords = file.startsWith('src/words/');
    const tables = isWords ? [...text.matchAll(/^ {2}'([a-z]+[\w.-]*)': (?:[(a-z\w]+.*=>|\($)/gm)] : [];
    tables.forEach(([, code = '']) => codes.add(code));
    const others = text.replace(declaration, '');
    [...others.matchAll(/['"`]([a-z]+[\w.-]*)['"`]/g)].forEach(([, code = '']) => used.add(code));
    [...others.matchAll(/`((?:[\w.-]|\$\{[^{}]*\})+)`/g)].forEach(([, template = '']) => gaps.add(template));
  }
  const patterns = [...gaps]
    // Begins with an area, or more of a code, and has more than its area in front of the gap or behind.
    .filter(template => /^[a-z]+[.-].*\$\{/.test(template) && !/^[a-z]+\.\$\{[^{}]*\}$/.test(template))
    .map(
      template =>
        new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^{}]*\}/g, '\\w+(?:-\\w+)*')}$`),
    );
  return [...codes].filter(code => !used.has(code) && !patterns.some(pattern => pattern.test(code)));
}

describe('the sentences', () => {
  it('are all used', () => {
    assert.deepEqual(unusedCodes(productTexts()), []);
  });

  it('are found to be unused', () => {
    const words =
      "export const sentences = {\n  'ui.one': () => t('One'),\n  'ui.two-a': name =>\n    t('Two'),\n  'ui.three': () => t('Three'),\n};\n";
    const code = "say({ code: 'ui.one' });\nsay({ code: `ui.two-${which}` });\n";
    const texts = new Map([
      ['src/words/ui.ts', words],
      ['src/present/row.ts', code],
    ]);
    assert.deepEqual(unusedCodes(texts), ['ui.three']);
  });
});
