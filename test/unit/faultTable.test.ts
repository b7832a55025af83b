import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the table of faults', () => {
  it('tells sentences in the words that the product says', () => {
    const section = read('ARCHITECTURE.md').split('## Faults')[1]?.split('\n## ')[0] ?? '';
    const cells = [...section.matchAll(/^\| .+? \| (.+?) \|$/gm)].map(([, cell = '']) => cell.trim());
    const spoken = cells.filter(cell => /^[A-Z.]|^git /.test(cell) && cell !== 'JSON');
    assert.ok(spoken.length > 12, `${spoken.length}`);
    const sentences = Object.keys(JSON.parse(read('l10n/bundle.l10n.json'))).map(
      sentence => new RegExp(sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '.+'), 'u'),
    );
    assert.deepEqual(
      spoken.filter(cell => !sentences.some(sentence => sentence.source.length > 12 && sentence.test(cell))),
      [],
    );
  });
});
