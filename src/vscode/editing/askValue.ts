import type { QuickPickItem } from 'vscode';
import { bestMatch } from '../../present/gestures/bestMatch';
import type { Question, ValueChoice, ValueRow } from '../../present/gestures/question';
import type { Text } from '../../words/text';
import type { Kit } from '../linking/kit';

type Entry = QuickPickItem & { readonly row: ValueRow };

/**
 * Asks for a value, whose meaning is shown while it is typed.
 * @returns what was picked, nothing of it where everything was taken away; undefined where the question was given up
 */
export async function askValue(
  { vscode, pickItems, say }: Kit,
  title: Text,
  { hint, typed = '', many, rows }: Question,
): Promise<readonly ValueChoice[] | undefined> {
  const pick = vscode.window.createQuickPick<Entry>();
  pick.title = say(title);
  pick.placeholder = say(hint);
  pick.canSelectMany = many;
  pick.matchOnDescription = true;
  pick.value = typed;
  const entriesOf = (some: readonly ValueRow[]): readonly Entry[] =>
    pickItems(some, say).flatMap(({ item: { row }, ...entry }) =>
      row ? [{ ...entry, alwaysShow: 'typed' in row, row }] : [],
    );
  const draw = (chosen: readonly ValueRow[]): void => {
    const offered = rows(pick.value);
    // What was typed and chosen stays in the list when something else is typed.
    const kept = chosen.filter(row => !offered.some(one => isSame(one, row)));
    pick.items = entriesOf([...offered, ...kept]);
    pick.selectedItems = pick.items.filter(({ row }) => chosen.some(one => isSame(one, row)));
  };
  draw(rows('').filter(({ picked }) => picked));
  return new Promise(resolve => {
    let answer: readonly ValueChoice[] | undefined;
    /** What was ticked when something was typed last. */
    let ticked = pick.selectedItems;
    pick.onDidChangeValue(() => {
      draw(many ? pick.selectedItems.map(({ row }) => row) : []);
      ticked = pick.selectedItems;
      if (many) {
        pick.activeItems = meant(pick.value, pick.items);
      }
    });
    pick.onDidAccept(() => {
      const { selectedItems, activeItems } = pick;
      // Whoever types and presses Enter wants what the list shows in focus, ticked or not.
      const isTicked = pick.value.trim() === '' || !sameRows(ticked, selectedItems);
      const all = many ? [...selectedItems, ...(isTicked ? [] : activeItems)] : activeItems;
      const values = [...new Set(all)].map(({ row }) => row.value);
      if ((many || values.length > 0) && values.every(({ kind }) => kind !== 'unclear')) {
        answer = values;
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(answer);
    });
    pick.show();
  });
}

function meant(typed: string, entries: readonly Entry[]): readonly Entry[] {
  const shown = entries.map(({ label, description, row }) => ({ label, description, typed: 'typed' in row }));
  const index = bestMatch(typed, shown);
  return index < 0 ? [] : entries.slice(index, index + 1);
}

function sameRows(some: readonly Entry[], others: readonly Entry[]): boolean {
  return (
    some.length === others.length && some.every(({ row }) => others.some(other => isSame(row, other.row)))
  );
}

function isSame({ value: a }: ValueRow, { value: b }: ValueRow): boolean {
  return a.kind === 'value' && b.kind === 'value' && a.text === b.text;
}
