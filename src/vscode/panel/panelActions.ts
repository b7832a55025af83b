import * as vscode from 'vscode';
import type { FromPanel } from '../../shared/protocol';

/** What the messages of a panel are about. */
export interface PanelSubject {
  /** `Plan.uid`. */
  readonly plan: string;
  /** `Repo.top`. */
  readonly repo: string | undefined;
}

/** Messages that ask for something outside the panel. */
export type PanelAction = Exclude<FromPanel, { type: 'ready' | 'view' | 'pickEnd' | 'error' }>;

const COMMANDS = {
  refresh: 'milepost.refresh',
  showLog: 'milepost.showLog',
  showProblems: 'workbench.actions.view.problems',
  manageTrust: 'workbench.trust.manage',
} as const;

/** Does what the panel asks for, through the commands that the trees and the palette use as well. */
export async function runPanelAction(action: PanelAction, { plan, repo }: PanelSubject): Promise<void> {
  const run = (command: string, argument?: unknown) =>
    vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
  switch (action.type) {
    case 'openItem':
      await run('milepost.openTarget', { plan, uid: action.uid });
      return;
    case 'openPlace':
      await run('milepost.openTarget', { plan, file: action.file, line: action.line });
      return;
    case 'openCommit':
      await run('milepost.openCommit', { repo, hash: action.hash });
      return;
    case 'linkCommit':
      await run('milepost.linkCommit', { plan, repo, hash: action.hash });
      return;
    case 'unlinkCommit':
      await run('milepost.unlinkCommit', { plan, uid: action.uid, repo, hash: action.hash });
      return;
    case 'setStatus':
      await run('milepost.setStatus', { plan, uid: action.uid });
      return;
    case 'copyReference':
      await run('milepost.copyTaskReference', { plan, uid: action.uid });
      return;
    case 'command':
      await run(COMMANDS[action.command]);
  }
}
