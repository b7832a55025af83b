import { parseDocument } from '../../../documents/parseDocument';
import type { Plan, Task } from '../../../plan/model';
import { nameOf } from '../../../plan/nameOf';
import { descendantsOf } from '../../descendants';
import type { ParsedFile } from '../../format';
import type { Desk } from '../../moving';
import type { NativeTools } from './nativeTools';

/**
 * The net below every move: the first file in which it would change something else than it is to, by reading all texts
 * before and after.
 * @param free fields that tasks may have otherwise afterwards, by their names
 * @returns undefined where all is as it is to be
 */
export function changesOthers(
  desk: Desk,
  plan: Plan,
  free: ReadonlyMap<string, readonly string[]>,
  { assemble }: Pick<NativeTools, 'assemble'>,
): string | undefined {
  const [before, after] = (['before', 'now'] as const).map(which =>
    assemble({ root: '', folder: plan.folder, files: parsed(desk.texts(which)), unreadable: [] }),
  );
  const [old, now] = [before, after].map(
    one => new Map((one?.tasks ?? []).map(task => [nameOf(task), said(task, free.get(nameOf(task)) ?? [])])),
  );
  const [lost] = [...(old ?? [])].filter(([key, text]) => now?.get(key) !== text);
  const isMore = before?.tasks.length !== after?.tasks.length;
  return lost || isMore ? (desk.changed()[0]?.file ?? '') : undefined;
}

/** What may be different of tasks that are moved, and of those below them. */
export function freedByMoving(plan: Plan, moved: readonly Task[]): ReadonlyMap<string, readonly string[]> {
  const below = moved.flatMap(task => descendantsOf(plan, task));
  return new Map<string, readonly string[]>([
    ...below.map(task => [nameOf(task), ['milestone']] as const),
    ...moved.map(task => [nameOf(task), ['milestone', 'parent']] as const),
  ]);
}

function parsed(texts: ReadonlyMap<string, string>): readonly ParsedFile[] {
  return [...texts].map(([path, text]) => ({ path, document: parseDocument(text, 'markdown') }));
}

/** What files say of a task, but where, and without some of it. */
function said(task: Task, free: readonly string[]): string {
  const { checklist, dependsOn, ...fields } = task;
  const left = ['uid', 'file', 'line', 'reference', ...free];
  const rest = Object.entries(fields)
    .filter(([name]) => !left.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const after = dependsOn.map(({ key, lag }) => [key, lag]);
  return JSON.stringify([rest, after, checklist.map(({ text, checked, list }) => [text, checked, list])]);
}
