import * as vscode from 'vscode';

/** The part of the git extension's interface that is used here. */
interface GitApi {
  readonly git: { readonly path: string };
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
  /** @throws with what git has said in `stderr` */
  fetch(remote?: string): Promise<void>;
  /** Where the message of the next commit is written. */
  readonly inputBox: { value: string };
  readonly state: { readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string }[] };
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** What VS Code's own git extension offers; undefined in Restricted Mode, and while it is off or not yet at work. */
export function gitExtension(): GitApi | undefined {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  // `getAPI` throws while it is switched off.
  return extension?.isActive && extension.exports.enabled ? extension.exports.getAPI(1) : undefined;
}

/** Where a remote of a repository is fetched from, as far as the git extension knows. */
export function remoteUrl(top: string, remote: string): string | undefined {
  const known = gitExtension()?.getRepository(vscode.Uri.file(top))?.state.remotes ?? [];
  return known.find(({ name }) => name === remote)?.fetchUrl;
}

/** The box of the commit message of a repository, as far as the git extension knows it. */
export function messageBox(top: string): GitRepository['inputBox'] | undefined {
  return gitExtension()?.getRepository(vscode.Uri.file(top))?.inputBox;
}

/**
 * Lets the git extension fetch, with its own way of asking for passwords.
 * @param remote without one, git chooses
 * @returns false where the extension is off or does not know the repository
 * @throws what the extension throws when git fails
 */
export async function fetchFrom(top: string, remote: string | undefined): Promise<boolean> {
  const repository = gitExtension()?.getRepository(vscode.Uri.file(top));
  await repository?.fetch(remote);
  return !!repository;
}
