import * as vscode from 'vscode';
import type { BranchHost } from '../../app/repositories/openWriter';

/** The part of the git extension's interface that is used here. */
interface GitApi {
  readonly git: { readonly path: string };
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
  readonly rootUri: vscode.Uri;
  /** @throws with what git has said in `stderr` */
  createBranch(name: string, checkout: boolean): Promise<void>;
  /** @throws with what git has said in `stderr` */
  checkout(treeish: string): Promise<void>;
  /** @throws with what git has said in `stderr` */
  fetch(remote?: string): Promise<void>;
  /** Where the message of the next commit is written. */
  readonly inputBox: { value: string };
  readonly state: {
    readonly HEAD?: { readonly name?: string; readonly upstream?: object };
    readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string }[];
  };
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

/** How the git extension makes and checks out branches, so that its views follow at once; undefined where it cannot. */
export function branchHost(top: string): BranchHost | undefined {
  const uri = vscode.Uri.file(top);
  const repository = gitExtension()?.getRepository(uri);
  // For a repository that it does not know, it names the one around it.
  return repository?.rootUri.fsPath === uri.fsPath
    ? {
        startBranch: name => repository.createBranch(name, true),
        checkOut: name => repository.checkout(name),
      }
    : undefined;
}

/** The command by which the git extension pushes the branch that is checked out; undefined where it has no remote. */
export function pushCommand(top: string): 'git.push' | 'git.publish' | undefined {
  const state = gitExtension()?.getRepository(vscode.Uri.file(top))?.state;
  return !state?.HEAD?.name || state.remotes.length === 0
    ? undefined
    : state.HEAD.upstream
      ? 'git.push'
      : 'git.publish';
}
