import { remark } from '../ask';
import type { RowTree } from '../trees/rowTree';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';

/**
 * Ticks the box of the row that has the focus, by a key.
 * @param trees by what the key says of the view that it is pressed in
 */
export function tickFocused(
  { session }: CommandContext,
  trees: { readonly [view: string]: RowTree },
): Command {
  return {
    id: COMMANDS.tickFocused,
    async execute(view) {
      const tree = typeof view === 'string' ? trees[view] : undefined;
      if (!(await tree?.tickFocused())) {
        const { engine } = await session.load();
        remark(engine.say({ code: 'ui.no-box', args: [] }));
      }
    },
  };
}
