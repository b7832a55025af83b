import type { ChecklistItem } from '../../plan/model';
import type { CheckLine, PlanDocument } from '../../documents/document';

/** The text of a criteria line without the number that Backlog.md puts before it: `#1 works` is `works`. */
export function criterionText(text: string): string {
  return text.replace(/^#\d+\s+/, '').trim();
}

/** All check lines of a task file; which list one belongs to is told by the section it stands in. */
export function checklistOf(document: PlanDocument, file: string): ChecklistItem[] {
  return document.checks.map(check => ({
    file,
    line: check.line,
    text: criterionText(check.text),
    checked: check.mark.toLowerCase() === 'x',
    list: listOf(document, check),
  }));
}

function listOf(document: PlanDocument, check: CheckLine): ChecklistItem['list'] {
  const above = document.headings.slice(0, check.heading === undefined ? 0 : check.heading + 1);
  const section = above.findLast(heading => heading.level <= 2)?.text.toLowerCase() ?? '';
  return section.startsWith('acceptance criteria')
    ? 'criteria'
    : section.startsWith('definition of done')
      ? 'definition'
      : 'other';
}
