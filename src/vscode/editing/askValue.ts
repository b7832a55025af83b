import type { QuickPickItem } from 'vscode';
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
    pick.onDidChangeValue(() => {
      draw(many ? pick.selectedItems.map(({ row }) => row) : []);
    });
    pick.onDidAccept(() => {
      const values = accepted(many, pick.selectedItems, pick.activeItems);
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

/** Whoever types something new and presses Enter wants it, ticked or not. */
function accepted(
  many: boolean,
  selected: readonly Entry[],
  active: readonly Entry[],
): readonly ValueChoice[] {
  const added = many ? active.filter(entry => entry.alwaysShow && !selected.includes(entry)) : active;
  return [...(many ? selected : []), ...added].map(({ row }) => row.value);
}

function isSame({ value: a }: ValueRow, { value: b }: ValueRow): boolean {
  return a.kind === 'value' && b.kind === 'value' && a.text === b.text;
}
