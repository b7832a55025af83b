import * as vscode from 'vscode';
import type { Store } from '../../app/store';
import type { Repo } from '../../core/snapshot';
import { disposeAll, Disposable } from '../dispose';
import { Debounce } from './debounce';

/**
 * Everything that moves when commits, branches or the checkout change, in either way of storing refs; not
 * `index`, which changes with every status.
 */
const REFS = '{HEAD,packed-refs,refs/**,logs/HEAD,reftable/**,shallow}';

/**
 * Tells the store when refs change. The git extension's own events come late, only while the window has
 * the focus, or not at all.
 */
export class GitWatcher extends Disposable {
  private readonly debounce = this.register(new Debounce(80));
  /** Watching begins some time after it was asked for, and nothing tells when. */
  private readonly beginning = this.register(new Debounce(2_000));
  private readonly watchers = new Map<string, readonly vscode.FileSystemWatcher[]>();

  constructor(private readonly store: Store) {
    super();
    this.register(store.onDidChange(({ repos }) => this.watch(repos)));
    this.register({ dispose: () => this.watchers.forEach(disposeAll) });
    this.watch(store.snapshot.repos);
  }

  private watch(repos: readonly Repo[]): void {
    const tops = new Set(repos.map(({ top }) => top));
    for (const [top, watchers] of this.watchers) {
      if (!tops.has(top)) {
        disposeAll(watchers);
        this.watchers.delete(top);
      }
    }
    for (const { top, gitDir, commonDir } of repos) {
      if (!this.watchers.has(top)) {
        this.watchers.set(
          top,
          [...new Set([gitDir, commonDir])].map(folder => this.watchFolder(top, folder)),
        );
        // What was committed while git was read, or before the watchers were at work, shows now.
        this.beginning.run(top, () => this.store.refsChanged(top));
      }
    }
  }

  private watchFolder(top: string, folder: string): vscode.FileSystemWatcher {
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), REFS);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const changed = (uri: vscode.Uri): void => {
      // Lock files come and go around every change of the file they guard.
      if (!uri.path.endsWith('.lock')) {
        this.debounce.run(top, () => this.store.refsChanged(top));
      }
    };
    watcher.onDidChange(changed);
    watcher.onDidCreate(changed);
    watcher.onDidDelete(changed);
    return watcher;
  }
}
