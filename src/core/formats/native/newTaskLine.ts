import type { PlanSettings } from '../../plan/settings';
import { applyEdits, LineIndex } from '../../base/text';
import type { CheckLine, PlanDocument } from '../../documents/document';
import { changesMore } from '../../documents/edit/changesMore';
import { parseDocument } from '../../documents/parseDocument';
import type { NewLine } from '../format';
import { isTasks, sections } from './checklist';
import { lexInline } from '../../documents/inlineTask';

/** A line that begins something else than more text of the list entry above it. */
const BLOCK = /^ {0,3}(?:#|>|<|`{3}|~{3}|[-*+](?:\s|$)|\d+[.)]\s)/;

/**
 * A new task as the last line of the checklist under *Tasks* of a milestone file. Undefined where the file keeps
 * no tasks, and where the line would not be read as this id and title or anything else would be read otherwise.
 * @param title on one line, without blanks at its ends
 */
export function newTaskLine(
  text: string,
  { id, title }: { readonly id: string; readonly title: string },
  settings: PlanSettings,
): NewLine | undefined {
  const before = parseDocument(text, 'markdown');
  const lines = new LineIndex(text);
  const found = endOfTasks(before, lines);
  if (before.conflict || !found) {
    return undefined;
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const at = lines.lineEnd(found.after);
  const edit = {
    start: at,
    end: at,
    text: `${eol}${found.gap ? eol : ''}${found.lead} ] ${id} ${title}${found.crowded ? eol : ''}`,
  };
  const line = found.after + (found.gap ? 2 : 1);
  const after = parseDocument(applyEdits(text, [edit]), 'markdown');
  const added = after.checks.find(check => check.line === line);
  const others = { ...after, checks: after.checks.filter(check => check !== added) };
  return added &&
    says(after, added, id, title, settings) &&
    !changesMore(before, others, { kind: 'tick', line, text: title, checked: false })
    ? { edit, line }
    : undefined;
}

/** Where a new line is put. */
export interface NewLinePlace {
  /** The line that the new one follows. */
  readonly after: number;
  /** What stands before the mark in the box. */
  readonly lead: string;
  /** Whether a blank line comes between. */
  readonly gap?: boolean;
  /** Whether text follows that would become a part of the new line. */
  readonly crowded?: boolean;
}

/** The end of the checklist under *Tasks*; undefined where a file has none. */
export function endOfTasks(document: PlanDocument, lines: LineIndex): NewLinePlace | undefined {
  const sectionOf = sections(document);
  const tasks = document.checks.filter(check => sectionOf(check) === 'tasks');
  const [last] = tasks.slice(-1);
  const [sibling] = tasks.filter(({ parent }) => parent === undefined).slice(-1);
  if (last && sibling) {
    return { after: endOf(last, lines), lead: lines.line(sibling.line).slice(0, sibling.markAt) };
  }
  const heading = document.headings.find(isTasks);
  return (
    heading && {
      after: heading.line,
      lead: '- [',
      gap: true,
      crowded: lines.line(heading.line + 1).trim() !== '',
    }
  );
}

/** The last line of the text that belongs to a list entry. */
function endOf({ line }: CheckLine, lines: LineIndex): number {
  let end = line;
  for (let next = line + 1; next < lines.lineCount; next++) {
    const text = lines.line(next);
    const lazy = end === next - 1 && text.trim() !== '' && !BLOCK.test(text);
    if (/^\s+\S/.test(text) || lazy) {
      end = next;
    } else if (text.trim() !== '') {
      break;
    }
  }
  return end;
}

function says(
  document: PlanDocument,
  check: CheckLine,
  id: string,
  title: string,
  settings: PlanSettings,
): boolean {
  const [first, second, ...more] = lexInline(check.text, settings);
  return (
    sections(document)(check) === 'tasks' &&
    check.parent === undefined &&
    first?.kind === 'id' &&
    first.value === id &&
    second?.kind === 'title' &&
    second.value === title &&
    more.length === 0
  );
}
