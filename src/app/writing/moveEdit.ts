import type { Plan, Task } from '../../core/plan/model';
import { movedTasks, moveRefusal } from '../../core/formats/moveChecks';
import {
  Desk,
  type Destination,
  type MoveContext,
  type MoveRefusal,
  type Moving,
  type TaskForm,
} from '../../core/formats/moving';
import { writingOf } from '../files/formats';
import type { StoreOptions } from '../ports';
import type { EditOutcome, MovePlace } from '../store';

type Refusal = EditOutcome & { readonly ok: false };

/** What is done to tasks on a desk, and the files that it needs there. */
interface Plain {
  readonly files: readonly string[];
  make(desk: Desk, context: MoveContext): MoveRefusal | undefined;
}

/**
 * The one edit that moves tasks of a plan, with what lies below them, or makes files of tasks that are lines, computed
 * from the texts as they are now.
 */
export async function moveEdit(
  plan: Plan | undefined,
  uids: readonly string[],
  to: MovePlace | TaskForm,
  { files, now }: Pick<StoreOptions, 'files' | 'now'>,
): Promise<EditOutcome> {
  const chosen = uids.map(uid => plan?.tasks.find(task => task.uid === uid));
  const gone = uids.find((_, index) => !chosen[index]);
  if (!plan || gone !== undefined) {
    return refuse({ code: 'no-such-item', args: [gone ?? ''] });
  }
  const tasks = chosen.filter((task): task is Task => task !== undefined);
  const { writing } = await writingOf(plan, `${plan.folder}/`);
  const moving = await writing.moving?.();
  if (!moving) {
    return refuse({ code: 'not-moved-here', args: [plan.format] });
  }
  const work = typeof to === 'string' ? reform(plan, tasks, to, moving) : move(plan, tasks, to, moving);
  if ('code' in work) {
    return refuse(work);
  }
  const read = await readAll(plan, work.files, files);
  if ('refusal' in read) {
    return read;
  }
  const desk = new Desk(read);
  const failed = work.make(desk, { plan, now: now() });
  const { root, folder } = plan;
  return failed ? refuse(failed) : { ok: true, edit: { root, plan: folder, files: desk.changed() } };
}

function move(plan: Plan, chosen: readonly Task[], to: MovePlace, moving: Moving): Plain | MoveRefusal {
  const place = destinationOf(plan, to);
  if (!place) {
    return { code: 'no-such-item', args: [to.uid ?? ''] };
  }
  const tasks = movedTasks(plan, chosen);
  return (
    moveRefusal(plan, tasks, place) ?? {
      files: moving.files(plan, tasks, place),
      make: (desk, context) => moving.move(desk, tasks, place, context),
    }
  );
}

function reform(
  plan: Plan,
  tasks: readonly Task[],
  form: TaskForm,
  { reforming }: Moving,
): Plain | MoveRefusal {
  const way = reforming?.[form];
  if (!way) {
    return { code: form === 'file' ? 'no-line' : 'not-moved-here', args: [tasks[0]?.id ?? ''] };
  }
  return {
    files: way.files(plan, tasks),
    make: (desk, context) => way.make(desk, tasks, context),
  };
}

/** The texts of files; what is missing is left out. */
async function readAll(
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
