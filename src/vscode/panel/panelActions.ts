import * as vscode from 'vscode';
import type { Snapshot } from '../../core/snapshot';
import type { Subject } from '../../present/row';
import type { FromPanel } from '../../shared/protocol';
import type { PanelCommand } from '../../shared/parts';
import type { RangeOfPlan } from '../../verbs/withoutTask';
import type { Text } from '../../words/text';
import { inform, remark } from '../ask';
import { COMMANDS } from '../commands/ids';
import type { Engine } from '../loadEngine';

/** What the messages of a panel are about. */
export interface PanelSubject {
  readonly snapshot: Snapshot;
  /** `Plan.uid`. */
  readonly plan: string;
  /** `Repo.top`. */
  readonly repo: string | undefined;
  /** What the panel reviews. */
  readonly range: RangeOfPlan;
  readonly say: (text: Text) => string;
  readonly engine: Pick<Engine, 'findItem' | 'rootWithFile'>;
}

/** Messages that ask for something outside the panel. */
export type PanelAction = Exclude<
  FromPanel,
  { type: 'ready' | 'view' | 'pickEnd' | 'copyStatus' | 'copyReview' | 'export' | 'tryDay' | 'error' }
>;

/** Those of the page's commands that are about no plan and no repository. */
const WAYS_OUT: { readonly [command in Exclude<PanelCommand, 'commitPlan' | 'fetch'>]: string } = {
  refresh: COMMANDS.refresh,
  showLog: COMMANDS.showLog,
  manageTrust: 'workbench.trust.manage',
  undo: COMMANDS.undo,
};

/** Does what the panel asks for, through the commands that the trees and the palette use as well. */
export async function runPanelAction(action: PanelAction, about: PanelSubject): Promise<void> {
  const { plan, repo = '' } = about;
  switch (action.type) {
    case 'openItem':
      return onItem(COMMANDS.openTarget, { kind: action.kind, plan, uid: action.uid }, about);
    case 'setStatus':
      return onItem(COMMANDS.setStatus, { kind: 'task', plan, uid: action.uid }, about);
    case 'setDay': {
      const { kind, uid, field, day } = action;
      return onItem(COMMANDS[field === 'due' ? 'setDue' : 'setStart'], { kind, plan, uid }, about, day);
    }
    case 'renumber':
      return onItem(COMMANDS.renumber, { kind: 'task', plan, uid: action.uid }, about);
    case 'copyReference':
      return onItem(COMMANDS.copyReference, { kind: 'task', plan, uid: action.uid }, about);
    case 'dismissFinding': {
      const { kind, uid, finding } = action;
      return onItem(COMMANDS.dismissFinding, { kind, plan, uid, finding }, about);
    }
    case 'remedy': {
      const { kind, uid, remedy } = action;
      return onItem(COMMANDS[remedy], { kind, plan, uid }, about);
    }
    case 'copyText':
      return vscode.env.clipboard.writeText(action.text);
    case 'copySvg':
      await vscode.env.clipboard.writeText(action.svg);
      return remark(about.say({ code: 'ui.svg-copied', args: [] }));
    case 'openPlace':
      return openInPlan(action.file, action.line, about);
    case 'openCommit':
      return run(COMMANDS.openCommit, { kind: 'commit', plan, repo, hash: action.hash });
    case 'linkCommit':
      return run(COMMANDS.linkCommit, { kind: 'commit', plan, repo, hash: action.hash });
    case 'unlinkCommit':
      return run(COMMANDS.unlinkCommit, { kind: 'commit', plan, repo, hash: action.hash, task: action.uid });
    case 'walkCommits':
      return run(COMMANDS.walkCommits, about.range);
    case 'tick':
      return tick(action, about);
    case 'command':
      return action.command === 'commitPlan' || action.command === 'fetch'
        ? run(COMMANDS[action.command], { kind: 'plan', plan, repo })
        : run(WAYS_OUT[action.command]);
  }
}

async function run(command: string, ...subject: readonly object[]): Promise<void> {
  await vscode.commands.executeCommand(command, ...subject);
}

/** What another branch's plan shows need not be in the files that are checked out. */
async function onItem(
  command: string,
  subject: Subject,
  { snapshot, say, engine }: PanelSubject,
  ...value: readonly string[]
): Promise<void> {
  if ('uid' in subject && engine.findItem(snapshot, subject).ok) {
    await vscode.commands.executeCommand(command, subject, ...value);
  } else {
    inform(say({ code: 'panel.not-here', args: [] }));
  }
}

/** Only files of the plan: the panel names no others. */
async function openInPlan(
  file: string,
  line: number,
  { snapshot, plan, say, engine }: PanelSubject,
): Promise<void> {
  if (engine.rootWithFile(snapshot, plan, file) !== undefined) {
    await run(COMMANDS.openTarget, { plan, file, line });
  } else {
    inform(say({ code: 'panel.not-here', args: [] }));
  }
}

/** Ticks a criterion, if its line still says what the panel shows, which may be cut. */
async function tick(
  { uid, line, text }: Extract<PanelAction, { type: 'tick' }>,
  { snapshot, plan, say, engine }: PanelSubject,
): Promise<void> {
  const owner = { kind: 'task', uid } as const;
  const found = engine.findItem(snapshot, { plan, ...owner });
  const list = found.ok && 'checklist' in found.value.item ? found.value.item.checklist : [];
  const box = list.find(one => one.line === line && one.text.startsWith(text.replace(/…$/, '')));
  if (box) {
    const subject: Subject = { kind: 'checklistItem', plan, owner, line, text: box.text };
    await vscode.commands.executeCommand(COMMANDS.tick, subject, true);
  } else {
    inform(say({ code: 'panel.not-here', args: [] }));
  }
}
