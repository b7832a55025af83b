import * as vscode from 'vscode';
import { withoutIcons } from './ask';
import { COMMANDS } from './commands/ids';
import { Disposable } from './dispose';
import type { Session } from './session';
import { isOn, SECTION, SETTINGS } from './settings';
import { tooltipMarkdown } from './trees/tooltipMarkdown';

/** The task of the checked-out branch, beside git's own items. */
export class StatusBarItem extends Disposable {
  private readonly item: vscode.StatusBarItem;
  private shown = false;

  constructor(private readonly session: Session) {
    super();
    // To the right of the branch and its synchronisation, which git puts at priority 10000 downwards.
    this.item = this.register(
      vscode.window.createStatusBarItem('milepost.task', vscode.StatusBarAlignment.Left, 50),
    );
    this.item.name = 'Milepost';
    this.register(session.onDidChange(() => this.update()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${SECTION}.${SETTINGS.statusBar}`)) {
          this.update();
        }
      }),
    );
  }

  /** What is shown; undefined while nothing is. */
  get text(): string | undefined {
    return this.shown ? this.item.text : undefined;
  }

  private update(): void {
    const { loaded } = this.session;
    const model =
      loaded && isOn(SETTINGS.statusBar) ? loaded.engine.statusBarModel(loaded.store.snapshot) : undefined;
    this.shown = model !== undefined;
    if (!loaded || !model) {
      this.item.hide();
      return;
    }
    const { say } = loaded.engine;
    this.item.text = `$(milestone) ${withoutIcons(say(model.text))}`;
    this.item.tooltip = tooltipMarkdown(loaded.engine, model.tooltip);
    this.item.accessibilityInformation = { label: say(model.accessibility) };
    this.item.command = model.subject
      ? { command: COMMANDS.openTarget, title: '', arguments: [model.subject] }
      : COMMANDS.openProgress;
    this.item.show();
  }
}
