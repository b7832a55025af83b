import * as vscode from 'vscode';
import { remark } from '../ask';
import type { Loaded } from '../session';
import { Refused, type Command, type CommandContext } from './command';
import { editItem } from './edit';
import { COMMANDS } from './ids';
import { pickTasks } from './pickTasks';
import { subjectsOfKind, type SubjectOf } from './subjects';

/** Sets how much work is left on one or more tasks to a duration that is asked for once. */
export function setRemaining({ session }: CommandContext): Command {
  return {
    id: COMMANDS.setRemaining,
    async execute(...args) {
      const loaded = await session.load();
      const { say } = loaded.engine;
      const given = subjectsOfKind(args, 'task');
      const title = say({ code: 'ui.set-remaining-title', args: [] });
      const tasks = given.length > 0 ? given : await pickTasks(loaded, { title });
      // Nobody shall think of a figure in vain.
      const names: string[] = [];
      for (const task of tasks) {
        names.push(await holderOf(loaded, task));
      }
      const value = names.length > 0 ? await askDuration(loaded, names) : undefined;
      if (value === undefined) {
        return;
      }
      for (const task of tasks) {
        await editItem(loaded, task, [{ kind: 'set', field: 'remaining', value }]);
      }
      remark(say({ code: 'ui.remaining-set', args: [names.join(', '), value] }));
    },
  };
}

/**
 * The name of the task.
 * @throws Refused where its format cannot hold what remains
 */
async function holderOf({ store }: Loaded, { plan, uid }: SubjectOf<'task'>): Promise<string> {
  const change = { kind: 'set', field: 'remaining', value: '1d' } as const;
  const outcome = await store.planEdit({ plan, kind: 'task', uid }, change);
  if (!outcome.ok) {
    throw new Refused(outcome.refusal);
  }
  const { tasks } = store.snapshot.plans.find(facts => facts.plan.uid === plan)?.plan ?? { tasks: [] };
  const task = tasks.find(one => one.uid === uid);
  return task ? task.id || task.title : uid;
}

async function askDuration(
  { engine: { say, parseEstimate } }: Loaded,
  names: readonly string[],
): Promise<string | undefined> {
  const value = await vscode.window.showInputBox({
    title: say({ code: 'ui.set-remaining-title', args: [] }),
    prompt: say({ code: 'ui.remaining-prompt', args: [names.join(', ')] }),
    ignoreFocusOut: true,
    validateInput: text =>
      parseEstimate(text.trim()) ? undefined : say({ code: 'ui.remaining-invalid', args: [] }),
  });
  return value?.trim();
}
