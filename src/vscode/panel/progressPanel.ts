import * as vscode from 'vscode';
import type { Store } from '../../app/store';
import { AUDIENCES } from '../../shared/protocol';
import { TABS } from '../../shared/tabs';
import type { Tab } from '../../shared/tabs';
import { planOfState } from '../../shared/protocolCheck';
import type { Text } from '../../words/text';
import { inform, pickOne, pickRow } from '../ask';
import type { Gestures } from '../edits/gestures';
import type { Engine } from '../loadEngine';
import { copyReview, copyStatus } from './copyStatus';
import { lockGroupOf, placeOfPanel, PROGRESS_VIEW_TYPE, unlockEmptyGroup } from './editorGroups';
import { PanelContent } from './panelContent';
import { PlanPanel, type PlanPanelDeps } from './planPanel';
import { FRESH, type Choice } from '../../shared/protocol';

/** What the presentation gives, out of the engine. */
export type ProgressBuilders = PlanPanelDeps['builders'] & Pick<Engine, 'firstTab' | 'planPicks'>;

/** What the progress panel works with. */
export interface ProgressPanelDeps {
  readonly extensionUri: vscode.Uri;
  readonly store: () => Promise<Store>;
  /** The presentation, loaded with the engine at first use. */
  readonly builders: () => Promise<ProgressBuilders>;
  readonly log: vscode.LogOutputChannel;
  readonly say: (text: Text) => string;
  /** What can be undone, once it is there. */
  readonly gestures: () => Gestures | undefined;
  /** Remembers the tab the user left, per plan. */
  readonly memory: vscode.Memento;
}

/** What to show; without a plan the only one, or the one the user picks. */
export interface ProgressRequest {
  /** `Plan.uid`. */
  readonly plan?: string;
  readonly tab?: Tab;
  /** Ends of the review. */
  readonly choice?: Choice;
  /** Asked for from a diff editor: someone is reviewing. */
  readonly fromDiff?: boolean;
}

/** The progress panels, one per plan. */
export class ProgressPanel implements vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, PlanPanel>();

  constructor(private readonly deps: ProgressPanelDeps) {}

  /** Opens the panel of a plan or brings it to the front. */
  async show(request: ProgressRequest = {}): Promise<void> {
    const fromDiff = request.fromDiff ?? isDiffEditorActive();
    const store = await this.deps.store();
    const builders = await this.deps.builders();
    const plan = request.plan ?? (await this.choosePlan(store, builders));
    if (plan === undefined) {
      return;
    }
    const open = this.panels.get(plan);
    if (open) {
      open.reveal({ ...request.choice, ...(request.tab && { tab: request.tab }) });
      return;
    }
    const place = placeOfPanel();
    const panel = vscode.window.createWebviewPanel(PROGRESS_VIEW_TYPE, 'Milepost', place);
    const first = { ...request.choice, ...(request.tab && { tab: request.tab }) };
    this.adopt(panel, plan, store, builders, first, fromDiff);
    await lockGroupOf(panel, place);
  }

  /** Copies the status of a plan, the only one or the one the user picks, for the audience the user picks. */
  async copyStatus(asked?: string): Promise<void> {
    const store = await this.deps.store();
    const builders = await this.deps.builders();
    const plan = asked ?? (await this.choosePlan(store, builders));
    if (plan === undefined) {
      return;
    }
    const { say, log } = this.deps;
    const items = AUDIENCES.map(audience => ({
      label: say({ code: `ui.for-${audience}`, args: [] }),
      detail: say({ code: `ui.for-${audience}-detail`, args: [] }),
      audience,
    }));
    const title = say({ code: 'ui.copy-status-title', args: [] });
    const picked = await pickOne(items, { title });
    if (!picked) {
      return;
    }
    const open = this.panels.get(plan);
    if (open) {
      return open.copyStatus(picked.audience);
    }
    await store.whenIdle();
    const failed = (error: unknown): void => log.error('The status could not be written.', error);
    const content = new PanelContent(store, builders, plan, () => undefined, failed);
    await copyStatus(content, FRESH, picked.audience, say);
  }

  /** Copies the summary of what the panel of a plan reviews, else of what is checked out. */
  async copyReview(asked?: string): Promise<void> {
    const store = await this.deps.store();
    const builders = await this.deps.builders();
    const plan = asked ?? (await this.choosePlan(store, builders));
    if (plan !== undefined) {
      const open = this.panels.get(plan);
      await (open ? open.copyReview() : copyReview(store, builders, { plan }, this.deps.say));
    }
  }

  /** After a reload of the window. A panel without a plan has nothing to show and is closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const plan = planOfState(state);
    if (plan === undefined || this.panels.has(plan)) {
      panel.dispose();
      return;
    }
    const [store, builders] = await Promise.all([this.deps.store(), this.deps.builders()]);
    this.adopt(panel, plan, store, builders, {}, false);
  }

  dispose(): void {
    this.panels.forEach(panel => panel.dispose());
    this.panels.clear();
  }

  private adopt(
    panel: vscode.WebviewPanel,
    plan: string,
    store: Store,
    builders: ProgressBuilders,
    choice: Choice,
    fromDiff: boolean,
  ): void {
    const { extensionUri, log, say, memory } = this.deps;
    const gestures = this.deps.gestures();
    const icon = (shade: string) =>
      vscode.Uri.joinPath(extensionUri, 'media', 'icons', `milepost-${shade}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const key = `milepost.tab:${plan}`;
    const kept = TABS.find(one => one === memory.get(key));
    const tab = choice.tab ?? kept ?? builders.firstTab(store.snapshot, plan, fromDiff);
    const first = { ...choice, tab };
    const remember = (chosen: Tab) => void memory.update(key, chosen);
    const own = new PlanPanel(
      panel,
      plan,
      store,
      { extensionUri, builders, log, say, gestures },
      first,
      remember,
    );
    this.panels.set(plan, own);
    panel.onDidDispose(() => {
      this.panels.delete(plan);
      own.dispose();
    });
  }

  private async choosePlan(store: Store, builders: ProgressBuilders): Promise<string | undefined> {
    const snapshot = store.snapshot.phase === 'reading' ? await store.whenIdle() : store.snapshot;
    const rows = builders.planPicks(snapshot);
    if (rows.length === 0) {
      inform(this.deps.say({ code: 'panel.no-plan', args: [] }));
    }
    const placeHolder = this.deps.say({ code: 'panel.choose-plan', args: [] });
    return rows.length < 2 ? rows[0]?.value : pickRow(rows, this.deps.say, { placeHolder });
  }
}

/** Registers the panel's way back after a reload. The caller disposes what it gets. */
export function registerProgressPanel(deps: ProgressPanelDeps): ProgressPanel & vscode.Disposable {
  const panels = new ProgressPanel(deps);
  const registration = vscode.window.registerWebviewPanelSerializer(PROGRESS_VIEW_TYPE, panels);
  const groups = unlockEmptyGroup();
  const dispose = panels.dispose.bind(panels);
  panels.dispose = () => {
    registration.dispose();
    groups.dispose();
    dispose();
  };
  return panels;
}

function isDiffEditorActive(): boolean {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;
}
