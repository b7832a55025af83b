import type { Change } from '../../core/plan/change';
import type { ListField, ScalarField } from '../../core/plan/fields/fields';
import { fieldTexts } from '../../core/plan/fields/fieldTexts';
import type { Item } from '../../core/plan/model';
import { commonTexts } from './listQuestions';
import type { FieldOfItems, ValueChoice } from './question';

/** The change of one item by what was answered for several. */
export interface ItemChange {
  readonly item: Item;
  readonly change: Change;
}

/**
 * What becomes of items by an answer. Of a list, what all of them had and was taken away goes, what was picked comes,
 * and what only some of them have stays where it is.
 */
export function fieldChanges(
  { plan, items, field }: FieldOfItems,
  answer: readonly ValueChoice[],
): readonly ItemChange[] {
  const texts = answer.flatMap(one => (one.kind === 'value' ? [one.text] : []));
  const { list } = field;
  if (list === undefined) {
    const change: Change = { kind: 'set', field: field.name as ScalarField, value: texts[0] };
    return items.map(item => ({ item, change }));
  }
  const gone = new Set(commonTexts({ field, items, plan }).filter(text => !texts.includes(text)));
  return items.map(item => {
    const own = fieldTexts(field, item, plan).filter(text => !gone.has(text));
    const value = [...own, ...texts.filter(text => !own.includes(text))];
    return { item, change: { kind: 'setList', field: list as ListField, value } };
  });
}
