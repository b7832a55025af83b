import { RowNode } from '../trees/rowNode';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { showCommit } from './openCommit';
import { openPlace } from './openPlace';

/** A click on a row: leads to its line, or to the commit. */
export function openRow({ session }: CommandContext): Command {
  return {
    id: COMMANDS.openRow,
    async execute(node) {
      const target = node instanceof RowNode ? node.row.target : undefined;
      switch (target?.kind) {
        case 'file':
          return openPlace(target.root, target.file, target.line);
        case 'commit':
          return showCommit(await session.load(), target.repo, target.hash);
      }
    },
  };
}
