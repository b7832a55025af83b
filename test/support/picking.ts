import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/**
 * Runs a command whose quick picks are answered with the entry of a label; where several can be picked, with all, or in
 * a list into which can be typed, with that one and those that are ticked. What such a list does not offer is typed.
 * Fails when the command is refused.
 * @param labels one for every question, or one for each in turn
 */
export async function picking(
  labels: string | readonly string[],
  run: () => Thenable<unknown>,
): Promise<void> {
  const { window } = vscode;
  const { showQuickPick, createQuickPick, showWarningMessage } = window;
  const left = typeof labels === 'string' ? undefined : [...labels];
  const next = (): string | undefined => (left ? left.shift() : (labels as string));
  const pick = async (
    items: readonly unknown[] | Thenable<readonly unknown[]>,
    options?: vscode.QuickPickOptions,
  ): Promise<unknown> => {
    const label = next();
    const isMeant = (item: unknown): boolean => (item as vscode.QuickPickItem).label === label;
    return options?.canPickMany ? await items : (await items).find(isMeant);
  };
  const refused: string[] = [];
  window.showQuickPick = pick as typeof showQuickPick;
  window.createQuickPick = (() => typedInto(next)) as unknown as typeof createQuickPick;
  window.showWarningMessage = (async (text: string) => void refused.push(text)) as typeof showWarningMessage;
  try {
    await run();
    // A command does not wait for what it tells.
    await new Promise(setImmediate);
  } finally {
    Object.assign(window, { showQuickPick, createQuickPick, showWarningMessage });
  }
  assert.deepEqual(refused, []);
}

/** A list that answers as soon as it is shown. */
function typedInto(next: () => string | undefined): object {
  const heard: { [event: string]: () => void } = {};
  const hears = (event: string) => (listener: () => void) => void (heard[event] = listener);
  const list = {
    ...{ value: '', canSelectMany: false, items: [] as vscode.QuickPickItem[] },
    ...{ selectedItems: [] as vscode.QuickPickItem[], activeItems: [] as vscode.QuickPickItem[] },
    onDidChangeValue: hears('value'),
    onDidAccept: hears('accept'),
    onDidHide: hears('hide'),
    hide: () => heard.hide?.(),
    dispose: () => undefined,
    show() {
      const label = next();
      const find = (): vscode.QuickPickItem | undefined => list.items.find(item => item.label === label);
      if (label === undefined) {
        list.hide();
        return;
      }
      if (!find()) {
        list.value = label;
        heard.value?.();
      }
      const [typed] = list.items;
      const meant = find() ?? typed;
      assert.ok(meant, label);
      list.activeItems = [meant];
      list.selectedItems = list.canSelectMany ? [...new Set([...list.selectedItems, meant])] : [];
      heard.accept?.();
    },
  };
  return list;
}
