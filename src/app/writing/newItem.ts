import { ownFolder } from '../../core/plan/ownFolder';
import type { Message } from '../../core/base/message';
import type { RefusalMessages } from '../../core/plan/change';
import { parseIsoDate } from '../../core/base/dates';
import { prefixOf } from '../../core/plan/ids';
import type { Plan } from '../../core/plan/model';
import { declaredIds, nextId } from '../../core/plan/nextId';
import { formatOfFile } from '../files/formats';
import type { StoreOptions } from '../ports';
import { reasonOf, type Repository } from '../repositories/repository';
import type { FileEdit, ItemWish, NewItemOutcome } from '../store';

/** A plan, and the repository that it lies in. */
export interface PlanHere {
  readonly plan: Plan;
  readonly repo?: Repository | undefined;
  /** Where the root lies in its repository. */
  readonly prefix: string;
}

/** The folder to which items of a kind are added, or why there is none. */
export function homeOf(plan: Plan, kind: ItemWish['kind']): string | Message<RefusalMessages> {
  const own = ownFolder(plan);
  const home = kind === 'risk' || own === plan.folder ? own : undefined;
  return home ?? { code: kind === 'risk' ? 'risks-need-overlay' : 'not-added-here', args: [plan.format] };
}

/** A new task is a line where its milestone keeps tasks as lines; anything else is a file of its own. */
export async function planNewItem(
  here: PlanHere | undefined,
  wish: ItemWish,
  { files, log }: Pick<StoreOptions, 'files' | 'log'>,
): Promise<NewItemOutcome> {
  if (!here) {
    return { ok: false, refusal: { code: 'no-such-item', args: [wish.plan] } };
  }
  const { plan } = here;
  const { kind, due, probability, impact } = wish;
  const home = homeOf(plan, kind);
  if (typeof home !== 'string') {
    return { ok: false, refusal: home };
  }
  const { adding } = (await formatOfFile(plan, `${home}/`)).format;
  if (!adding) {
    return { ok: false, refusal: { code: 'not-added-here', args: [plan.format] } };
  }
  if (due !== undefined && parseIsoDate(due) === undefined) {
    return { ok: false, refusal: { code: 'value-invalid', args: ['due', due, 'YYYY-MM-DD'] } };
  }
  const title = wish.title.replace(/\s+/g, ' ').trim();
  if (title === '') {
    return { ok: false, refusal: { code: 'title-missing', args: [] } };
  }
  const id = kind === 'milestone' ? undefined : await freeId(here, home, kind, log);
  const milestone = plan.milestones.find(({ uid }) => uid === wish.milestone);
  const read = milestone && id !== undefined && (await files.read(plan.root, milestone.file));
  if (read && read.kind === 'text') {
    const added = adding.newLine(read.text, { id, title }, plan.settings);
    if (added) {
      const { file } = milestone;
      return outcomeOf(plan, { file, text: read.text, edits: [added.edit] }, added.line);
    }
  }
  const item = { kind, id, title, milestone: milestone?.id, due, probability, impact };
  const { path, text } = adding.newFile(plan, home, item);
  return outcomeOf(plan, newFile(path, text), 1);
}

/** @param path relative to the root */
export function newFile(path: string, text: string): FileEdit {
  return { file: path, isNew: true, text: '', edits: [{ start: 0, end: 0, text }] };
}

function outcomeOf({ root, folder }: Plan, edit: FileEdit, line: number): NewItemOutcome {
  return { ok: true, edit: { root, plan: folder, files: [edit] }, file: edit.file, line };
}

/** The next id for an item of a kind; undefined where the plan is gone or takes none. */
export async function nextFreeId(
  here: PlanHere | undefined,
  kind: 'task' | 'risk',
  log: StoreOptions['log'],
): Promise<string | undefined> {
  const home = here && homeOf(here.plan, kind);
  return here && typeof home === 'string' ? freeId(here, home, kind, log) : undefined;
}

/** An id that no item of a plan has here, on another branch or in another working tree. */
export async function freeId(
  here: PlanHere,
  home: string,
  kind: 'task' | 'risk',
  log: StoreOptions['log'],
): Promise<string> {
  const { tasks, milestones, risks, settings } = here.plan;
  // An id that an item had before stays its own.
  const taken = [...tasks, ...milestones, ...risks].flatMap(({ id, otherIds = [] }) => [id, ...otherIds]);
  const usual = (kind === 'task' ? tasks : risks).findLast(({ id }) => id !== '');
  const own = usual ? prefixOf(usual.id) : kind === 'task' ? 'TASK' : 'R';
  const prefixes = kind === 'task' && settings.prefix !== '' ? [settings.prefix, ...settings.aliases] : [own];
  const elsewhere = await idsElsewhere(here, home, log);
  return nextId(prefixes, [...taken, ...elsewhere], settings.ids, Math.random);
}

/** Ids of the plan on other branches and in other working trees; without git those here have to do. */
export async function idsElsewhere(
  { repo, prefix }: PlanHere,
  home: string,
  log: StoreOptions['log'],
): Promise<readonly string[]> {
  if (!repo?.history) {
    return [];
  }
  const { head } = repo.history;
  try {
    return declaredIds(
      await repo.git.readIdLines(`${prefix}${home}`, head.kind === 'unborn' ? undefined : head.hash),
    );
  } catch (error) {
    log.warn(`Ids of other branches in ${repo.top}: ${reasonOf(error).code}`);
    return [];
  }
}
