import type { CommandManager } from '../commands/commandManager';
import { editItem } from '../commands/edit';
import type { Session } from '../session';
import type { RowTreeOptions } from '../trees/rowTree';

/** Writes the box of a checklist item that was clicked in a tree. */
export function checkRow(session: Session, commands: CommandManager): RowTreeOptions['onCheck'] {
  return ({ subject }, checked) =>
    commands.run('check', async () => {
      if (subject?.kind === 'check') {
        const { plan, owner, line, text } = subject;
        await editItem(await session.load(), { plan, ...owner }, [{ kind: 'check', line, text, checked }]);
      }
    });
}
