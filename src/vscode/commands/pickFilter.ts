import * as vscode from 'vscode';
import { pickItems } from '../ask';
import type { Loaded } from '../session';
import type { MilestoneView } from '../trees/milestoneView';

/**
 * Asks what to show. The view follows every key and every box; Escape brings back what was shown before.
 * @returns whether the choice was accepted
 */
export async function pickFilter({ engine, store }: Loaded, view: MilestoneView): Promise<boolean> {
  const { say } = engine;
  const { filterOf, filterPicks } = await engine.filterTools();
  const before = view.options;
  const items = pickItems(filterPicks(store.snapshot, before), say).map(item => ({
    ...item,
    // What is typed filters the plan; only the long lists are narrowed by it, too.
    alwaysShow: item.item.row?.value.kind === 'only' || item.picked,
  }));
  const pick = vscode.window.createQuickPick<(typeof items)[number]>();
  pick.title = say({ code: 'ui.filter-title', args: [] });
  pick.placeholder = say({ code: 'ui.filter-prompt', args: [] });
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ picked }) => picked);
  pick.value = before.text;
  const follow = (): void =>
    view.preview({
      ...filterOf(pick.selectedItems.flatMap(({ item }) => item.row?.value ?? [])),
      text: pick.value.trim(),
    });
  return new Promise(resolve => {
    let accepted = false;
    pick.onDidChangeValue(follow);
    pick.onDidChangeSelection(follow);
    pick.onDidAccept(() => {
      accepted = true;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      view.set(accepted ? {} : before);
      resolve(accepted);
    });
    pick.show();
  });
}
