import { compact } from '../../base/lists';
import type { PlanProblem } from '../../plan/problem';
import type { RiskDraft } from '../../plan/drafts';
import type { TaskDraft } from '../../plan/drafts';
import type { MilestoneDraft } from '../../plan/drafts';
import type { PlanSettings } from '../../plan/settings';
import type { ParsedFile } from '../format';
import { kindOf } from './items';
import { readerOf, reportNoFrontMatter } from './problems';
import { readInlineTasks } from './readInlineTasks';
import type { HasFile, TaskLine } from './readInlineTasks';
import { readMilestone } from './readMilestone';
import { readRisk } from './readRisk';
import { readTask } from './readTask';

/** What one file says, before any other file is asked. */
export type FileDraft = {
  readonly file: ParsedFile;
  readonly problems: readonly PlanProblem[];
} & (
  | { readonly kind: 'milestone'; readonly draft: MilestoneDraft }
  | { readonly kind: 'task'; readonly draft: TaskDraft }
  | { readonly kind: 'risk'; readonly draft: RiskDraft }
  | { readonly kind: 'none' }
);

/** The lines under *Tasks* of a milestone file, and what is wrong with them. */
export interface MilestoneLines {
  readonly lines: readonly TaskLine[];
  readonly problems: readonly PlanProblem[];
}

const drafts = new WeakMap<ParsedFile, { readonly settings: PlanSettings; readonly draft: FileDraft }>();

/** Reads a file but for tasks in lines. The last answer for each file is remembered. */
export function readFile(file: ParsedFile, folder: string, settings: PlanSettings): FileDraft {
  const known = drafts.get(file);
  if (known?.settings === settings) {
    return known.draft;
  }
  const problems: PlanProblem[] = [];
  const report = (problem: PlanProblem) => void problems.push(problem);
  const fields = readerOf(file, report);
  const kind = kindOf(file, folder === '' ? file.path : file.path.slice(folder.length + 1), fields);
  const read = (): FileDraft => {
    if (kind === 'milestone') {
      return { kind, file, problems, draft: readMilestone(file, fields, settings) };
    }
    if (kind && file.document.fields.length === 0) {
      reportNoFrontMatter(file, report);
    } else if (kind === 'task') {
      return { kind, file, problems, draft: readTask(file, fields, settings, report) };
    } else if (kind === 'risk') {
      return { kind, file, problems, draft: readRisk(file, fields, settings, report) };
    }
    return { kind: 'none', file, problems };
  };
  const draft = read();
  if (kind) {
    file.document.problems.forEach(problem => report({ ...problem, file: file.path }));
  }
  drafts.set(file, { settings, draft });
  return draft;
}

/** Lines of one file. */
const MOST_REMEMBERED = 5000;

const remembered = new WeakMap<
  MilestoneDraft,
  {
    readonly settings: PlanSettings;
    readonly answers: readonly (readonly [...Parameters<HasFile>, answer: boolean])[];
    readonly read: MilestoneLines;
  }
>();

/** Reads the tasks in the lines of a milestone file. The last answer for each is remembered, unless it is very long. */
export function readLines(
  file: ParsedFile,
  draft: MilestoneDraft,
  settings: PlanSettings,
  hasFile: HasFile,
): MilestoneLines {
  const known = remembered.get(draft);
  if (
    known?.settings === settings &&
    known.answers.every(([id, which, answer]) => hasFile(id, which) === answer)
  ) {
    return known.read;
  }
  const answers = new Map<string, readonly [...Parameters<HasFile>, answer: boolean]>();
  const ask: HasFile = (id, which) => {
    const answer = hasFile(id, which);
    answers.set(`${which} ${id}`, [id, which, answer]);
    return answer;
  };
  const problems: PlanProblem[] = [];
  const milestone = { text: draft.item.id, range: draft.range };
  const lines = readInlineTasks(file, milestone, settings, ask, problem => void problems.push(problem));
  const read = { lines, problems: compact(problems) };
  // What is read again with each of its lines anyway would only take memory.
  if (lines.length <= MOST_REMEMBERED) {
    remembered.set(draft, { settings, answers: [...answers.values()], read });
  }
  return read;
}
