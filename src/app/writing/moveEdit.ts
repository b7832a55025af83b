import type { Plan, Task } from '../../core/plan/model';
import { movedTasks, moveRefusal } from '../../core/formats/moveChecks';
import { Desk, type Destination } from '../../core/formats/moving';
import { formatOfFile } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { EditOutcome, MovePlace } from '../store';

type Refusal = EditOutcome & { readonly ok: false };

/** The one edit that moves tasks of a plan, with what lies below them, computed from the texts as they are now. */
export async function moveEdit(
  plan: Plan | undefined,
  uids: readonly string[],
  to: MovePlace,
  { files, now }: Pick<StoreOptions, 'files' | 'now'>,
): Promise<EditOutcome> {
  const chosen = uids.map(uid => plan?.tasks.find(task => task.uid === uid));
  const gone = uids.find((_, index) => !chosen[index]);
  if (!plan || gone !== undefined) {
    return refuse({ code: 'no-such-item', args: [gone ?? ''] });
  }
  const place = destinationOf(plan, to);
  if (!place) {
    return refuse({ code: 'no-such-item', args: [to.uid ?? ''] });
  }
  const tasks = movedTasks(
    plan,
    chosen.filter((task): task is Task => task !== undefined),
  );
  const { format } = await formatOfFile(plan, `${plan.folder}/`);
  const moving = await format.moving?.();
  if (!moving) {
    return refuse({ code: 'not-moved-here', args: [plan.format] });
  }
  const refusal = moveRefusal(plan, tasks, place);
  if (refusal) {
    return refuse(refusal);
  }
  const read = await readAll(plan, moving.files(plan, tasks, place), files);
  if ('refusal' in read) {
    return read;
  }
  const desk = new Desk(read);
  const failed = moving.move(desk, tasks, place, { plan, now: now() });
  return failed ? refuse(failed) : { ok: true, edit: editOf(plan, desk) };
}

/** The one edit that makes a file of a task that is a line of a list. */
export async function promoteEdit(
  plan: Plan | undefined,
  uid: string,
  { files, now }: Pick<StoreOptions, 'files' | 'now'>,
): Promise<EditOutcome> {
  const task = plan?.tasks.find(one => one.uid === uid);
  if (!plan || !task) {
    return refuse({ code: 'no-such-item', args: [uid] });
  }
  const { format } = await formatOfFile(plan, `${plan.folder}/`);
  const moving = await format.moving?.();
  if (!moving?.promoting) {
    return refuse({ code: 'no-line', args: [task.id || task.title] });
  }
  const read = await readAll(plan, moving.promoting.files(plan, task), files);
  if ('refusal' in read) {
    return read;
  }
  const desk = new Desk(read);
  const failed = moving.promoting.make(desk, task, { plan, now: now() });
  return failed ? refuse(failed) : { ok: true, edit: editOf(plan, desk) };
}

/** The edit of all files that have become different on a desk. */
export function editOf({ root, folder }: Plan, desk: Desk): (EditOutcome & { ok: true })['edit'] {
  return { root, plan: folder, files: desk.changed() };
}

/** The texts of files; what is missing is left out. */
export async function readAll(
  { root }: Plan,
  paths: readonly string[],
  files: StoreOptions['files'],
): Promise<ReadonlyMap<string, string> | Refusal> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const read = await files.read(root, path);
    if (read.kind === 'failed') {
      return refuse({ code: 'not-writable', args: [path, read.detail] });
    }
    if (read.kind === 'text') {
      texts.set(path, read.text);
    }
  }
  return texts;
}

function destinationOf({ tasks, milestones }: Plan, to: MovePlace): Destination | undefined {
  if (to.kind === 'milestone') {
    const milestone = milestones.find(({ uid }) => uid === to.uid);
    return milestone || to.uid === undefined ? { kind: 'milestone', milestone } : undefined;
  }
  const task = tasks.find(({ uid }) => uid === to.uid);
  return task && { kind: to.kind, task };
}

function refuse(refusal: Refusal['refusal']): Refusal {
  return { ok: false, refusal };
}
