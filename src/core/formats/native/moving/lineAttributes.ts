import type { PlanDocument, Value } from '../../../documents/document';
import { textsOf } from '../../../documents/edit/fieldText';
import { plainKey } from '../../../documents/plainKey';
import { statusOf } from '../../../plan/boxStatus';
import { fieldsOf } from '../../../plan/fields/valueFields';
import { parseHandLink } from '../../../plan/handLink';
import type { Plan, Task } from '../../../plan/model';
import type { NativeTools } from './nativeTools';

/** What a line says of a task beside its id and title. */
export interface LineAttributes {
  /** In the box. */
  readonly mark: string;
  readonly texts: readonly string[];
}

/** Fields that the box, or the place of a line, says. */
const SAID = new Set(['id', 'title', 'kind', 'status', 'milestone', 'parent'].map(plainKey));

/**
 * What the fields of a task file are as attributes of a line, values as they are written.
 * @returns `lost`: the keys of fields that a line cannot hold
 */
export function attributesOf(
  document: PlanDocument,
  task: Task,
  { settings }: Plan,
  { marks }: Pick<NativeTools, 'marks'>,
): { readonly attributes: LineAttributes; readonly lost: readonly string[] } {
  const { status, category } = task;
  const boxSuffices = category !== 'blocked' && statusOf(category, settings).status === status;
  const texts = boxSuffices ? [] : [`status:${quoted(status)}`];
  const lost: string[] = boxSuffices || !status.includes('"') ? [] : ['status'];
  for (const { key, value } of document.fields) {
    const isEmpty = value.kind === 'map' ? value.fields.length === 0 : textsOf(value).length === 0;
    const own = isEmpty || SAID.has(plainKey(key)) ? [] : attribute(plainKey(key), value, task);
    if (own) {
      texts.push(...own);
    } else {
      lost.push(key);
    }
  }
  return { attributes: { mark: marks[category], texts }, lost };
}

/** @returns undefined where a line cannot say so */
function attribute(key: string, value: Value, task: Task): readonly string[] | undefined {
  const field = fieldsOf('task').find(({ name }) => plainKey(name) === key);
  const values = textsOf(value);
  if (values.some(text => text.includes('"'))) {
    return undefined;
  }
  switch (field?.name) {
    case 'assignee':
    case 'labels':
      return signed(values, field.name === 'labels' ? '#' : '@');
    case 'depends_on':
      return [`after:${quoted(values.map(withoutBlanks).join(','))}`];
    case 'aliases':
      return [`alias:${values.join(',')}`];
    case 'branch':
      return values.map(text => `branch:${quoted(text)}`);
    case 'needs':
      return task.needs.map(
        ({ resource, amount }) => `needs:${quoted(amount === 1 ? resource : `${resource}:${amount}`)}`,
      );
    case 'commits':
      return values.every(text => /^!?[0-9a-f]+$/i.test(text) && parseHandLink(text))
        ? values.map(text => (text.startsWith('!') ? `!commit:${text.slice(1)}` : `commit:${text}`))
        : undefined;
    default:
      return field?.inline === undefined || values.length !== 1
        ? undefined
        : [field.inline === '!' ? `!${values.join('')}` : `${field.inline}:${quoted(values.join(''))}`];
  }
}

/** A dependency as one word: `APP-4 + 2d` is `APP-4+2d`. */
function withoutBlanks(dependency: string): string {
  return dependency
    .split('+')
    .map(part => part.trim())
    .join('+');
}

/** People and labels with their sign; undefined where one cannot be written so. */
function signed(values: readonly string[], sign: '@' | '#'): readonly string[] | undefined {
  const names = values.map(text => (sign === '#' ? sign + text : text));
  return names.every(text => /^[@#][\p{L}\p{N}_][\p{L}\p{N}_/.-]*$/u.test(text) && text.startsWith(sign))
    ? names
    : undefined;
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
