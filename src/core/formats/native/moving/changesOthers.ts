import { parseDocument } from '../../../documents/parseDocument';
import type { Plan, Task } from '../../../plan/model';
import { descendantsOf } from '../../descendants';
import type { Desk } from '../../moving';
import { assembleOnce } from '../assembleNative';
import { nameOf } from './taskLines';

/**
 * The net below every move: the first file in which it would change something else than where tasks belong, by reading
 * all texts before and after.
 * @param moved the tasks that may get another milestone and another parent
 * @returns undefined where all is as it is to be
 */
export function changesOthers(desk: Desk, plan: Plan, moved: readonly Task[]): string | undefined {
  const [before, after] = (['before', 'now'] as const).map(which => read(desk.texts(which), plan));
  const free = new Map<string, readonly string[]>();
  for (const task of moved) {
    descendantsOf(plan, task).forEach(one => free.set(nameOf(one), ['milestone']));
  }
  moved.forEach(task => free.set(nameOf(task), ['milestone', 'parent']));
  const [old, now] = [before, after].map(
    one => new Map((one?.tasks ?? []).map(task => [nameOf(task), said(task, free.get(nameOf(task)) ?? [])])),
  );
  const [lost] = [...(old ?? [])].filter(([key, text]) => now?.get(key) !== text);
  const isMore = before?.tasks.length !== after?.tasks.length;
  return lost || isMore ? (desk.changed()[0]?.file ?? '') : undefined;
}

function read(texts: ReadonlyMap<string, string>, { folder }: Plan): Plan {
  const files = [...texts].map(([path, text]) => ({ path, document: parseDocument(text, 'markdown') }));
  return assembleOnce({ root: '', folder, files, unreadable: [] });
}

/** What files say of a task, but where, and without some of it. */
function said(task: Task, free: readonly string[]): string {
  const { checklist, ...fields } = task;
  const left = ['uid', 'file', 'line', 'reference', ...free];
  const rest = Object.entries(fields)
    .filter(([name]) => !left.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rest, checklist.map(({ text, checked, list }) => [text, checked, list])]);
}
