import * as vscode from 'vscode';
import type { FileSource, ListOutcome, ReadOutcome } from '../../app/ports';
import { fileUri, isLocal } from './rootUri';

/**
 * Plan files as the editor has them: unsaved text before the disk. Local roots go past `workspace.fs`,
 * which is nine times slower there.
 */
export function workspaceFiles(disk: FileSource): FileSource {
  return {
    list: (root, folder) => (isLocal(root) ? disk.list(root, folder) : listRemote(root, folder)),
    read: async (root, path) => {
      const uri = fileUri(root, path);
      const open = unsaved(uri);
      if (open) {
        return { kind: 'text', text: open.getText() };
      }
      return isLocal(root) ? disk.read(root, path) : readRemote(uri);
    },
    stamp: async (root, path) =>
      isLocal(root) && !unsaved(fileUri(root, path)) ? disk.stamp?.(root, path) : undefined,
    isLinked: async (root, folder, below) =>
      (isLocal(root) && (await disk.isLinked?.(root, folder, below))) ?? false,
  };
}

function unsaved(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    document =>
      document.isDirty && document.uri.path === uri.path && document.uri.toString() === uri.toString(),
  );
}

async function listRemote(root: string, folder: string): Promise<ListOutcome> {
  try {
    return { kind: 'files', paths: (await walk(fileUri(root, folder), folder)).sort() };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'failed', detail: detailOf(error) };
  }
}

async function walk(uri: vscode.Uri, path: string): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  const below = await Promise.all(
    entries.map(async ([name, type]) => {
      const child = path === '' ? name : `${path}/${name}`;
      // A linked folder could lead anywhere, or back to itself.
      if (type === vscode.FileType.Directory) {
        return walk(vscode.Uri.joinPath(uri, name), child);
      }
      return type === vscode.FileType.File ? [child] : [];
    }),
  );
  return below.flat();
}

async function readRemote(uri: vscode.Uri): Promise<ReadOutcome> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return isMissing(error) ? { kind: 'missing' } : { kind: 'failed', detail: detailOf(error) };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
