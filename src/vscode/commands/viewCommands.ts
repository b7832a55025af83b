import * as vscode from 'vscode';
import { GROUPINGS, SORTINGS } from '../../shared/milestoneOptions';
import { pickOne } from '../ask';
import { ownId } from '../settings';
import type { MilestoneView } from '../trees/milestoneView';
import { Refused, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';

/** How the *Milestones* view shows the plan: filter, grouping, done tasks. */
export function viewCommands({ session }: CommandContext, view: MilestoneView): readonly Command[] {
  return [
    {
      id: COMMANDS.filter,
      async execute() {
        const { engine } = await session.load();
        const text = await vscode.window.showInputBox({
          title: engine.say({ code: 'ui.filter-title', args: [] }),
          prompt: engine.say({ code: 'ui.filter-prompt', args: [] }),
          value: view.options.text,
        });
        if (text !== undefined) {
          view.set({ text: text.trim() });
        }
      },
    },
    {
      id: COMMANDS.showMine,
      execute() {
        if (ownId() === undefined) {
          throw new Refused({ code: 'ui.me-missing', args: [] });
        }
        view.set({ mine: !view.options.mine });
      },
    },
    { id: COMMANDS.showAtRisk, execute: () => view.set({ atRisk: !view.options.atRisk }) },
    { id: COMMANDS.clearFilter, execute: () => view.set({ text: '', mine: false, atRisk: false }) },
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
          label: engine.say({ code: `ui.sort-${sortBy}`, args: [] }),
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
