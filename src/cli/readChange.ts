import type { Change, ListField, ScalarField } from '../core/plan/change';
import { Failure } from './failure';

const SCALARS: readonly ScalarField[] = [
  'title',
  'status',
  'milestone',
  'parent',
  'priority',
  'estimate',
  'remaining',
  'spent',
  'start',
  'due',
  'blocked',
  'until',
  'owner',
  'health',
  'health_note',
  'health_date',
  'review',
  'probability',
  'impact',
  'response',
];

const LISTS: Readonly<Record<string, ListField>> = {
  assignee: 'assignees',
  assignees: 'assignees',
  labels: 'labels',
  depends_on: 'dependsOn',
  dependsOn: 'dependsOn',
  branch: 'branches',
};

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
  const list = LISTS[name];
  if (list !== undefined && Object.hasOwn(LISTS, name)) {
    const entries = value.split(',').map(entry => entry.trim());
    return { kind: 'setList', field: list, value: entries.filter(entry => entry !== '') };
  }
  const scalar = SCALARS.find(field => field === name);
  if (scalar === undefined) {
    const fields = [...SCALARS, ...Object.keys(LISTS)].join(' ');
    throw new Failure({ code: 'cli.unknown-field', args: [name, fields] });
  }
  return { kind: 'set', field: scalar, value: value === '' ? undefined : value };
}
