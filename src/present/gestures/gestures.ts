import type { Item } from '../../core/plan/model';
import { fieldsOf } from '../../core/plan/fields/valueFields';
import type { NamedField } from '../../words/gestures';
import type { AskedField } from './question';

/** Gestures that ask for one field and set it, by the names of their commands. */
export const FIELD_GESTURES = {
  setStatus: 'status',
  setAssignee: 'assignee',
  setOwner: 'owner',
  setPriority: 'priority',
  setLabels: 'labels',
  setEstimate: 'estimate',
  setRemaining: 'remaining',
  setStart: 'start',
  setDue: 'due',
  setMilestone: 'milestone',
  setDependencies: 'depends_on',
  setProbability: 'probability',
  setImpact: 'impact',
  setResponse: 'response',
  setTitle: 'title',
} as const satisfies Readonly<Record<string, NamedField>>;

/** The name of a command that sets a field. */
export type FieldGesture = keyof typeof FIELD_GESTURES;

/** The field of an item by its name; undefined where such items have none. */
export function fieldOf(kind: Item['kind'], name: NamedField): AskedField | undefined {
  return fieldsOf(kind).find((field): field is AskedField => field.name === name);
}
