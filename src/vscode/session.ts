import * as vscode from 'vscode';
import type { CachePlace } from '../app/cache/cacheFolder';
import type { Log, Workspace } from '../app/ports';
import type { Store } from '../app/store';
import type { Snapshot } from '../core/snapshot';
import type { ViewState } from '../present/viewState';
import { CONTEXT, setContext } from './contextKeys';
import { Disposable } from './dispose';
import { Gestures } from './edits/gestures';
import { gitBinary } from './host/gitBinary';
import { branchHost } from './host/gitExtension';
import { rootId } from './host/rootUri';
import { workspaceFiles } from './host/workspaceFiles';
import { loadEngine, type Engine } from './loadEngine';
import { misnamed, namedPlans, SECTION, SETTINGS } from './settings';
import { GitWatcher } from './watch/gitWatcher';
import { PlanWatcher } from './watch/planWatcher';

/** What a command needs once everything is loaded. */
export interface Loaded {
  readonly engine: Engine;
  readonly store: Store;
  /** What can be undone. */
  readonly gestures: Gestures;
}

/** The one store of this window, opened at first use and kept current with workspace, trust and settings. */
export class Session extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<Snapshot>());
  private loading: Promise<Loaded> | undefined;
  private current: Loaded | undefined;

  /** Fires after every change of the snapshot. */
  readonly onDidChange = this.changed.event;

  /** @param workerFile the built worker, absolute */
  constructor(
    private readonly log: Log,
    private readonly workerFile: string,
    private readonly cachePlace: () => Promise<CachePlace | undefined>,
  ) {
    super();
    setContext(CONTEXT.state, 'loading');
    setContext(CONTEXT.git, 'loading');
    const reopen = (): void => void this.reopen();
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(reopen));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(reopen));
    // A window left open over night shows yesterday until somebody looks at it again.
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.current?.store.isYesterday()) {
          reopen();
        }
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${SECTION}.${SETTINGS.plans}`)) {
          reopen();
        }
      }),
    );
  }

  /** Engine and store, if they have been loaded. */
  get loaded(): Loaded | undefined {
    return this.current;
  }

  /** Loads engine and store and begins to read; resolves before anything has been read. */
  load(): Promise<Loaded> {
    this.loading ??= this.start();
    return this.loading;
  }

  private async start(): Promise<Loaded> {
    const [engine, cache] = await Promise.all([loadEngine(), this.cachePlace()]);
    const worker = this.register(new engine.InsightWorker(this.workerFile, this.log));
    const store = this.register(
      engine.createStore({
        files: workspaceFiles(engine.nodeFiles),
        log: this.log,
        cache,
        computeInsight: worker.compute,
        followInsight: true,
        now: () => Date.now() / 1000,
      }),
    );
    this.register(
      store.onDidChange(snapshot => {
        engine.tellDaysFrom(snapshot.today);
        describeState(engine.viewState(snapshot));
        this.changed.fire(snapshot);
      }),
    );
    this.register(new PlanWatcher(store));
    this.register(new GitWatcher(store));
    this.current = { engine, store, gestures: new Gestures() };
    void this.reopen();
    return this.current;
  }

  private async reopen(): Promise<void> {
    if (!this.current) {
      return;
    }
    const { engine, store } = this.current;
    try {
      await store.open(workspaceOf(engine, this.log));
    } catch (error) {
      this.log.error('The workspace could not be read.', error);
    }
  }
}

/** Which git runs in this window, and what it logs; undefined in Restricted Mode, where none may. */
export function windowGit(log: Log): { readonly binary: string; log(line: string): void } | undefined {
  return vscode.workspace.isTrusted ? { binary: gitBinary(), log: line => log.debug(line) } : undefined;
}

function workspaceOf(engine: Engine, log: Log): Workspace {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(folder => ({
    id: rootId(folder.uri),
    name: folder.name,
    ...(folder.uri.scheme === 'file' ? { path: folder.uri.fsPath } : {}),
    plans: namedPlans(folder),
    misnamed: misnamed(folder),
  }));
  if (!vscode.workspace.isTrusted) {
    return { roots };
  }
  const git: Workspace['git'] = folder =>
    engine.openReader({ binary: gitBinary(), cwd: folder, log: line => log.debug(line) });
  const gitWriter: Workspace['gitWriter'] = place =>
    engine.openWriter({ binary: gitBinary(), log: line => log.debug(line) }, place, () =>
      branchHost(place.top),
    );
  return { roots, git, gitWriter };
}

/** Tells the welcome views why there is nothing to show. */
function describeState({ plans, git, offer }: ViewState): void {
  setContext(CONTEXT.offer, offer);
  setContext(CONTEXT.state, plans);
  setContext(CONTEXT.git, git);
}
