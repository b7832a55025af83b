import * as vscode from 'vscode';
import type { Text } from '../../words/text';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import type { Loaded } from '../session';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickTask } from './pickTask';
import { subjectsOfKind } from './subjects';

/** Sets how much work is left on one or more tasks to a duration that is asked for once. */
export function setRemaining({ session }: CommandContext): Command {
  return {
    id: COMMANDS.setRemaining,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const given = subjectsOfKind(args, 'task');
      const title = engine.say({ code: 'ui.set-remaining-title', args: [] });
      const one = given.length > 0 ? undefined : await pickTask(loaded, title);
      const tasks = (one ? [one] : given).map(({ plan, uid }) => ({ kind: 'task' as const, plan, uid }));
      const names: string[] = [];
      for (const item of tasks) {
        // Nobody shall think of a figure in vain.
        const { id, title: own } = valueOf(await engine.settable({ store }, wishOf(item, '1d')));
        names.push(id || own);
      }
      const value = names.length > 0 ? await askDuration(loaded, names) : undefined;
      if (value === undefined) {
        return;
      }
      const writing = writingIn(loaded);
      valueOf(
        await engine.set(
          writing,
          tasks.map(item => wishOf(item, value)),
        ),
      );
      const text: Text = { code: 'ui.remaining-set', args: [names.join(', '), value] };
      tellGesture(loaded, writing.gesture, text, names.length);
    },
  };
}

type SetWish = Parameters<Loaded['engine']['set']>[1][number];

function wishOf(item: SetWish['item'], value: string): SetWish {
  return { item, changes: [{ kind: 'set', field: 'remaining', value }] };
}

async function askDuration(
  { engine: { say, isDuration } }: Loaded,
  names: readonly string[],
): Promise<string | undefined> {
  const value = await vscode.window.showInputBox({
    title: say({ code: 'ui.set-remaining-title', args: [] }),
    prompt: say({ code: 'ui.remaining-prompt', args: [names.join(', ')] }),
    ignoreFocusOut: true,
    validateInput: text => (isDuration(text) ? undefined : say({ code: 'ui.remaining-invalid', args: [] })),
  });
  return value?.trim();
}
