import { parseDependency } from '../../plan/dependency';
import type { Category } from '../../plan/category';
import type { TaskDraft } from '../../plan/drafts';
import type { Named } from '../../plan/drafts';
import type { PlanSettings, Status } from '../../plan/settings';
import { categoryByWord } from '../../plan/statusWords';
import type { Value } from '../../documents/document';
import { findField } from '../../documents/edit/fieldText';
import { checklistOf } from './checklist';
import { rangeOf } from './readTask';
import type { TaskFile } from './readTask';

/**
 * What a task file says, as the plan's items are resolved from.
 * @param isArchivedMilestone tells a milestone that is gone from one that never was
 */
export function draftTask(
  task: TaskFile,
  settings: PlanSettings,
  isArchivedMilestone: (name: string) => boolean,
): TaskDraft {
  const { file, id, idLine, title, labels, assignees, priority, due, ordinal, handLinks, links } = task;
  const declared = declaredStatus(task, settings);
  const named = (key: string, text: string, index = 0): Named => ({
    text,
    range: entryRange(findField(file.document, key)?.value, index) ?? rangeOf(file, 'id'),
  });
  const parent = task.parent ?? parentOfDottedId(id);
  const milestone = task.milestone !== undefined && !isArchivedMilestone(task.milestone) && task.milestone;
  return {
    item: {
      kind: 'task',
      id,
      title,
      file: file.path,
      line: idLine,
      labels,
      dismissed: [],
      status: declared?.name ?? (task.status || settings.statuses[0]?.name || ''),
      category: categoryAt(task, declared?.category ?? categoryByWord(task.status) ?? 'open'),
      assignees,
      ...(priority ? { priority } : {}),
      ...(due ? { due } : {}),
      ...(ordinal === undefined ? {} : { ordinal }),
      needs: [],
      branches: [],
      handLinks,
      expectsEvidence: true,
      links,
      checklist: checklistOf(file.document, file.path),
      inline: false,
    },
    range: rangeOf(file, 'id'),
    ...(milestone ? { milestone: named('milestone', milestone) } : {}),
    ...(parent === undefined ? {} : { parent: named('parent_task_id', parent) }),
    dependsOn: task.dependencies.map((text, index) => ({
      ...named('dependencies', text, index),
      id: parseDependency(text)?.id ?? text,
    })),
  };
}

/** The status of the settings that a file names, in any case. */
export function declaredStatus(task: TaskFile, settings: PlanSettings): Status | undefined {
  return settings.statuses.find(({ name }) => name.toLowerCase() === task.status.toLowerCase());
}

/** Where a file lies beats what it says. */
function categoryAt(task: TaskFile, declared: Category): Category {
  return task.place === 'completed' ? 'done' : task.place === 'archived' ? 'dropped' : declared;
}

/** BACK-3.1 belongs to BACK-3. */
function parentOfDottedId(id: string): string | undefined {
  const dot = id.lastIndexOf('.');
  return dot === -1 ? undefined : id.slice(0, dot);
}

function entryRange(value: Value | undefined, index: number): Named['range'] | undefined {
  return value?.kind === 'list' ? value.items[index]?.range : value?.range;
}
