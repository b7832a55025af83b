import * as vscode from 'vscode';
import { inform, pickRow, pickRows } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import type { Kit } from '../linking/kit';
import type { ProgressPanel } from '../panel/progressPanel';
import type { Loaded } from '../session';
import { valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickTask } from './pickTask';
import { showCommit } from './showCommit';
import { rangeOf, subjectsOf, subjectsOfKind } from './subjects';

const LATER = [
  'linkCommit',
  'linkCommits',
  'noTask',
  'openCommit',
  'reviewBranch',
  'unlinkCommit',
  'walkCommits',
] as const;

/** Commands about commits, whose code is loaded when one of them runs for the first time. */
export function laterCommands({ session }: CommandContext, panel: ProgressPanel): readonly Command[] {
  return LATER.map(name => ({
    id: COMMANDS[name],
    async execute(...args) {
      const loaded = await session.load();
      const commands = await loaded.engine.linkTools();
      await commands[name](kitFor(loaded, panel), args);
    },
  }));
}

function kitFor(loaded: Loaded, panel: ProgressPanel): Kit {
  const { engine, store } = loaded;
  const writing = writingIn(loaded);
  return {
    ...{ vscode, store, writing, inform, pickRow, pickRows, rangeOf, subjectsOf, subjectsOfKind, valueOf },
    say: engine.say,
    pickTask: (title, question) => pickTask(loaded, title, question),
    showCommit: (repo, hash) => showCommit(loaded, repo, hash),
    showReview: (choice, plan) => panel.show({ tab: 'review', choice, ...(plan !== undefined && { plan }) }),
    tell: (text, items) => tellGesture(loaded, writing.gesture, text, items),
  };
}
