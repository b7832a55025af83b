import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Store } from '../../app/store';
import { Latest } from '../../core/base/latest';
import type { PanelModel } from '../../shared/panelModel';
import type { Audience, Choice, DayOfItem, FromPanel, ToPanel, View } from '../../shared/protocol';
import type { Tab } from '../../shared/tabs';
import { FRESH, PROTOCOL } from '../../shared/protocol';
import { parseFromPanel } from '../../shared/protocolCheck';
import type { RangeOfPlan } from '../../verbs/withoutTask';
import type { Text } from '../../words/text';
import type { Gestures } from '../edits/gestures';
import { CONTEXT, setContext } from '../contextKeys';
import type { Engine } from '../loadEngine';
import { copyExport } from './copyExport';
import { copyReview, copyStatus } from './copyStatus';
import { runPanelAction } from './panelActions';
import { PanelContent } from './panelContent';
import type { PanelBuilders } from './panelContent';
import { isHiddenBehindEditor } from './editorGroups';
import { panelHtml } from './panelHtml';
import { pickEnd } from './pickEnd';

/** What one panel needs from around it. */
export interface PlanPanelDeps {
  readonly extensionUri: vscode.Uri;
  readonly builders: PanelBuilders &
    Pick<Engine, 'branchNames' | 'editTools' | 'findItem' | 'renderShown' | 'reviewVerb' | 'rootWithFile'>;
  readonly log: vscode.LogOutputChannel;
  readonly say: (text: Text) => string;
  readonly gestures: Pick<Gestures, 'find' | 'onDidTell'> | undefined;
}

/** The progress panel of one plan: answers its page, and sends it the open tab when the store changes. */
export class PlanPanel {
  private readonly disposables: vscode.Disposable[] = [];
  private readonly content: PanelContent;
  private readonly updates: Latest<void>;
  private readonly trials: Latest<DayOfItem>;
  /** What was chosen while no page was there. */
  private pending: Choice | undefined;
  /** Undefined until the page is ready, and again while it is hidden. */
  private view: View | undefined;
  /** What the page was last sent. */
  private shown: PanelModel | undefined;
  private version = 0;

