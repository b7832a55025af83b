import * as vscode from 'vscode';
import type { NamedPlan } from '../app/ports';
import { misnamedPlans, readNamedPlans } from '../shared/namedPlans';

/** The first part of the name of every setting. */
export const SECTION = 'milepost';

/** Settings by their key below `milepost.`; a test holds them against package.json. */
export const SETTINGS = {
  plans: 'plans',
  me: 'me',
  statusBar: 'statusBar.show',
  showBadge: 'badge.show',
  codeLens: 'codeLens',
  scheduledDates: 'inlayHints.scheduledDates',
} as const;

/** Plan folders that the user named for a root; entries that are none are left out. */
export function namedPlans(folder: vscode.WorkspaceFolder): readonly NamedPlan[] {
  return readNamedPlans(configuration(folder.uri).get(SETTINGS.plans));
}

/** The entries that are none. */
export function misnamed(folder: vscode.WorkspaceFolder): readonly string[] {
  return misnamedPlans(configuration(folder.uri).get(SETTINGS.plans));
}

/** Names one more plan in the settings of its root. */
export async function addNamedPlan(folder: vscode.WorkspaceFolder, plan: NamedPlan): Promise<void> {
  const settings = configuration(folder.uri);
  // What is no list is kept as an entry of one.
  const own: unknown = settings.inspect(SETTINGS.plans)?.workspaceFolderValue ?? namedPlans(folder);
  await settings.update(SETTINGS.plans, [own, plan].flat(), vscode.ConfigurationTarget.WorkspaceFolder);
}

/** The reader's id among assignees; undefined when not set. */
export function ownId(): string | undefined {
  const value: unknown = configuration().get(SETTINGS.me);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whether something that can be switched off is on. */
export function isOn(key: typeof SETTINGS.statusBar | typeof SETTINGS.showBadge): boolean {
  return configuration().get<boolean>(key, true);
}

/** Whether something in plan files is on that can be switched on and off. */
export function isSet(key: 'codeLens' | 'scheduledDates'): boolean {
  return configuration().get<boolean>(SETTINGS[key], false);
}

function configuration(scope?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(SECTION, scope);
}
