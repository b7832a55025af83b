import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';

/** Refreshing and looking into the log. */
export function generalCommands({ session, log }: CommandContext): readonly Command[] {
  return [
    {
      id: COMMANDS.refresh,
      async execute() {
        const { store } = await session.load();
        await vscode.window.withProgress({ location: { viewId: 'milepost.milestones' } }, () =>
          store.refresh(),
        );
      },
    },
    { id: COMMANDS.showLog, execute: () => log.show() },
  ];
}
