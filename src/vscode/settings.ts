import * as vscode from 'vscode';
import type { NamedPlan } from '../app/ports';

export const SECTION = 'milepost';

/** Settings by their key below `milepost.`; a test holds them against package.json. */
export const SETTINGS = {
  plans: 'plans',
  me: 'me',
  statusBar: 'statusBar.show',
  showBadge: 'badge.show',
} as const;

/** Plan folders that the user named for a root; entries that are none are left out. */
export function namedPlans(folder: vscode.WorkspaceFolder): readonly NamedPlan[] {
  const value: unknown = configuration(folder.uri).get(SETTINGS.plans);
  return Array.isArray(value) ? value.flatMap(toNamedPlan) : [];
}

function toNamedPlan(entry: unknown): readonly NamedPlan[] {
  if (typeof entry !== 'object' || entry === null || !('folder' in entry)) {
    return [];
  }
  const { folder } = entry;
  const format = 'format' in entry ? entry.format : undefined;
  return typeof folder === 'string' && folder.trim() !== ''
    ? [{ folder: folder.trim(), ...(typeof format === 'string' ? { format } : {}) }]
    : [];
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

function configuration(scope?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(SECTION, scope);
}
