import type { Field, FieldItem, InlineField, ListField, ModelName, Values } from './fields';
import { FIELDS } from './fields';
import type { ValueKind, WorkingTime } from './valueKinds';

/** A field whose value the model keeps under a name of its own. */
export interface ValueField extends Field {
  readonly property: string;
  readonly kind: ValueKind<unknown>;
}

/** All fields of a kind of item. */
export function fieldsOf(item: FieldItem): readonly Field[] {
  return FIELDS[item];
}

/** The name of a list in the files of such an item; undefined where it has none. */
export function listName(item: FieldItem, list: ListField): string | undefined {
  return fieldsOf(item).find(field => field.list === list)?.name;
}

/** Where the model keeps what a field says; empty for ids and for what is about evidence only. */
export function modelNamesOf({ property, list, parts = [] }: Field): readonly string[] {
  const name = property ?? list;
  return name === undefined ? parts : [name];
}

/** `modelNamesOf` for all fields of an item. */
export function modelNames<I extends FieldItem>(item: I): readonly ModelName<I>[] {
  return fieldsOf(item).flatMap(modelNamesOf) as ModelName<I>[];
}

/** The fields of each kind of item that are read, compared and merged in one way. */
export const VALUE_FIELDS = {
  milestone: fieldsOf('milestone').filter(isValueField),
  task: fieldsOf('task').filter(isValueField),
  risk: fieldsOf('risk').filter(isValueField),
} as const satisfies Readonly<Record<FieldItem, readonly ValueField[]>>;

function isValueField(field: Field): field is ValueField {
  return field.property !== undefined;
}

/** Value fields of a task that an inline task can hold. */
export const INLINE_FIELDS = VALUE_FIELDS.task.filter(
  (field): field is ValueField & { readonly name: InlineField; readonly inline: string } =>
    field.inline !== undefined,
);

/** The values of an item that `valueOf` finds. */
export function valuesBy<I extends FieldItem>(item: I, valueOf: (field: ValueField) => unknown): Values<I> {
  const values: Record<string, unknown> = {};
  for (const field of VALUE_FIELDS[item]) {
    const value = valueOf(field);
    if (value !== undefined) {
      values[field.property] = value;
    }
  }
  return values as Values<I>;
}

/** The value of a field of an item; undefined for none. */
export function valueOf({ property }: ValueField, item: object): unknown {
  return (item as Readonly<Record<string, unknown>>)[property];
}

/** The value of a field of an item as its file writes it; '' for none. */
export function textOf(field: ValueField, item: object, time: WorkingTime): string {
  const value = valueOf(field, item);
  return value === undefined ? '' : field.kind.format(value, time);
}
