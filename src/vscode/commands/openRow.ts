import * as vscode from 'vscode';
import { RowNode } from '../trees/rowNode';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { showCommit } from './showCommit';
import { openPlace } from './openPlace';

/**
 * A click on a row: leads to its line, or to the commit. The git extension's view of a commit takes the focus, so the
 * tree gets it back.
 */
export function openRow({ session }: CommandContext): Command {
  return {
    id: COMMANDS.openRow,
    async execute(node, view) {
      const target = node instanceof RowNode ? node.row.target : undefined;
      switch (target?.kind) {
        case 'file':
          return openPlace(target.root, target.file, target.line);
        case 'commit':
          await showCommit(await session.load(), target.repo, target.hash);
          await vscode.commands.executeCommand(`${String(view)}.focus`);
      }
    },
  };
}
