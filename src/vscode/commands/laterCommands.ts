import * as vscode from 'vscode';
import { browse, inform, offer, pickRow, pickRows, remark, warn } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { fetchFrom, remoteUrl } from '../host/gitExtension';
import { fileUri } from '../host/rootUri';
import type { Kit } from '../linking/kit';
import type { ProgressPanel } from '../panel/progressPanel';
import { windowGit, type Loaded } from '../session';
import { Refused, valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { pickTask } from './pickTask';
import { showCommit } from './showCommit';
import { rangeOf, subjectsOf, subjectsOfKind } from './subjects';

const LATER = [
  'commitPlan',
  'fetch',
  'linkCommit',
  'linkCommits',
  'noTask',
  'openCommit',
  'openSample',
  'renumber',
  'reviewBranch',
  'unlinkCommit',
  'walkCommits',
] as const;

/** Commands about commits, and for the sample project, whose code is loaded when one of them runs for the first time. */
export function laterCommands({ session, log }: CommandContext, panel: ProgressPanel): readonly Command[] {
  return LATER.map(name => ({
    id: COMMANDS[name],
    async execute(...args) {
      const loaded = await session.load();
      const commands = await loaded.engine.linkTools();
      await commands[name](kitFor(loaded, panel, log), args);
    },
  }));
}

function kitFor(loaded: Loaded, panel: ProgressPanel, log: CommandContext['log']): Kit {
  const { engine, store, gestures } = loaded;
  const writing = writingIn(loaded);
  return {
    ...{ vscode, store, log, writing, rangeOf, subjectsOf, subjectsOfKind, valueOf, fileUri },
    ...{ remoteUrl, fetchFrom },
    ...{ browse, inform, offer, pickRow, pickRows, warn },
    remark: text => {
      gestures.tell(text);
      remark(text);
    },
    refuse: (reason, wayOut) => {
      throw new Refused(reason, wayOut);
    },
    git: windowGit(log),
    say: engine.say,
    pickTask: (title, question) => pickTask(loaded, title, question),
    showCommit: (repo, hash) => showCommit(loaded, repo, hash),
    showReview: (choice, plan) => panel.show({ tab: 'review', choice, ...(plan !== undefined && { plan }) }),
    tell: (text, items) => tellGesture(loaded, writing.gesture, text, items),
  };
}
