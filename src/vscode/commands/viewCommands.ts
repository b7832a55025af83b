import * as vscode from 'vscode';
import { GROUPINGS, SORTINGS } from '../../shared/milestoneOptions';
import { pickOne } from '../ask';
import type { MilestoneView } from '../trees/milestoneView';
import type { Command, CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickFilter } from './pickFilter';
import { knowMe } from './whoAmI';

/** How the *Milestones* view shows the plan: filter, grouping, done tasks. */
export function viewCommands(context: CommandContext, view: MilestoneView): readonly Command[] {
  const { session } = context;
  return [
    {
      id: COMMANDS.filter,
      async execute() {
        const accepted = await pickFilter(await session.load(), view);
        if (accepted && view.options.mine && !(await knowMe(context, view))) {
          view.set({ mine: false });
        }
      },
    },
    {
      id: COMMANDS.showMine,
      async execute() {
        if (view.options.mine || (await knowMe(context, view))) {
          view.set({ mine: !view.options.mine });
        }
      },
    },
    { id: COMMANDS.showAtRisk, execute: () => view.set({ atRisk: !view.options.atRisk }) },
    { id: COMMANDS.clearFilter, execute: () => view.clearFilter() },
    { id: COMMANDS.showDone, execute: () => view.set({ showDone: true }) },
    { id: COMMANDS.hideDone, execute: () => view.set({ showDone: false }) },
    {
      id: COMMANDS.groupBy,
      async execute() {
        const { engine } = await session.load();
        const current = engine.say({ code: 'ui.current', args: [] });
        const groups = GROUPINGS.map(groupBy => ({
          label: engine.say({ code: `ui.group-${groupBy}`, args: [] }),
          description: groupBy === view.options.groupBy ? current : '',
          change: { groupBy },
        }));
        const orders = SORTINGS.map(sortBy => ({
          label: engine.say({ code: 'ui.sort-by', args: [sortBy] }),
          description: sortBy === view.options.sortBy ? current : '',
          change: { sortBy },
        }));
        const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, change: {} };
        const items = [...groups, separator, ...orders];
        const title = engine.say({ code: 'ui.group-title', args: [] });
        const picked = await pickOne(items, { title });
        if (picked) {
          view.set(picked.change);
        }
      },
    },
  ];
}
