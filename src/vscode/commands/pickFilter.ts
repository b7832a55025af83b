import * as vscode from 'vscode';
import type { FilterChoice } from '../../present/filterChoices';
import { withoutIcons } from '../ask';
import type { Loaded } from '../session';
import type { MilestoneView } from '../trees/milestoneView';

interface FilterItem extends vscode.QuickPickItem {
  readonly choice?: FilterChoice;
}

/**
 * Asks what to show. The view follows every key and every box; Escape brings back what was shown before.
 * @returns whether the choice was accepted
 */
export function pickFilter({ engine, store }: Loaded, view: MilestoneView): Promise<boolean> {
  const { say } = engine;
  const before = view.options;
  const choices = engine.filterChoices(store.snapshot, before);
  const items = choices.flatMap((choice, i): FilterItem[] => {
    const { kind, label, description, picked } = choice;
    return [
      ...(kind === choices[i - 1]?.kind
        ? []
        : [
            {
              label: say({ code: 'ui.filter-choice', args: [kind] }),
              kind: vscode.QuickPickItemKind.Separator,
            },
          ]),
      {
        label: withoutIcons(say(label)),
        description: withoutIcons(say(description)),
        // What is typed filters the plan; only long lists are narrowed by it, too.
        alwaysShow: kind === 'only' || picked,
        choice,
      },
    ];
  });
  const pick = vscode.window.createQuickPick<FilterItem>();
  pick.title = say({ code: 'ui.filter-title', args: [] });
  pick.placeholder = say({ code: 'ui.filter-prompt', args: [] });
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ choice }) => choice?.picked);
  pick.value = before.text;
  const follow = (): void =>
    view.preview({
      ...engine.filterOf(pick.selectedItems.flatMap(({ choice }) => choice ?? [])),
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
