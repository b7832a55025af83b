import type { EditResult, EditTarget, LinkMove } from '../../plan/change';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import type { Field, PlanDocument } from '../../documents/document';
import { layoutRefusal } from '../../documents/edit/fieldLayout';
import type { FieldText } from '../../documents/edit/fieldText';
import { refuse } from '../../documents/edit/refusal';
import { findNested } from '../../documents/edit/setNested';
import { relinkEntries } from '../../documents/edit/relinkEntries';
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
  const place = { map: 'tasks', isEntry: (key: string) => keyOf(key) === keyOf(id), key: 'commits' };
  const find = (document: PlanDocument): Field | undefined => findNested({ document }, place);
  const manner = { order: [], style: 'single', list: 'block' } as const;
  return { ok: true, edits: relinkEntries(file, find, LINKS, moves, manner) };
}
