import { idKey } from '../../plan/ids';
import { naturalOrder } from '../../base/naturalOrder';
import type { PlanProblem } from '../../plan/problem';
import type { DependencyDraft } from '../../plan/drafts';
import type { CheckLine, Note } from '../../documents/document';
import type { ParsedFile } from '../format';
import { planProblem } from '../problems';
import { categoryOfBox } from '../../plan/boxStatus';
import type { BoxFile, BoxMilestone } from '../boxes/boxFile';
import { boxMilestone, readBoxTasks } from '../boxes/boxTasks';
import { plainText, sectionsOf } from '../boxes/boxText';

const PHASE = /^(?:\W{0,5})Phase (\d{1,6}(?:\.\d{1,6}){0,3})(?!\w)\s*[:.—–-]?\s*(.*)$/i;
const PLAN = /^((\d{1,6}(?:\.\d{1,6}){0,3})-\d{1,6})(?:-PLAN)?(?:\.md)?(?![\w.-])\s*[:—–-]?\s*(.*)$/i;

const BOLD = /^\*\*([^*]+)\*\*/;

const STATUS = {
  open: 'planned',
  blocked: 'planned',
  active: 'active',
  done: 'done',
  dropped: 'dropped',
} as const;

/**
 * Reads a roadmap. A phase is a milestone, told by its heading or by its line in the list of phases,
 * whose box says whether it is done; each line for a plan is a task, and so is any other box below the
 * heading of a phase. The tasks of a phase depend on the phases that it depends on.
 */
export function readRoadmap(file: ParsedFile): BoxFile {
  const { headings, checks, notes = [] } = file.document;
  const problems: PlanProblem[] = [];
  const phases = new Map<string, BoxMilestone>();
  const boxes = new Map<string, CheckLine>();
  for (const check of checks) {
    const phase = readPhase(phaseText(check));
    if (phase && !boxes.has(idKey(phase.id))) {
      boxes.set(idKey(phase.id), check);
    }
  }
  const add = (phase: { id: string; title: string }, line: number) => {
    const key = idKey(phase.id);
    if (!phases.has(key)) {
      const check = boxes.get(key);
      // What stands in a bold part that is not closed may be damaged.
      const named = check && BOLD.test(check.text) ? readPhase(phaseText(check)) : undefined;
      const isAnother = named !== undefined && isAnotherPhase(phase.title, named.title);
      const status = STATUS[categoryOfBox((isAnother ? undefined : check?.mark) ?? ' ')];
      const draft = boxMilestone(file, phase.id, phase.title, { line }, status);
      if (check && isAnother) {
        const at = { line: check.line, character: 0 };
        const range = { start: at, end: at };
        problems.push(
          planProblem(file.path, range, 'warning', { code: 'duplicate-id', args: [phase.id, file.path] }),
        );
      }
      phases.set(key, {
        draft,
        declared: check !== undefined && !isAnother,
        ...(check && (isAnother ? { namesake: true } : { check })),
      });
    }
  };
  const sections = sectionsOf(headings, ({ text }) => readPhase(plainText(text)) !== undefined);
  const found = [
    ...headings.map(({ text, line }) => ({ phase: readPhase(plainText(text)), line })),
    ...checks.map(check => ({ phase: readPhase(phaseText(check)), line: check.line })),
  ];
  found.forEach(({ phase, line }) => phase && add(phase, line));
  const milestones = [...phases.values()].sort((a, b) => naturalOrder(a.draft.item.id, b.draft.item.id));

  const phaseAt = (heading: number | undefined) => {
    const text = headings[sections[heading ?? -1] ?? -1]?.text;
    return text === undefined ? undefined : readPhase(plainText(text))?.id;
  };
  const waits = new Map<string, DependencyDraft[]>();
  for (const note of notes) {
    const own = phaseAt(note.heading);
    const drafts = own === undefined ? [] : dependencies(note);
    const known = drafts.filter(({ id }) => phases.has(idKey(id)));
    for (const { text, range } of drafts.filter(draft => !known.includes(draft))) {
      problems.push(planProblem(file.path, range, 'warning', { code: 'unknown-dependency', args: [text] }));
    }
    waits.set(idKey(own ?? ''), known);
  }
  const tasks = readBoxTasks(file, 'roadmap', check => {
    const text = plainText(check.text);
    const plan = PLAN.exec(text);
    const numbered = plan && `phase-${plan[2] ?? ''}`;
    const milestone =
      phaseAt(check.heading) ?? (numbered && phases.has(idKey(numbered)) ? numbered : undefined);
    if (readPhase(phaseText(check)) || (!plan && (milestone === undefined || check.parent !== undefined))) {
      return undefined;
    }
    return {
      id: plan?.[1] ?? '',
      title: (plan ? plan[3]?.trim() || plan[1] : text) ?? '',
      ...(milestone === undefined ? {} : { milestone, dependsOn: waits.get(idKey(milestone)) ?? [] }),
    };
  });
  return { milestones, tasks, problems };
}

/** The bold part of a line that begins with one, else the line. */
function phaseText(check: CheckLine): string {
  const bold = BOLD.exec(check.text);
  return plainText(bold?.[1] ?? check.text);
}

function readPhase(text: string): { id: string; title: string } | undefined {
  const [, number, title = ''] = PHASE.exec(text) ?? [];
  return number === undefined
    ? undefined
    : { id: `phase-${number}`, title: title === '' ? `Phase ${number}` : `Phase ${number}: ${title}` };
}

/** Whether two phases of one number have no word in common: then the number was given twice. */
function isAnotherPhase(title: string, other: string): boolean {
  const words = (text: string): readonly string[] =>
    text
      .toLowerCase()
      .replace(/^phase [\d.]+:?/, '')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const own = words(title);
  const others = words(other);
  return own.length > 0 && others.length > 0 && !own.some(word => others.includes(word));
}

/** The phases that *Depends on* names, apart from what stands in brackets: `Phase 1, 2 (needs 3 keys)`. */
function dependencies({ text, line }: Note): DependencyDraft[] {
  const plain = text.replace(/\([^()]*\)/g, '');
  const range = { start: { line, character: 0 }, end: { line, character: 0 } };
  return /\bphases?\b/i.test(plain)
    ? [...plain.matchAll(/(?<![\w.])\d{1,6}(?:\.\d{1,6}){0,3}(?!\w)/g)].map(([number]) => ({
        text: `Phase ${number}`,
        id: `phase-${number}`,
        range,
      }))
    : [];
}
