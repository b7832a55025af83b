import type { Item, Plan } from '../model';
import type { Field } from './fields';
import { textOf, VALUE_FIELDS } from './valueFields';

/**
 * What the files say for a field of an item: the entries of a list, the one text of a value, nothing where they say
 * nothing.
 */
export function fieldTexts(field: Field, item: Item, plan: Plan): readonly string[] {
  if (field.list !== undefined) {
    return listTexts(field.list, item);
  }
  const value = VALUE_FIELDS[item.kind].find(({ name }) => name === field.name);
  const text = value ? textOf(value, item, plan.settings) : partText(field.name, item, plan);
  return text === '' ? [] : [text];
}

function listTexts(list: string, item: Item): readonly string[] {
  const entries = (item as unknown as Readonly<Record<string, readonly (string | { text: string })[]>>)[list];
  return (entries ?? []).map(entry => (typeof entry === 'string' ? entry : entry.text));
}

/** Of the fields that each format reads by itself. */
function partText(name: string, item: Item, { milestones, tasks }: Plan): string {
  const idOf = (key: string | undefined, among: readonly Item[]): string =>
    among.find(one => one.key === key && key !== undefined)?.id ?? key ?? '';
  switch (name) {
    case 'title':
      return item.title;
    case 'status':
      return item.status;
    case 'milestone':
      return item.kind === 'milestone' ? '' : idOf(item.milestone, milestones);
    case 'parent':
      return item.kind === 'task' ? idOf(item.parent, tasks) : '';
    case 'probability':
      return item.kind === 'risk' ? probabilityText(item) : '';
    default:
      return '';
  }
}

function probabilityText({ chance, probability }: Item & { readonly kind: 'risk' }): string {
  return chance === undefined ? String(probability ?? '') : `${Number((chance * 100).toFixed(9))}%`;
}
