import type { Change } from '../core/plan/change';
import type { ListField, ScalarField } from '../core/plan/fields/fields';
import { fieldsOf } from '../core/plan/fields/valueFields';
import { Failure } from './failure';

/** All fields that can be set, each once. */
const FIELDS = (['task', 'milestone', 'risk'] as const)
  .flatMap(fieldsOf)
  .filter(({ kind, list }) => kind ?? list);

/**
 * Reads `FIELD=VALUE`; an empty value removes the field, a list is separated by commas.
 * @throws Failure for anything else
 */
export function readChange(text: string): Change {
  const at = text.indexOf('=');
  if (at < 1) {
    throw new Failure({ code: 'cli.missing', args: [`FIELD=VALUE (${text})`] });
  }
  const name = text.slice(0, at).trim().replaceAll('-', '_');
  const value = text.slice(at + 1).trim();
  const field = FIELDS.find(one => one.name === name || one.aliases?.includes(name));
  if (!field) {
    const names = FIELDS.flatMap(one => [one.name, ...(one.aliases ?? [])]);
    throw new Failure({ code: 'cli.unknown-field', args: [name, [...new Set(names)].join(' ')] });
  }
  if (field.list !== undefined) {
    const entries = value.split(',').map(entry => entry.trim());
    return {
      kind: 'setList',
      field: field.list as ListField,
      value: entries.filter(entry => entry !== ''),
    };
  }
  return { kind: 'set', field: field.name as ScalarField, value: value === '' ? undefined : value };
}
