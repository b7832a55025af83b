import * as vscode from 'vscode';

/** A list into which can be typed, and that stays open. */
export interface TypedList {
  readonly value: string;
  /** What it shows. */
  labels(): readonly string[];
  type(text: string): void;
  /** Presses Enter on the entry that is active by itself. */
  accept(): void;
}

/** Runs a command that shows such a list, does something with the list, and closes it as Escape does. */
export async function typing(
  run: () => Thenable<unknown>,
  use: (list: TypedList) => Promise<void>,
): Promise<void> {
  const { window } = vscode;
  const { createQuickPick } = window;
  let onShow: (list: ReturnType<typeof fakeList>) => void = () => undefined;
  const shown = new Promise<ReturnType<typeof fakeList>>(resolve => (onShow = resolve));
  window.createQuickPick = (() => fakeList(onShow)) as unknown as typeof createQuickPick;
  try {
    const done = run();
    const list = await shown;
    await use(list);
    list.hide();
    await done;
  } finally {
    Object.assign(window, { createQuickPick });
  }
}

function fakeList(onShow: (list: ReturnType<typeof fakeList>) => void) {
  const heard: { [event: string]: () => void } = {};
  const hears = (event: string) => (listener: () => void) => void (heard[event] = listener);
  const list = {
    value: '',
    items: [] as readonly vscode.QuickPickItem[],
    activeItems: [] as readonly vscode.QuickPickItem[],
    onDidChangeValue: hears('value'),
    onDidAccept: hears('accept'),
    onDidHide: hears('hide'),
    labels: () => list.items.map(({ label }) => label),
    type(text: string): void {
      list.value = text;
      heard.value?.();
    },
    accept: () => heard.accept?.(),
    hide: () => heard.hide?.(),
    show: () => {
      onShow(list);
    },
    dispose: () => undefined,
  };
  return list;
}
