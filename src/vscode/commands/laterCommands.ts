import * as vscode from 'vscode';
import { browse, inform, offer, pickItems, pickRow, pickRows, remark, warn } from '../ask';
import { writingIn } from '../edits/editorWriter';
import { tellGesture } from '../edits/tellGesture';
import { fetchFrom, messageBox, pushCommand, remoteUrl } from '../host/gitExtension';
import { fileUri, rootId } from '../host/rootUri';
import type { Kit, LaterCommand } from '../linking/kit';
import type { Engine } from '../loadEngine';
import type { ProgressPanel } from '../panel/progressPanel';
import { windowGit, type Loaded } from '../session';
import { Refused, valueOf, type Command, type CommandContext } from './command';
import { COMMANDS } from './ids';
import { openPlace } from './openPlace';
import { pickTask } from './pickTask';
import { showCommit } from './showCommit';
import { rangeOf, subjectsOf, subjectsOfKind } from './subjects';

/** About commits, and for the sample project. */
const ABOUT_COMMITS = [
  'addTaskTrailer',
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

const ABOUT_FIELDS = [
  'applyRemedies',
  'block',
  'closeMilestone',
  'createPlan',
  'declareHealth',
  'drop',
  'finishWork',
  'makeOverlay',
  'markReviewed',
  'moveTo',
  'newMilestone',
  'newRisk',
  'newTask',
  'promote',
  'setActive',
  'setAssignee',
  'setDependencies',
  'setDone',
  'setDue',
  'setEstimate',
  'setImpact',
  'setLabels',
  'setMilestone',
  'setOwner',
  'setPriority',
  'setProbability',
  'setRemaining',
  'setResponse',
  'setStart',
  'setStatus',
  'setTitle',
  'shiftDates',
  'split',
  'startWork',
  'toLine',
  'unblock',
] as const;

/**
 * Commands whose code is loaded when one of their kind runs for the first time.
 * @param selected the rows that are selected in *Milestones*
 */
export function laterCommands(
  { session, log }: CommandContext,
  panel: ProgressPanel,
  selected: () => readonly unknown[],
): readonly Command[] {
  const later = <N extends keyof typeof COMMANDS>(
    names: readonly N[],
    load: (engine: Engine) => Promise<Readonly<Record<N, LaterCommand>>>,
  ): readonly Command[] =>
    names.map(name => ({
      id: COMMANDS[name],
      async execute(...args) {
        const loaded = await session.load();
        const commands = await load(loaded.engine);
        await commands[name](kitFor(loaded, { panel, log, selected }), args);
      },
    }));
  return [
    ...later(ABOUT_COMMITS, engine => engine.linkTools()),
    ...later(ABOUT_FIELDS, async engine => (await engine.editTools()).editCommands),
  ];
}

interface Around {
  readonly panel: ProgressPanel;
  readonly log: CommandContext['log'];
  readonly selected: () => readonly unknown[];
}

function kitFor(loaded: Loaded, around: Around): Kit {
  const { panel, log, selected } = around;
  const { engine, store, gestures } = loaded;
  const writing = writingIn(loaded);
  return {
    ...{ vscode, store, log, writing, rangeOf, subjectsOf, subjectsOfKind, valueOf, fileUri, rootId },
    ...{ remoteUrl, fetchFrom, messageBox, pushCommand },
    ...{ browse, inform, offer, pickItems, pickRow, pickRows, warn },
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
    next: () => kitFor(loaded, around),
    ...{ openPlace, selected },
    tell: (text, items) => tellGesture(loaded, writing.gesture, text, items),
  };
}
