import * as vscode from 'vscode';
import { pickOne } from '../ask';
import type { Command, CommandContext } from './command';
import { editItem } from './edit';
import { COMMANDS } from './ids';
import { pickTasks } from './pickTasks';
import { subjectsOfKind } from './subjects';

const ICONS = {
  open: 'circle-large-outline',
  active: 'color-mode',
  blocked: 'stop-circle',
  done: 'pass',
  dropped: 'circle-slash',
} as const;

/** Sets the declared status of one or more tasks of a plan to one of the plan's own statuses. */
export function setStatus({ session }: CommandContext): Command {
  return {
    id: COMMANDS.setStatus,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const given = subjectsOfKind(args, 'task');
      const title = engine.say({ code: 'ui.set-status-title', args: [] });
      const chosen = given.length > 0 ? given : await pickTasks(loaded, { title });
      const plan = store.snapshot.plans.find(facts => facts.plan.uid === chosen[0]?.plan)?.plan;
      if (!plan) {
        return;
      }
      // Statuses are a plan's own, so tasks of another plan in the selection are left alone.
      const tasks = chosen.filter(task => task.plan === plan.uid);
      const current = plan.tasks.find(({ uid }) => uid === tasks[0]?.uid)?.status;
      const items = plan.settings.statuses.map(({ name, category }) => ({
        label: name,
        iconPath: new vscode.ThemeIcon(ICONS[category]),
        ...(tasks.length === 1 && name === current
          ? { description: engine.say({ code: 'ui.current', args: [] }) }
          : {}),
      }));
      const placeHolder = engine.say({ code: 'ui.pick-status', args: [tasks.length] });
      const picked = await pickOne(items, { title, placeHolder });
      if (picked) {
        for (const task of tasks) {
          await editItem(loaded, task, [{ kind: 'set', field: 'status', value: picked.label }]);
        }
      }
    },
  };
}
