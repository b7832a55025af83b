import { LineIndex } from '../../../base/text';
import type { PlanDocument } from '../../../documents/document';
import { findFrontMatter } from '../../../documents/frontMatter';
import { lexInline } from '../../../documents/inlineTask';
import { parseDocument } from '../../../documents/parseDocument';
import type { Plan, Task } from '../../../plan/model';
import { nameOf } from '../../../plan/nameOf';
import type { Desk, MoveRefusal } from '../../moving';
import { projectPath } from '../../projectPath';
import { attributesOf } from './lineAttributes';
import type { NativeTools } from './nativeTools';
import type { ReformOne } from './reformAll';
import { insertLines, sheetOf, slotUnder } from './taskBlock';
import type { Sheet, Slot } from './taskBlock';
import { lineOf } from './taskLines';

/** The files that the way of tasks from a file to a line is read from. */
export function reducedFiles(plan: Plan, tasks: readonly Task[]): readonly string[] {
  const places = tasks.flatMap(task => [task.file, listOf(plan, task)?.file ?? []].flat());
  return [...new Set([projectPath(plan.folder), ...places])];
}

/**
 * Makes a line of a task that has a file: fields become attributes, and the text is nested in the line, which takes the
 * place of the one that refers to the file, or goes to the end of the list. It is refused where a line cannot hold all.
 */
export const toLine: ReformOne = (desk, task, plan, tools) => {
  const text = desk.text(task.file) ?? '';
  const document = parseDocument(text, 'markdown');
  if (task.inline) {
    return { code: 'no-file', args: [nameOf(task)] };
  }
  if (document.conflict) {
    return { code: 'conflict-markers', args: [] };
  }
  const { attributes, lost } = attributesOf(document, task, plan, tools);
  const missing = [
    ...lost,
    ...document.headings.map(heading => `"${heading.text}"`),
    ...(hasComments(text, document) ? ['# …'] : []),
  ];
  if (missing.length > 0) {
    return { code: 'more-than-line', args: [nameOf(task), missing.join(', ')] };
  }
  const [id, title, ...more] = lexInline(`${task.id} ${task.title}`, plan.settings);
  if (id?.kind !== 'id' || title?.value !== task.title || more.length > 0) {
    return { code: 'title-not-plain', args: [task.title] };
  }
  const found = placeFor(desk, task, plan, tools);
  if ('refusal' in found) {
    return found.refusal;
  }
  const { file, sheet, slot, line } = found;
  const box = `[${attributes.mark}] ${[task.id, task.title, ...attributes.texts].join(' ')}`;
  const body = bodyOf(text, document).map(one =>
    one.trim() === '' ? '' : ' '.repeat(slot.lead.length) + one,
  );
  if (line === undefined) {
    desk.edit(file, [insertLines(sheet, slot, [slot.lead + box, ...body])]);
  } else {
    const { lines, eol } = sheet;
    const start = lines.lineStart(line) + slot.lead.length;
    desk.edit(file, [{ start, end: lines.lineEnd(line), text: [box, ...body].join(eol) }]);
  }
  desk.remove(task.file);
  return undefined;
};

interface Found {
  readonly file: string;
  readonly sheet: Sheet;
  readonly slot: Slot;
  /** The line that refers to the file. */
  readonly line?: number;
}

/** The list that holds a task, by the line that refers to it, else by its parent, else by its milestone. */
function listOf(plan: Plan, task: Task): { readonly file: string; readonly parent?: Task } | undefined {
  const parent = plan.tasks.find(({ key }) => key === task.parent);
  const above = parent?.inline ? parent.file : parent?.reference?.file;
  const milestone = plan.milestones.find(({ key }) => key === task.milestone);
  if (task.reference) {
    return task.reference;
  }
  return parent
    ? above === undefined
      ? undefined
      : { file: above, parent }
    : milestone && { file: milestone.file };
}

function placeFor(
  desk: Desk,
  task: Task,
  plan: Plan,
  tools: NativeTools,
): Found | { readonly refusal: MoveRefusal } {
  const list = listOf(plan, task);
  const nowhere: { readonly refusal: MoveRefusal } = {
    refusal: { code: 'in-no-list', args: [nameOf(task)] },
  };
  if (!list) {
    return nowhere;
  }
  const { file, parent } = list;
  const sheet = sheetOf(desk.text(file) ?? '');
  const named = task.reference ? task : parent;
  if (!named) {
    const end = tools.endOfTasks(sheet.document, sheet.lines);
    return end ? { file, sheet, slot: { ...end, lead: end.lead.slice(0, -1) } } : nowhere;
  }
  const at = named.inline ? named.line : named.reference?.line;
  const found = lineOf(sheet, plan, named, desk.isChanged(file) ? undefined : at, tools);
  if ('refusal' in found) {
    return found;
  }
  const { check } = found;
  const lead = sheet.lines.line(check.line).slice(0, check.markAt - 1);
  return task.reference
    ? { file, sheet, slot: { after: check.line, lead }, line: check.line }
    : { file, sheet, slot: slotUnder(sheet, check) };
}

/** Whether front matter has comments. */
function hasComments(text: string, document: PlanDocument): boolean {
  const lines = new LineIndex(text);
  const { firstLine = 0, endLine = 0 } = findFrontMatter(text, lines) ?? {};
  const isBehind = document.fields.some(({ value: { range } }) =>
    /^\s*#/.test(lines.line(range.end.line).slice(range.end.character)),
  );
  const own = Array.from({ length: endLine - firstLine }, (_, index) => lines.line(firstLine + index));
  return isBehind || own.some(line => /^\s*#/.test(line));
}

/** The lines of the body, without blank ones at its ends. */
function bodyOf(text: string, document: PlanDocument): readonly string[] {
  const lines = new LineIndex(text);
  const first = document.fields.length > 0 ? (findFrontMatter(text, lines)?.bodyLine ?? 0) : 0;
  const all = Array.from({ length: lines.lineCount - first }, (_, index) => lines.line(first + index));
  const isText = (line: string): boolean => line.trim() !== '';
  return all.slice(Math.max(0, all.findIndex(isText)), all.findLastIndex(isText) + 1);
}
