import type { IsoDate } from '../../core/base/dates';
import type { Field } from '../../core/plan/fields/fields';
import { fieldTexts } from '../../core/plan/fields/fieldTexts';
import type { Item, Plan } from '../../core/plan/model';
import type { NamedField } from '../../words/gestures';
import type { Text } from '../../words/text';
import type { PickRow } from '../picks/pickRow';

/** A field that has a name in sentences. */
export type AskedField = Field & { readonly name: NamedField };

/** A field of some items of one plan, at least one. */
export interface FieldOfItems {
  readonly field: AskedField;
  readonly items: readonly Item[];
  readonly plan: Plan;
}

/** What a field of some items is asked for with. */
export interface QuestionScope extends FieldOfItems {
  /** In the plan's time zone. */
  readonly today: IsoDate;
  /** The text that all of the items have; undefined where they differ or have none. */
  readonly current: string | undefined;
}

/** An entry of a list from which a value is picked. */
export interface ValueRow extends PickRow<ValueChoice> {
  /** Made from what is being typed, so that it is shown whatever its label is. */
  readonly typed?: true;
}

/** A value as files write it, `none` to remove it, or `unclear` for a text that cannot be picked. */
export type ValueChoice =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' };

/** What somebody is asked who changes a field. */
export interface Question {
  /** What can be picked or typed. */
  readonly hint: Text;
  /** What stands in the box at first. */
  readonly typed?: string;
  /** Whether several entries can be picked. */
  readonly many: boolean;
  /** The entries for what has been typed so far. */
  rows(typed: string): readonly ValueRow[];
}

/** The entry of a value. */
export function valueRow(
  { current }: Pick<QuestionScope, 'current'>,
  text: string,
  label: Text,
  more: Partial<ValueRow> = {},
): ValueRow {
  const { description, ...others } = more;
  const isCurrent = text === current;
  const parts: readonly Text[] = [
    ...(description === undefined ? [] : [description]),
    ...(isCurrent ? [{ code: 'ui.current' as const, args: [] as [] }] : []),
  ];
  return {
    ...others,
    label,
    ...(parts.length > 0 && { description: parts }),
    value: { kind: 'value', text },
  };
}

/** The entry that removes the value; nothing where none of the items has one. */
export function noneRows({ items, field, plan }: QuestionScope): readonly ValueRow[] {
  return items.some(item => fieldTexts(field, item, plan).length > 0)
    ? [{ label: { code: 'edit.no-value', args: [field.name] }, icon: 'close', value: { kind: 'none' } }]
    : [];
}

/** The entry for a typed text that is no value of the field. */
export function unclearRow(typed: string, expected: Text): ValueRow {
  return {
    label: { code: 'edit.value-unclear', args: [typed] },
    description: expected,
    icon: 'warning',
    typed: true,
    value: { kind: 'unclear' },
  };
}
