import { ownFolder } from '../../core/plan/ownFolder';
import type { Message } from '../../core/base/message';
import type { Change, EditResult, EditTarget, RefusalMessages } from '../../core/plan/change';
import { composeEdits } from '../../core/plan/composeEdits';
import { applyEdits, type TextEdit } from '../../core/base/text';
import { parseDocument } from '../../core/documents/parseDocument';
import { projectPath } from '../../core/formats/projectPath';
import type { EditContext, FormatWriting } from '../../core/formats/format';
import { parseIsoDate } from '../../core/base/dates';
import { prefixOf } from '../../core/plan/ids';
import type { Plan } from '../../core/plan/model';
import { declaredIds, nextId } from '../../core/plan/nextId';
import { entryOf, writingOf } from '../files/formats';
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
  const home = entryOf(plan.format).adds?.includes(kind)
    ? plan.folder
    : kind === 'risk'
      ? ownFolder(plan)
      : undefined;
  return home ?? { code: kind === 'risk' ? 'risks-need-overlay' : 'not-added-here', args: [plan.format] };
}

/**
 * A new task is a line where its milestone keeps tasks as lines; anything else is a file of its own. What it says beside
 * its title is written as any later change of it would be.
 */
export async function planNewItem(
  here: PlanHere | undefined,
  wish: ItemWish,
  { files, log, now }: Pick<StoreOptions, 'files' | 'log' | 'now'>,
  ids: 'everywhere' | 'here' = 'everywhere',
): Promise<NewItemOutcome> {
  if (!here) {
    return { ok: false, refusal: { code: 'no-such-item', args: [wish.plan] } };
  }
  const { plan } = here;
  const { kind, due, probability, impact, changes = [] } = wish;
  const home = homeOf(plan, kind);
  if (typeof home !== 'string') {
    return { ok: false, refusal: home };
  }
  const { writing } = await writingOf(plan, `${home}/`);
  const { adding } = writing;
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
  const elsewhere = ids === 'here' ? [] : await idsElsewhere(here, home, log);
  const id = adding.numbers.includes(kind) ? idAmong(plan, kind, elsewhere) : undefined;
  const milestone = plan.milestones.find(({ uid }) => uid === wish.milestone);
  const read = milestone && id !== undefined && (await files.read(plan.root, milestone.file));
  if (read && read.kind === 'text') {
    const added = adding.newLine?.(read.text, { id, title }, plan.settings);
    if (added) {
      const { file } = milestone;
      const target = { kind, id, line: added.line };
      const day: Change = { kind: 'set', field: 'due', value: due };
      const all = due === undefined ? changes : [day, ...changes];
      const context = { plan, path: file, now: now() };
      const made = changed(read.text, [added.edit], target, all, writing, context);
      return made.ok
        ? outcomeOf(plan, { file, text: read.text, edits: made.edits }, added.line)
        : { ok: false, refusal: made.refusal };
    }
  }
  const config = adding.configFile?.(plan);
  const configured = config === undefined ? undefined : await files.read(plan.root, config);
  const item = { kind, id, title, milestone: milestone?.id, due, probability, impact, changes };
  const file = adding.newFile(plan, home, item, {
    now: now(),
    config: configured?.kind === 'text' ? parseDocument(configured.text, 'yaml') : undefined,
  });
  const { path, text, rest } = file;
  const target = { kind, id: file.id, line: 1, file: path };
  const owner = home === plan.folder ? plan : { ...plan, folder: home };
  const context = { plan: owner, path, now: now() };
  // What the file has no place for goes to an overlay, if there is one.
  const overlay = kind === 'task' ? plan.overlays?.[0] : undefined;
  const others =
    overlay === undefined
      ? []
      : rest.filter(change => {
          const result = writing.edit(text, target, change, context);
          return !result.ok && result.refusal.code === 'field-in-overlay';
        });
  const own = rest.filter(change => !others.includes(change));
  const made = changed(text, [], target, own, writing, context);
  if (!made.ok) {
    return { ok: false, refusal: made.refusal };
  }
  const outcome = outcomeOf(plan, newFile(path, applyEdits(text, made.edits)), 1);
  return overlay === undefined || others.length === 0
    ? outcome
    : withOverlay(outcome, plan, projectPath(overlay), target, others, { files, now });
}

/** The same with changes that an overlay holds. */
async function withOverlay(
  outcome: NewItemOutcome,
  plan: Plan,
  path: string,
  target: EditTarget,
  changes: readonly Change[],
  { files, now }: Pick<StoreOptions, 'files' | 'now'>,
): Promise<NewItemOutcome> {
  const read = await files.read(plan.root, path);
  if (!outcome.ok || read.kind !== 'text') {
    return outcome.ok ? { ok: false, refusal: { code: 'item-gone', args: [path] } } : outcome;
  }
  const manner = await writingOf(plan, path);
  const context = { plan: manner.plan, path, now: now() };
  const made = changed(read.text, [], target, changes, manner.writing, context);
  const { edit } = outcome;
  return made.ok
    ? {
        ...outcome,
        edit: { ...edit, files: [...edit.files, { file: path, text: read.text, edits: made.edits }] },
      }
    : { ok: false, refusal: made.refusal };
}

/** The edits that make an item, and those that change it then, as one set against the first text. */
function changed(
  text: string,
  first: readonly TextEdit[],
  target: EditTarget,
  changes: readonly Change[],
  writing: FormatWriting,
  context: EditContext,
): EditResult {
  const steps = [first];
  let draft = applyEdits(text, first);
  for (const change of changes) {
    const result = writing.edit(draft, target, change, context);
    if (!result.ok) {
      return result;
    }
    steps.push(result.edits);
    draft = applyEdits(draft, result.edits);
  }
  return { ok: true, edits: composeEdits(text, steps) };
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
  return idAmong(here.plan, kind, await idsElsewhere(here, home, log));
}

/** What ids of a kind begin with, in a plan that does not say it. */
const PREFIXES = { task: 'TASK', risk: 'R', milestone: 'M' } as const;

/** @param elsewhere ids that other branches and working trees have */
function idAmong(plan: Plan, kind: ItemWish['kind'], elsewhere: readonly string[]): string {
  const { tasks, milestones, risks, settings } = plan;
  // An id that an item had before stays its own.
  const taken = [...tasks, ...milestones, ...risks].flatMap(({ id, otherIds = [] }) => [id, ...otherIds]);
  const usual = { task: tasks, risk: risks, milestone: milestones }[kind].findLast(({ id }) => id !== '');
  const own = usual ? prefixOf(usual.id) : PREFIXES[kind];
  const prefixes = kind === 'task' && settings.prefix !== '' ? [settings.prefix, ...settings.aliases] : [own];
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
