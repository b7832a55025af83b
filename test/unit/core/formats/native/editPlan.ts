import { nativeFormat } from '../../../../../src/core/formats/native/native';
import { editNative } from '../../../../../src/core/formats/native/editNative';
import { parseDocument } from '../../../../../src/core/documents/parseDocument';
import type { Change, EditResult, EditTarget } from '../../../../../src/core/plan/change';
import type { Item, Plan } from '../../../../../src/core/plan/model';
import { applyEdits } from '../../../../../src/core/base/text';

/** Files by their path in `plan/`. */
export type Files = Readonly<Record<string, string>>;

export const PROJECT = [
  '---',
  'key: APP',
  'aliases: [OLD]',
  'statuses:',
  '  - {name: To do, category: open}',
  '  - {name: In progress, category: active}',
  '  - {name: In review, category: active}',
  '  - {name: Blocked, category: blocked}',
  '  - {name: Done, category: done}',
  '  - {name: Dropped, category: dropped}',
  '---',
  '',
].join('\n');

const project = { path: 'plan/project.md', document: parseDocument(PROJECT, 'markdown') };

export function planOf(files: Files): Plan {
  return nativeFormat.assemble({
    root: '/root',
    folder: 'plan',
    files: [
      project,
      ...Object.entries(files).map(([path, text]) => ({
        path: `plan/${path}`,
        document: parseDocument(text, 'markdown'),
      })),
    ],
    unreadable: [],
  });
}

/** What the edit of one file gives. */
export function tryEdit(
  files: Files,
  path: string,
  target: EditTarget,
  change: Change,
  plan = planOf(files),
): EditResult {
  const context = { plan, path: `plan/${path}`, now: 0 };
  return editNative(files[path] ?? '', target, change, context);
}

/** The file's text after the edit. @throws when it is refused */
export function edit(files: Files, path: string, target: Omit<EditTarget, 'line'>, change: Change): string {
  const result = tryEdit(files, path, { ...target, line: -1 }, change);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusal));
  }
  return applyEdits(files[path] ?? '', result.edits);
}

export function itemsOf(plan: Plan): Item[] {
  return [...plan.milestones, ...plan.tasks, ...plan.risks];
}
