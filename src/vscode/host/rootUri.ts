import * as vscode from 'vscode';

/** How the application names a root: a path on this machine, else a URI. */
export function rootId(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

/** Whether a root is a path on this machine. A drive letter is no scheme. */
export function isLocal(root: string): boolean {
  return !/^[A-Za-z][A-Za-z0-9+.-]+:/.test(root);
}

/** The workspace folder that the application names so. */
export function folderOf(root: string): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.workspaceFolders?.find(({ uri }) => rootId(uri) === root);
}

/** Where a file of a root is; `path` is relative to the root, with `/`. */
export function fileUri(root: string, path: string): vscode.Uri {
  const folder = folderOf(root)?.uri ?? (isLocal(root) ? vscode.Uri.file(root) : vscode.Uri.parse(root));
  return vscode.Uri.joinPath(folder, path);
}

/** Root and path of a file in the workspace, as the application names them. */
export function placeOf(uri: vscode.Uri): { readonly root: string; readonly path: string } | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder
    ? { root: rootId(folder.uri), path: uri.path.slice(folder.uri.path.replace(/\/?$/, '/').length) }
    : undefined;
}
