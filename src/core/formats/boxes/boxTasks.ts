import type { ChecklistItem } from '../../plan/model';
import type { Category } from '../../plan/category';
import type { DependencyDraft } from '../../plan/drafts';
import type { TaskDraft } from '../../plan/drafts';
import type { MilestoneDraft } from '../../plan/drafts';
import { DEFAULT_SETTINGS } from '../../plan/settings';
import type { Range } from '../../base/text';
import { positionAt } from '../../base/text';
import type { CheckLine, Heading } from '../../documents/document';
import type { ParsedFile } from '../format';
import { checklistItem } from '../../documents/checklistItem';
import { categoryOfBox, statusOf } from '../../plan/boxStatus';
import type { BoxTask } from './boxFile';
import { slug, uniqueNames } from './boxText';

/** What a format makes of a line with a box. */
export interface BoxLine {
  /** Empty when the line names none: the task is then told by its title. */
  readonly id: string;
  readonly title: string;
  /** Id of its milestone. */
  readonly milestone?: string;
  readonly dependsOn?: readonly DependencyDraft[];
  /** What the task counts as while its box is open, and how that is called. */
  readonly unticked?: { readonly name: string; readonly category: Category };
  /** How a ticked task is called. */
  readonly ticked?: string;
  readonly more?: Partial<Pick<TaskDraft['item'], 'labels' | 'branches' | 'priority' | 'start' | 'due'>>;
}

/**
 * The tasks among the lines of a file, in its order. A line that `read` makes nothing of is an entry in
 * the checklist of the task it is indented under, and nothing without one.
 * @param scope begins the key of every task that has neither id nor milestone
 */
export function readBoxTasks(
  file: ParsedFile,
  scope: string,
  read: (check: CheckLine) => BoxLine | undefined,
): BoxTask[] {
  const unique = uniqueNames();
  const tasks: BoxTask[] = [];
  const owners = new Map<number, { readonly name: string; readonly checklist: ChecklistItem[] }>();
  file.document.checks.forEach((check, index) => {
    const above = check.parent === undefined ? undefined : owners.get(check.parent);
    const line = read(check);
    if (!line) {
      above?.checklist.push(checklistItem(check, file.path, 'other'));
      if (above) {
        owners.set(index, above);
      }
      return;
    }
    const name = line.id || unique(`${above?.name ?? line.milestone ?? scope}/${slug(line.title)}`);
    const checklist: ChecklistItem[] = [];
    owners.set(index, { name, checklist });
    tasks.push(boxTask(file.path, check, line, name, above?.name, checklist));
  });
  return tasks;
}

function boxTask(
  path: string,
  check: CheckLine,
  line: BoxLine,
  name: string,
  parent: string | undefined,
  checklist: readonly ChecklistItem[],
): BoxTask {
  const range = rangeOf(check);
  const marked = categoryOfBox(check.mark);
  const unticked = line.unticked ?? { name: statusOf('open', DEFAULT_SETTINGS).status, category: 'open' };
  const declared =
    marked === 'open'
      ? unticked
      : {
          name: (marked === 'done' && line.ticked) || statusOf(marked, DEFAULT_SETTINGS).status,
          category: marked,
        };
  return {
    check,
    unticked: unticked.category,
    draft: {
      range,
      key: name,
      item: {
        kind: 'task',
        id: line.id,
        title: line.title,
        file: path,
        line: check.line,
        labels: [],
        dismissed: [],
        status: declared.name,
        category: declared.category,
        assignees: [],
        needs: [],
        branches: [],
        handLinks: [],
        // Commits do not name such tasks, so none of them is missed.
        expectsEvidence: false,
        links: [],
        checklist,
        inline: true,
        ...line.more,
      },
      ...(line.milestone === undefined ? {} : { milestone: { text: line.milestone, range } }),
      ...(parent === undefined ? {} : { parent: { text: parent, range } }),
      dependsOn: line.dependsOn ?? [],
    },
  };
}

/** Where the text of a line with a box stands. */
export function rangeOf(check: CheckLine): Range {
  return {
    start: positionAt(check.line, check.textAt),
    end: positionAt(check.line, check.textAt + check.text.trimEnd().length),
  };
}

/** A milestone as a heading or a folder names it. */
export function boxMilestone(
  file: ParsedFile,
  id: string,
  title: string,
  at: Pick<Heading, 'line'>,
  status: MilestoneDraft['item']['status'] = 'planned',
): MilestoneDraft {
  const start = { line: at.line, character: 0 };
  return {
    range: { start, end: start },
    item: {
      kind: 'milestone',
      id,
      title,
      file: file.path,
      line: at.line,
      labels: [],
      dismissed: [],
      status,
      checklist: [],
    },
  };
}