  /**
   * @param first what a page opens with that remembers nothing
   * @param onDidChooseTab is told the tab the user went to
   */
  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly plan: string,
    private readonly store: Store,
    private readonly deps: PlanPanelDeps,
    private readonly first: Choice & { readonly tab: Tab },
    private readonly onDidChooseTab: (tab: Tab) => void,
  ) {
    const failed = (error: unknown): void =>
      deps.log.error('The progress panel could not be updated.', error);
    this.trials = new Latest(asked => this.tryDay(asked), failed);
    this.updates = new Latest(() => this.send(), failed);
    this.content = new PanelContent(
      store,
      deps.builders,
      plan,
      () => this.update(),
      failed,
      () => deps.gestures?.find() !== undefined,
    );
    const dist = vscode.Uri.joinPath(deps.extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    this.disposables.push(
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => this.viewStateChanged()),
      store.onDidChange(() => this.update()),
      ...(deps.gestures ? [deps.gestures.onDidTell(text => this.post({ type: 'said', text }))] : []),
    );
    this.setTitle();
    panel.webview.html = this.page(dist);
  }

  /** Brings the panel to the front and, when asked, to a tab. */
  reveal(choice: Choice = {}): void {
    this.panel.reveal(isHiddenBehindEditor(this.panel) ? vscode.ViewColumn.Beside : undefined, true);
    if (this.view) {
      this.post({ type: 'select', choice });
    } else {
      this.pending = { ...this.pending, ...choice };
    }
  }

  dispose(): void {
    this.updates.dispose();
    this.trials.dispose();
    this.disposables.splice(0).forEach(each => each.dispose());
    this.panel.dispose();
  }

  private page(dist: vscode.Uri): string {
    const { webview } = this.panel;
    const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    return panelHtml({
      cspSource: webview.cspSource,
      script: address('panel.js'),
      styles: ['codicon.css', 'panel.css'].map(address),
      nonce: randomBytes(18).toString('base64url'),
      language: vscode.env.language,
      plan: this.plan,
    });
  }

  private receive(received: unknown): void {
    const message = parseFromPanel(received);
    if (!message) {
      this.deps.log.warn(
        'The progress panel sent something it may not send.',
        JSON.stringify(received)?.slice(0, 500),
      );
      return;
    }
    this.answer(message).catch((error: unknown) => {
      this.deps.log.error(`The progress panel could not do "${message.type}".`, error);
    });
  }

  private async answer(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.ready(message);
      case 'view':
        return this.look(message.view);
      case 'error':
        this.deps.log.error(`In the progress panel: ${message.message}`);
        return;
      case 'pickEnd': {
        const branches = this.deps.builders.branchNames(this.found()?.repo);
        const revision = await pickEnd(message.end, branches, this.deps.say);
        if (revision !== undefined) {
          this.post({ type: 'select', choice: { [message.end]: revision } });
        }
        return;
      }
      case 'tryDay':
        return this.trials.ask(message);
      case 'copyStatus':
        return this.copyStatus(message.audience);
      case 'copyReview':
        return this.copyReview();
      case 'export':
        return copyExport(this.shown, message, this.deps.builders.renderShown, this.deps.say);
      default:
        return runPanelAction(message, {
          snapshot: this.store.snapshot,
          plan: this.plan,
          repo: this.found()?.repo?.top,
          range: this.range(),
          say: this.deps.say,
          engine: this.deps.builders,
        });
    }
  }

  /** Copies the status of the plan, as the user looks at it. */
  async copyStatus(audience: Audience): Promise<void> {
    const view = this.view ?? FRESH;
    await copyStatus(this.content, view, audience, this.deps.say);
  }

  /** Copies the summary of what the panel reviews. */
  async copyReview(): Promise<void> {
    await copyReview(this.store, this.deps.builders, this.range(), this.deps.say);
  }

  /** Tells the page what would follow from a day while an item is held there. */
  private async tryDay({ kind, uid, field, day }: DayOfItem): Promise<void> {
    const { dayLines } = await this.deps.builders.editTools();
    const lines = await dayLines(this.store, { kind, plan: this.plan, uid }, { field, day });
    this.post({ type: 'tried', about: { kind, uid, field, day }, lines: lines.map(this.deps.say) });
  }

  private range(): RangeOfPlan {
    return { plan: this.plan, base: this.view?.base, head: this.view?.head };
  }

  private ready({ protocol, view }: { protocol: number; view?: View }): void {
    if (protocol !== PROTOCOL) {
      this.deps.log.warn(`The progress panel speaks protocol ${protocol}, not ${PROTOCOL}.`);
      return;
    }
    const bundle = vscode.l10n.bundle;
    this.post({ type: 'language', ...(bundle && { bundle }) });
    const { tab, base, head } = this.first;
    this.look(view ?? { ...FRESH, tab, ...(base && { base }), ...(head && { head }) });
    if (this.pending) {
      this.post({ type: 'select', choice: this.pending });
      this.pending = undefined;
    }
  }

  private look(view: View): void {
    // Revision 0 is what the panel opened with, not a choice.
    if (view.revision > 0 && view.tab !== this.view?.tab) {
      this.onDidChooseTab(view.tab);
    }
    this.view = view;
    setContext(CONTEXT.tab, view.tab);
    this.update();
  }

  /** A hidden page is thrown away by VS Code; a shown one starts over and says that it is ready. */
  private viewStateChanged(): void {
    if (this.panel.visible) {
      this.update();
    } else {
      this.view = undefined;
    }
  }

  private update(): void {
    void this.updates.ask();
  }

  private async send(): Promise<void> {
    const { view } = this;
    if (!view || !this.panel.visible) {
      return;
    }
    const model = await this.content.model(view);
    this.setTitle();
    this.shown = model;
    this.post({ type: 'show', version: ++this.version, view, model });
  }

  private setTitle(): void {
    const found = this.found();
    if (found) {
      this.panel.title = this.deps.say({ code: 'panel.title', args: [found.facts.plan.name] });
    }
  }

  private found(): ReturnType<Engine['findPlan']> {
    return this.deps.builders.findPlan(this.store.snapshot, this.plan);
  }

  /** A panel that is closing no longer takes messages; there is nobody left to tell. */
  private post(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }
}
