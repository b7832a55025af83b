import type { TaskDraft } from '../../plan/drafts';
import type { OtherIds } from '../../plan/model';
import { planProblem } from '../problems';
import type { Report } from '../problems';
import type { TaskLine, TaskReference } from './readInlineTasks';
import { boxAgrees } from './statuses';

/** How names are compared. */
export interface TaskNames {
  readonly keyOf: (id: string) => string;
  /** The key of the milestone that a text names. */
  readonly milestoneOf: (text: string) => string | undefined;
  /** What former and foreign ids stand for, as far as files tell. */
  readonly others: OtherIds;
}

/**
 * All tasks in the order of the plan: the lines of the milestones, each reference in the place of its
 * file, then the files that no line names. A reference gives milestone, parent and checklist lines to
 * its file; what the file says itself stands.
 */
export function listTasks(
  lines: readonly TaskLine[],
  files: readonly TaskDraft[],
  { keyOf, milestoneOf, others }: TaskNames,
  report: Report,
): TaskDraft[] {
  const byKey = new Map<string, TaskDraft[]>();
  for (const draft of files) {
    const key = keyOf(draft.item.id);
    const same = byKey.get(key) ?? [];
    same.push(draft);
    byKey.set(key, same);
  }
  const fileNamed = (id: string): TaskDraft | undefined => {
    const key = keyOf(id);
    const [draft] = byKey.get(key) ?? [];
    const other = draft ? undefined : others.get(key);
    return other === undefined || claimedByLines().has(key) ? draft : byKey.get(other)?.[0];
  };
  let claimed: ReadonlySet<string> | undefined;
  const claimedByLines = () => (claimed ??= new Set(lines.flatMap(idsOfLine).map(keyOf)));
  const listed: TaskDraft[] = [];
  const seen = new Set<TaskDraft>();
  for (const line of lines) {
    if (line.kind === 'task') {
      listed.push(line.draft);
      continue;
    }
    const draft = fileNamed(line.id.text);
    if (!draft) {
      const message = { code: 'unknown-task' as const, args: [line.id.text] as [string] };
      report(planProblem(line.place.file, line.id.range, 'warning', message));
      continue;
    }
    const elsewhere = draft.milestone && milestoneOf(draft.milestone.text) !== keyOf(line.milestone.text);
    if (seen.has(draft) || elsewhere) {
      const message = { code: 'listed-again' as const, args: [line.id.text] as [string] };
      report(planProblem(line.place.file, line.id.range, 'warning', message));
    }
    if (!seen.has(draft)) {
      seen.add(draft);
      checkBox(line, draft, report);
      listed.push(withReference(draft, line));
    }
  }
  return [...listed, ...files.filter(draft => !seen.has(draft))];
}

/** The ids that a task has or gives which is a line itself. */
function idsOfLine(line: TaskLine): readonly string[] {
  return line.kind === 'task' ? [line.draft.item.id, ...(line.draft.item.otherIds ?? [])] : [];
}

function checkBox({ id, mark, place }: TaskReference, { item }: TaskDraft, report: Report): void {
  if (!boxAgrees(mark, item.category)) {
    const args: [string, string, string] = [id.text, mark, item.status];
    // The file counts; the box is a copy that may follow when somebody passes by.
    report(planProblem(place.file, id.range, 'info', { code: 'reference-differs', args }));
  }
}

const withLine = new WeakMap<TaskDraft, { readonly line: TaskReference; readonly draft: TaskDraft }>();

function withReference(draft: TaskDraft, line: TaskReference): TaskDraft {
  const known = withLine.get(draft);
  if (known?.line === line) {
    return known.draft;
  }
  const joined = join(draft, line);
  withLine.set(draft, { line, draft: joined });
  return joined;
}

function join(draft: TaskDraft, line: TaskReference): TaskDraft {
  // What is wrong with the line's parent is said in the task's own file.
  const parent = draft.parent ?? (line.parent && { ...line.parent, range: draft.range });
  return {
    ...draft,
    milestone: draft.milestone ?? line.milestone,
    ...(parent ? { parent } : {}),
    item: {
      ...draft.item,
      reference: line.place,
      checklist: [...draft.item.checklist, ...line.checklist],
    },
  };
}
