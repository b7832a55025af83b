import type { ChecklistItem } from '../../plan/model';
import type { CheckLine, Heading, PlanDocument } from '../../documents/document';

type List = ChecklistItem['list'] | 'tasks';

/** The heading that a check line belongs to, as far as it matters. */
export type SectionOf = (check: CheckLine) => List;

const SECTIONS = new Map<string, List>([
  ['tasks', 'tasks'],
  ['acceptance criteria', 'criteria'],
  ['definition of done', 'definition'],
]);

/** Sections that hold no list of ours. */
const OTHERS: ReadonlySet<string> = new Set(['notes', 'mitigation', 'contingency']);

/** Whether a heading names one of the sections of a plan file, and so not the item. */
export function isSection({ text }: Heading): boolean {
  return SECTIONS.has(nameOf(text)) || OTHERS.has(nameOf(text));
}

/** Whether what stands under a heading is tasks. */
export function isTasks({ text }: Heading): boolean {
  return SECTIONS.get(nameOf(text)) === 'tasks';
}

function nameOf(text: string): string {
  return text
    .replace(/[*_:#]+/g, '')
    .trim()
    .toLowerCase();
}

/** Sections reach down to the headings below them: what stands under *Tasks* › *Backend* is tasks. */
export function sections(document: PlanDocument): SectionOf {
  const open: { level: number; list: List }[] = [];
  const lists = document.headings.map(({ level, text }: Heading) => {
    while ((open.at(-1)?.level ?? 0) >= level) {
      open.pop();
    }
    const list = SECTIONS.get(nameOf(text)) ?? open.at(-1)?.list ?? 'other';
    open.push({ level, list });
    return list;
  });
  return check => (check.heading === undefined ? 'other' : (lists[check.heading] ?? 'other'));
}
