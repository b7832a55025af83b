import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The sentences that the extraction tool finds: literals as first argument of `l10n.t`. */
function sentences(): string[] {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const found = files
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(join(ROOT, 'src', file), 'utf8'))
    .flatMap(text => [...text.matchAll(/\bl10n\.t\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)/g)])
    // The literals are our own source.
    .map(([, literal]) => new Function(`return ${literal}`)() as string);
  return [...new Set(found)].sort();
}

describe('translations', () => {
  it('are offered for every sentence: run "npm run l10n" after changing one', () => {
    const bundle = JSON.parse(readFileSync(join(ROOT, 'l10n/bundle.l10n.json'), 'utf8'));
    assert.deepEqual(Object.keys(bundle).sort(), sentences());
  });
});
