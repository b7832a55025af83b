import type { CheckLine } from '../../../documents/document';
import { idAtStart, lexInline } from '../../../documents/inlineTask';
import { isId } from '../../../plan/ids';
import type { Plan, Task } from '../../../plan/model';
import { nameOf } from '../../../plan/nameOf';
import { projectPath } from '../../projectPath';
import { fieldLines } from './fieldLines';
import type { ReformOne } from './reformAll';
import { blockOf, isBelow, outdented, sheetOf } from './taskBlock';
import type { Sheet } from './taskBlock';
import { lineOf, referenceText } from './taskLines';

/** The files that the way of tasks from a line to a file is read from. */
export function promotedFiles(plan: Plan, tasks: readonly Task[]): readonly string[] {
  return [...new Set([projectPath(plan.folder), ...tasks.map(({ file }) => file)])];
}

/**
 * Makes a file of a task that is a line: its attributes become fields, what is nested in it becomes the body, and the line
 * refers to the file. Subtasks stay below that line, since they are lines themselves.
 */
export const promote: ReformOne = (desk, task, plan, tools) => {
  if (task.id === '') {
    return { code: 'needs-id', args: [task.title] };
  }
  if (!task.inline) {
    return { code: 'no-line', args: [nameOf(task)] };
  }
  const sheet = sheetOf(desk.text(task.file) ?? '');
  if (sheet.document.conflict) {
    return { code: 'conflict-markers', args: [] };
  }
  const found = lineOf(sheet, plan, task, desk.isChanged(task.file) ? undefined : task.line, tools);
  if ('refusal' in found) {
    return found.refusal;
  }
  const { check } = found;
  const nested = bodyLines(sheet, check, plan);
  const { lines, eol } = sheet;
  const { fields, rest } = fieldLines(lexInline(check.text, plan.settings), task);
  const { path } = tools.newFile(plan, plan.folder, { kind: 'task', id: task.id, title: task.title });
  const texts = nested.map(line => lines.line(line));
  const content = withoutBlanks([...rest, ...outdented(texts, check, sheet)]);
  const text = ['---', ...fields, '---', ...(content.length > 0 ? ['', ...content] : [])];
  desk.edit(task.file, [
    {
      start: lines.lineStart(check.line) + check.markAt - 1,
      end: lines.lineEnd(check.line),
      text: referenceText({ ...task, file: path }, task.file, check.mark),
    },
    ...nested.map(line => ({ start: lines.lineEnd(line - 1), end: lines.lineEnd(line), text: '' })),
  ]);
  desk.make(path, text.map(line => line + eol).join(''));
  return undefined;
};

/** The lines below a task that are its text: all but those that are tasks, and what is nested in these. */
function bodyLines(sheet: Sheet, check: CheckLine, plan: Plan): readonly number[] {
  const { document } = sheet;
  const isTask = ({ text }: CheckLine): boolean =>
    lexInline(text, plan.settings).some(({ kind }) => kind === 'id' || kind === 'reference') ||
    plan.tasks.some(({ id }) => isId(id) && id === idAtStart(text));
  const own = document.checks.indexOf(check);
  const staying = document.checks
    .filter(
      one =>
        one.parent === own &&
        document.checks.some(other => isTask(other) && (other === one || isBelow(document, other, one))),
    )
    .map(one => blockOf(sheet, one));
  const { first, last } = blockOf(sheet, check);
  return Array.from({ length: last - first }, (_, index) => first + 1 + index).filter(
    line => !staying.some(one => line >= one.first && line <= one.last),
  );
}

function withoutBlanks(lines: readonly string[]): readonly string[] {
  const isText = (line: string): boolean => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
}
