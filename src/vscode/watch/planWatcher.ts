import * as vscode from 'vscode';
import type { Store } from '../../app/store';
import type { Plan } from '../../core/plan/model';
import { Disposable } from '../dispose';
import { fileUri, placeOf, rootId } from '../host/rootUri';
import { namedPlans } from '../settings';
import { Debounce } from './debounce';

/** Where plans are found by themselves, and the files that may name another folder. */
const USUAL = [
  ...['plan/**', 'backlog/**', '.backlog/**', 'backlog.config.yml'],
  ...['specs/*/tasks.md', 'openspec/changes/**', '.planning/ROADMAP.md'],
];

/** What is offered as a plan where there is no other. */
const OFFERED = ['ROADMAP.md', 'TODO.md', 'PLAN.md'];

/** Tells the store which plan files change, on disk and in editors. */
export class PlanWatcher extends Disposable {
  private readonly disk = this.register(new Debounce(50));
  private readonly typing = this.register(new Debounce(150));
  private watchers: readonly vscode.FileSystemWatcher[] = [];
  private watched = '';

  constructor(private readonly store: Store) {
    super();
    this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => this.documentChanged(document)));
    // Closing without saving brings the text on disk back.
    this.register(vscode.workspace.onDidCloseTextDocument(document => this.documentChanged(document)));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(() => this.watch()));
    this.register(store.onDidChange(() => this.watch()));
    this.register({ dispose: () => this.watchers.forEach(watcher => watcher.dispose()) });
    this.watch();
  }

  private watch(): void {
    const patterns = (vscode.workspace.workspaceFolders ?? []).map(folder => ({
      folder,
      glob: `{${[...new Set([...USUAL, ...this.foldersOf(folder)])].join(',')}}`,
    }));
    const next = JSON.stringify(patterns.map(({ folder, glob }) => [folder.uri.toString(), glob]));
    if (next === this.watched) {
      return;
    }
    this.watched = next;
    this.watchers.forEach(watcher => watcher.dispose());
    this.watchers = patterns.map(({ folder, glob }) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob));
      const changed = (uri: vscode.Uri): void => this.fileChanged(uri, this.disk);
      watcher.onDidChange(changed);
      watcher.onDidCreate(changed);
      watcher.onDidDelete(changed);
      return watcher;
    });
  }

  private foldersOf(folder: vscode.WorkspaceFolder): readonly string[] {
    const found = this.store.snapshot.plans
      .filter(({ plan }) => plan.root === rootId(folder.uri))
      .flatMap(({ plan }) => placesOf(plan));
    // Characters that a glob would take for its own end a folder's name here: it is then only read at a refresh.
    return [...namedPlans(folder).map(plan => plan.folder), ...found]
      .filter(path => !/[{}[\],*?]/.test(path))
      .map(path => path.replace(/^\.\/|(?<!\/)\/+$/g, ''))
      .flatMap(path => [path, `${path}/**`])
      .concat(found.length > 0 ? [] : OFFERED);
  }

  private documentChanged(document: vscode.TextDocument): void {
    const { plans } = this.store.snapshot;
    if (
      plans.some(({ plan }) => placesOf(plan).some(path => isBelow(fileUri(plan.root, path), document.uri)))
    ) {
      this.fileChanged(document.uri, this.typing);
    }
  }

  private fileChanged(uri: vscode.Uri, debounce: Debounce): void {
    const place = placeOf(uri);
    if (place) {
      debounce.run(uri.toString(), () => this.store.fileChanged(place.root, place.path));
    }
  }
}

/** Where the files of a plan lie: its folder or its one file, and its overlays. */
function placesOf({ folder, overlays = [] }: Plan): readonly string[] {
  return [folder, ...overlays];
}

function isBelow(folder: vscode.Uri, file: vscode.Uri): boolean {
  const { path } = file;
  const same = folder.scheme === file.scheme && folder.authority === file.authority;
  return same && (path === folder.path || path.startsWith(`${folder.path}/`));
}
