import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { CachePlace } from '../../app/cache/cacheFolder';

/** Where this workspace's cache lies; nowhere in a window without a workspace. Each build has its own. */
export async function cachePlace(context: vscode.ExtensionContext): Promise<CachePlace | undefined> {
  const { storageUri } = context;
  if (storageUri?.scheme !== 'file') {
    return undefined;
  }
  const { mtimeMs, size } = await stat(context.asAbsolutePath('dist/engine.mjs'));
  return { folder: join(storageUri.fsPath, 'cache'), version: `${size} ${mtimeMs}` };
}
