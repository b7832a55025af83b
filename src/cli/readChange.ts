import type { Change } from '../core/plan/change';
import type { ListField, ScalarField } from '../core/plan/fields/fields';
import { SETTABLE_FIELDS } from '../verbs/set';
import { Failure } from './failure';

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
  const field = SETTABLE_FIELDS.find(one => one.name === name || one.aliases?.includes(name));
  if (!field) {
    const names = SETTABLE_FIELDS.flatMap(one => [one.name, ...(one.aliases ?? [])]);
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
