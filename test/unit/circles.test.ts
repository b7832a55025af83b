import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { findCycles } from '../../src/core/plan/cycles';

const root = resolve(__dirname, '../..');

/** The files that each of some files imports, types included. */
function importsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [file, text] of texts) {
    const targets = ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
      const target = resolve(dirname(file), fileName);
      const isOurs = fileName.startsWith('.');
      return [`${target}.ts`, `${target}.tsx`].filter(path => isOurs && texts.has(path));
    });
    found.set(file, targets);
  }
  return found;
}

function circlesOf(texts: ReadonlyMap<string, string>): string[][] {
  const imports = importsOf(texts);
  return findCycles(imports.keys(), file => imports.get(file) ?? []);
}

describe('imports', () => {
  it('run in no circle, types included', () => {
    const texts = new Map<string, string>();
    for (const folder of ['src', 'media/panel']) {
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (/\.tsx?$/.test(name)) {
          texts.set(join(root, folder, name), readFileSync(join(root, folder, name), 'utf8'));
        }
      }
    }
    assert.ok(texts.size > 100);
    assert.deepEqual(circlesOf(texts), []);
  });

  it('are found whichever way they are written', () => {
    const texts = new Map([
      ['/a/one.ts', "import type { Two } from '../b/two';"],
      ['/b/two.tsx', "export * from './three';"],
      ['/b/three.ts', "export const load = () => import('../a/one');"],
      ['/b/four.ts', "import { one } from '../a/one';"],
    ]);
    assert.deepEqual(
      circlesOf(texts).map(circle => circle.sort()),
      [['/a/one.ts', '/b/three.ts', '/b/two.tsx']],
    );
  });
});
