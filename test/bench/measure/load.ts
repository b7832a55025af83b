import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the extension costs before anything is read, in milliseconds. */
export interface LoadResult {
  readonly loadMs: number;
  readonly activateMs: number;
  /** Loading the engine with its libraries, which happens later. */
  readonly engineMs: number;
}

/**
 * Loads the built extension against a stand-in of the editor's interface whose every member answers with
 * another stand-in: what VS Code itself does in `activate` is not in the figure.
 * @param root of the checkout
 */
export async function load(root: string): Promise<LoadResult> {
  const editor = standIn();
  const loader = Module as unknown as { _load: (...args: unknown[]) => unknown };
  const original = loader._load;
  loader._load = (...args) => (args[0] === 'vscode' ? editor : original.apply(loader, args));
  const requireFrom = createRequire(join(root, 'dist/extension.js'));
  const start = performance.now();
  const extension = requireFrom('./extension.js') as { activate(context: unknown): unknown };
  const loaded = performance.now();
  extension.activate(editor);
  const activated = performance.now();
  await import(pathToFileURL(join(root, 'dist/engine.mjs')).href);
  return {
    loadMs: loaded - start,
    activateMs: activated - loaded,
    engineMs: performance.now() - activated,
  };
}

function standIn(): object {
  return new Proxy(function () {}, {
    get: (target, name) => {
      if (name === 'prototype') return target.prototype;
      if (name === Symbol.toPrimitive) return () => '';
      return name === 'then' ? undefined : standIn();
    },
    set: () => true,
    apply: () => standIn(),
    construct: () => standIn(),
  });
}
