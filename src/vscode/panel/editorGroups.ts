import * as vscode from 'vscode';

/** Named in `activationEvents`, so that the panel comes back after a reload. */
export const PROGRESS_VIEW_TYPE = 'milepost.progress';

/** VS Code prepends something of its own to the type of a webview's tab. */
const isPanel = ({ input }: vscode.Tab): boolean =>
  input instanceof vscode.TabInputWebview && input.viewType.endsWith(PROGRESS_VIEW_TYPE);

const { tabGroups } = vscode.window;

/**
 * Where a new panel goes: beside what is being read, without taking the focus, else into the empty group, named by its
 * number, since VS Code opens nothing in "the active one" while that is locked.
 */
export function placeOfPanel(): { readonly viewColumn: vscode.ViewColumn; readonly preserveFocus: boolean } {
  const { activeTab, viewColumn } = tabGroups.activeTabGroup;
  const isReading = activeTab !== undefined;
  return { viewColumn: isReading ? vscode.ViewColumn.Beside : viewColumn, preserveFocus: isReading };
}

/**
 * Frees the last group of the lock that a closed panel has left there, once nothing is open any more. VS Code keeps it,
 * and the next file would open beside an empty group. The caller disposes what it gets.
 */
export function unlockEmptyGroup(): vscode.Disposable {
  let isLocked = false;
  const unlock = async (closed: readonly vscode.Tab[]) => {
    isLocked ||= closed.some(isPanel);
    const [only, ...others] = tabGroups.all;
    if (isLocked && others.length === 0 && only?.tabs.length === 0) {
      isLocked = false;
      await vscode.commands.executeCommand('workbench.action.unlockEditorGroup');
    }
  };
  return vscode.Disposable.from(
    tabGroups.onDidChangeTabs(({ closed }) => unlock(closed)),
    tabGroups.onDidChangeTabGroups(({ closed }) => unlock(closed.flatMap(({ tabs }) => tabs))),
  );
}

/** Whether an editor of the active group hides the panel, which is another tab of that group. */
export function isHiddenBehindEditor(panel: vscode.WebviewPanel): boolean {
  return !panel.visible && panel.viewColumn === tabGroups.activeTabGroup.viewColumn;
}

/**
 * Where a file opens that something of ours leads to, so that it never covers the panel. VS Code decides (undefined)
 * where the panel's group is locked, as our default of `workbench.editor.autoLockGroups` has it; it counts as locked only
 * while there are other groups.
 */
export function columnForFile(): vscode.ViewColumn | undefined {
  const free = tabGroups.all.filter(({ tabs }) => !tabs.some(isPanel));
  if (!tabGroups.activeTabGroup.tabs.some(isPanel) || (free.length > 0 && locksPanels())) {
    return undefined;
  }
  return free[0]?.viewColumn ?? vscode.ViewColumn.Beside;
}

/**
 * Locks the group of a panel that was opened into it alone. VS Code does so by itself only where another group is open,
 * and counts the lock as soon as one is.
 * @param place where it was opened. Beside what is read, the active group is the one that is read, and stays open; a new
 * panel says that it is active until VS Code has placed it.
 */
export async function lockGroupOf(
  panel: vscode.WebviewPanel,
  { preserveFocus }: ReturnType<typeof placeOfPanel>,
): Promise<void> {
  const isAlone = !preserveFocus && tabGroups.all.length === 1;
  if (isAlone && panel.active && locksPanels()) {
    await vscode.commands.executeCommand('workbench.action.lockEditorGroup');
  }
}

function locksPanels(): boolean {
  const locked = vscode.workspace
    .getConfiguration('workbench.editor')
    .get<Record<string, boolean>>('autoLockGroups');
  return locked?.[`mainThreadWebview-${PROGRESS_VIEW_TYPE}`] === true;
}
