import type * as vscode from 'vscode';
import { registerCommitDocuments } from './vscode/commitDocuments';
import type { CommandContext } from './vscode/commands/command';
import { CommandManager } from './vscode/commands/commandManager';
import { checkMerged } from './vscode/commands/checkMerged';
import { copyReference } from './vscode/commands/copyReference';
import { dismissFinding } from './vscode/commands/dismissFinding';
import { generalCommands } from './vscode/commands/generalCommands';
import { goToTask } from './vscode/commands/goToTask';
import { laterCommands } from './vscode/commands/laterCommands';
import { openRow } from './vscode/commands/openRow';
import { openTarget } from './vscode/commands/openTarget';
import { panelCommands } from './vscode/commands/panelCommands';
import { readPlanFile } from './vscode/commands/readPlanFile';
import { removeLostLink } from './vscode/commands/removeLostLink';
import { tickFocused } from './vscode/commands/tickFocused';
import { undo } from './vscode/commands/undo';
import { updateLinks } from './vscode/commands/updateLinks';
import { viewCommands } from './vscode/commands/viewCommands';
import { tickBox, tickCommand } from './vscode/edits/tickBox';
import { Diagnostics } from './vscode/diagnostics';
import { cachePlace } from './vscode/host/cachePlace';
import { languageFeatures } from './vscode/languageFeatures';
import { createLog } from './vscode/log';
import { registerProgressPanel } from './vscode/panel/progressPanel';
import { Session } from './vscode/session';
import { StatusBarItem } from './vscode/statusBarItem';
import { testApi, type TestApi } from './vscode/testApi';
import { CurrentWorkView } from './vscode/trees/currentWorkView';
import { MilestoneView } from './vscode/trees/milestoneView';
import { createRiskView } from './vscode/trees/riskView';

/** Registers everything and returns; plans and git are read afterwards. */
export function activate(context: vscode.ExtensionContext): TestApi {
  const log = createLog();
  const session = new Session(log, context.asAbsolutePath('dist/worker.mjs'), () => cachePlace(context));
  const shared: CommandContext = { session, log };
  const commands = new CommandManager(shared);
  const milestones = new MilestoneView(session, context.workspaceState, tickBox);
  const currentWork = new CurrentWorkView(session, log, tickBox);
  const risks = createRiskView(session, milestones);
  const statusBar = new StatusBarItem(session);
  const panel = registerProgressPanel({
    extensionUri: context.extensionUri,
    store: async () => (await session.load()).store,
    builders: async () => (await session.load()).engine,
    log,
    say: text => session.loaded?.engine.say(text) ?? '',
    gestures: () => session.loaded?.gestures,
    memory: context.workspaceState,
  });
  commands.add(
    ...panelCommands(panel),
    ...laterCommands(shared, panel, () => milestones.tree.view.selection),
    ...generalCommands(shared),
    ...viewCommands(shared, milestones),
    openRow(shared),
    openTarget(shared),
    goToTask(shared),
    tickCommand(shared),
    updateLinks(shared),
    removeLostLink(shared),
    dismissFinding(shared),
    checkMerged(shared),
    copyReference(shared),
    tickFocused(shared, { milestones: milestones.tree, currentWork: currentWork.tree }),
    undo(shared),
    readPlanFile(shared),
  );
  context.subscriptions.push(
    log,
    new Diagnostics(session),
    session,
    commands,
    milestones,
    currentWork,
    risks,
    statusBar,
    panel,
    registerCommitDocuments(session),
  );
  // The engine is loaded once VS Code has what it waits for.
  const start = async (): Promise<void> =>
    void context.subscriptions.push(languageFeatures(await session.load(), log));
  setImmediate(() => void commands.run('start', start));
  return testApi({ session, milestones, currentWork, risks, statusBar });
}
