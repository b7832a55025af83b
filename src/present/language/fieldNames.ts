import { plainKey } from '../../core/documents/plainKey';
import type { Field } from '../../core/plan/fields/fields';
import { fieldsOf } from '../../core/plan/fields/valueFields';
import type { Item } from '../../core/plan/model';
import { ownItem, type PlanFile } from './planFile';

/** A key of front matter, and the field that it is. */
export interface FileKey {
  /** As the format writes it. */
  readonly name: string;
  /** Undefined for what Milepost does not read. */
  readonly field?: Field;
}

/** Keys of task files of Backlog.md, in the order in which its own tool writes them, each with the field that it is. */
const BACKLOG_TASK: readonly (readonly [name: string, field?: string])[] = [
  ['id', 'id'],
  ['title', 'title'],
  ['status', 'status'],
  ['assignee', 'assignee'],
  ['reporter'],
  ['created_date'],
  ['updated_date'],
  ['labels', 'labels'],
  ['milestone', 'milestone'],
  ['dependencies', 'depends_on'],
  ['references'],
  ['documentation'],
  ['parent_task_id', 'parent'],
  ['priority', 'priority'],
  ['due_date', 'due'],
  ['ordinal'],
];

/** Keys of milestone files of Backlog.md. */
const BACKLOG_MILESTONE: typeof BACKLOG_TASK = [
  ['id', 'id'],
  ['title', 'title'],
  ['due_date', 'due'],
];

const FOLDERS: Readonly<Record<string, Item['kind']>> = {
  milestones: 'milestone',
  tasks: 'task',
  risks: 'risk',
};

/** What the front matter of a file tells of; undefined for a file that tells of no item. */
export function kindOfFile(file: PlanFile): Item['kind'] | undefined {
  const { plan } = file.facts;
  const folder = [plan.folder, ...(plan.overlays ?? [])].find(one => file.path.startsWith(`${one}/`)) ?? '';
  return ownItem(file)?.kind ?? FOLDERS[file.path.slice(folder.length + 1).split('/', 1)[0] ?? ''];
}

/** The keys that the front matter of a file can have; none in formats that keep nothing there. */
export function keysOfFile(file: PlanFile): readonly FileKey[] {
  const { plan } = file.facts;
  const kind = kindOfFile(file);
  const isOwn = plan.format === 'milepost' || plan.overlays?.some(one => file.path.startsWith(`${one}/`));
  if (kind === undefined) {
    return [];
  }
  if (isOwn) {
    return fieldsOf(kind).map(field => ({ name: field.name, field }));
  }
  const keys = plan.format !== 'backlog' ? [] : kind === 'task' ? BACKLOG_TASK : BACKLOG_MILESTONE;
  return keys.map(([name, like]) => {
    const field = fieldsOf(kind).find(one => one.name === like);
    return field ? { name, field } : { name };
  });
}

/** The field of a key, however it is spelled. */
export function fieldOfKey(file: PlanFile, key: string): Field | undefined {
  const plain = plainKey(key.replace(/^["']|["']$/g, ''));
  return keysOfFile(file).find(
    ({ name, field }) => plainKey(name) === plain || field?.aliases?.some(alias => plainKey(alias) === plain),
  )?.field;
}

/** Whether the checklist lines of a file can be tasks with attributes. */
export function hasAttributes(file: PlanFile): boolean {
  return (
    keysOfFile(file).length > 0 && file.facts.plan.format === 'milepost' && kindOfFile(file) === 'milestone'
  );
}
