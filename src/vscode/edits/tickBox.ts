import type { CommandManager } from '../commands/commandManager';
import { editItem } from '../commands/edit';
import type { Session } from '../session';
import type { RowTreeOptions } from '../trees/rowTree';

/** Writes the box of a checklist item that was clicked in a tree. */
export function tickBox(session: Session, commands: CommandManager): RowTreeOptions['onCheck'] {
  return ({ subject }, checked) =>
    commands.run('tick', async () => {
      if (subject?.kind === 'checklistItem') {
        const { plan, owner, line, text } = subject;
        await editItem(await session.load(), { plan, ...owner }, [{ kind: 'tick', line, text, checked }]);
      }
    });
}
