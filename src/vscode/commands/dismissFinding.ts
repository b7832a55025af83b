import * as vscode from 'vscode';
import type { FindingSubject } from '../../present/picks/findingPicks';
import type { Text } from '../../words/text';
import { pickRow } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import type { Loaded } from '../session';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { subjectsOf } from './subjects';

/** Dismisses findings with one reason that is asked for: those of chosen rows, or a picked one. */
export function dismissFinding({ session }: CommandContext): Command {
  return {
    id: COMMANDS.dismissFinding,
    async execute(...args) {
      const loaded = await session.load();
      const { engine, store } = loaded;
      const given = subjectsOf(args).flatMap(subject =>
        'finding' in subject && subject.finding !== undefined
          ? [{ ...subject, finding: subject.finding }]
          : [],
      );
      const chosen = (given.length > 0 ? given : await pickFinding(loaded)).map(
        ({ kind, plan, uid, finding }) => ({ item: { kind, plan, uid }, finding }),
      );
      // Nobody shall think of a reason in vain.
      const items = chosen.map(one => valueOf(engine.dismissible({ store }, one)));
      const names = items.map(({ id, title }) => id || title);
      const reason = names.length > 0 ? await askReason(loaded, names) : undefined;
      if (reason === undefined) {
        return;
      }
      const writing = writingIn(loaded);
      const wishes = chosen.map(one => ({ ...one, reason }));
      valueOf(await engine.dismiss(writing, wishes));
      const text: Text = { code: 'ui.finding-dismissed', args: [names.join(', ')] };
      tellGesture(loaded, writing.gesture, text, names.length);
    },
  };
}

async function askReason({ engine: { say } }: Loaded, names: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: say({ code: 'ui.dismiss-title', args: [] }),
    prompt: say({ code: 'ui.dismiss-prompt', args: [names.join(', ')] }),
    ignoreFocusOut: true,
    validateInput: value => (value.trim() === '' ? say({ code: 'ui.dismiss-empty', args: [] }) : undefined),
  });
}

/** Offers every finding of every plan, with those that wait for the schedule. */
async function pickFinding({ engine, store }: Loaded): Promise<readonly FindingSubject[]> {
  const { say, findingPicks } = engine;
  const rows = engine.status({ store }).then(outcome => findingPicks(valueOf(outcome).plans));
  const picked = await pickRow(rows, say, {
    title: say({ code: 'ui.dismiss-title', args: [] }),
    placeHolder: say({ code: 'ui.pick-finding', args: [] }),
    matchOnDescription: true,
  });
  return picked ? [picked] : [];
}
