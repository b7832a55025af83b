import type { EditResult, EditTarget, LinkMove } from '../../plan/change';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import type { Field, PlanDocument } from '../../documents/document';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import { findField } from '../../documents/edit/fieldText';
import type { FieldText } from '../../documents/edit/fieldText';
import { refuse } from '../../documents/edit/refusal';
import { relinkEntries } from '../../documents/edit/relinkEntries';
import { plainKey } from '../../documents/plainKey';
import { LINKS } from './editFile';

/** Brings the links of a task up to date where an overlay's project.md holds them: `tasks: {ID: {commits}}`. */
export function relinkOverlay(
  file: FieldText,
  { id }: EditTarget,
  moves: readonly LinkMove[],
  plan: Plan,
): EditResult {
  const refusal = layoutRefusal(file, 'tasks');
  if (refusal) {
    return refuse(refusal);
  }
  const keyOf = keyFinder(plan);
  const find = (document: PlanDocument): Field | undefined => {
    const task = mapOf(findField(document, 'tasks')).findLast(({ key }) => keyOf(key) === keyOf(id));
    return mapOf(task).find(({ key }) => plainKey(key) === 'commits');
  };
  const manner = { order: [], style: 'single', list: 'block' } as const;
  return { ok: true, edits: relinkEntries(file, find, LINKS, moves, manner) };
}

function mapOf(field: Field | undefined): readonly Field[] {
  return field?.value.kind === 'map' ? field.value.fields : [];
}
