import { aliasedKey } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import type { PlanProblem } from '../../plan/problem';
import { resolveItems } from '../../plan/resolve';
import type { MilestoneDraft, RiskDraft, TaskDraft } from '../../plan/resolve';
import type { AssembleInput, ParsedFile } from '../format';
import { kindOf, slugOf } from './items';
import { patchTask } from './patchTask';
import { planProblem, readerOf, reportNoFrontMatter, TOP } from './problems';
import { readInlineTasks } from './readInlineTasks';
import { readMilestone } from './readMilestone';
import { readRisk } from './readRisk';
import { readSettings } from './readSettings';
import { readTask } from './readTask';
import { listTasks } from './taskOrder';

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** How many assembled plans are remembered: of the working tree, and at a few other commits. */
const REMEMBERED = 4;
const remembered: { readonly input: AssembleInput; readonly plan: Plan }[] = [];

/**
 * All items of a native plan folder. An overlay (`for:` in project.md) has none: its items belong to the
 * plan that it names. The last plans are remembered: the same documents give the same object again, and
 * a change of one task costs no more than reading that task.
 */
export function assembleNative(input: AssembleInput): Plan {
  for (const [index, known] of remembered.entries()) {
    const changed = changedFile(known.input, input);
    const plan = changed === undefined ? undefined : changed ? patchTask(known.plan, ...changed) : known.plan;
    if (plan) {
      remembered.splice(index, 1);
      remembered.unshift({ input, plan });
      return plan;
    }
  }
  const plan = assembleAll(input);
  remembered.unshift({ input, plan });
  remembered.splice(REMEMBERED);
  return plan;
}

/** The one file that is different, before and after; false when none is, undefined when more is different. */
function changedFile(
  before: AssembleInput,
  after: AssembleInput,
): [ParsedFile, ParsedFile] | false | undefined {
  if (
    before.root !== after.root ||
    before.folder !== after.folder ||
    before.files.length !== after.files.length ||
    before.unreadable.length + after.unreadable.length > 0
  ) {
    return undefined;
  }
  let changed: [ParsedFile, ParsedFile] | false = false;
  for (const [index, file] of after.files.entries()) {
    const old = before.files[index];
    if (old?.path !== file.path || (changed && old.document !== file.document)) {
      return undefined;
    }
    if (old.document !== file.document) {
      changed = [old, file];
    }
  }
  return changed;
}

function assembleAll(input: AssembleInput): Plan {
  const { root, folder, unreadable } = input;
  const files = [...input.files].sort((a, b) => byName(a.path, b.path));
  const inside = (file: ParsedFile) => (folder === '' ? file.path : file.path.slice(folder.length + 1));
  const problems: PlanProblem[] = unreadable.map(({ path, detail }) =>
    planProblem(path, TOP, 'error', { code: 'unreadable', args: [detail] }),
  );
  const report = (problem: PlanProblem) => void problems.push(problem);
  const project = files.find(file => inside(file) === 'project.md');
  const charter = readSettings(project, report);
  const { overlayOf } = charter;
  const settings = overlayOf === undefined ? charter.settings : { ...charter.settings, prefix: '' };

  const milestones: { file: ParsedFile; draft: MilestoneDraft }[] = [];
  const taskFiles: TaskDraft[] = [];
  const risks: RiskDraft[] = [];
  for (const file of overlayOf === undefined ? files.filter(one => one !== project) : []) {
    const fields = readerOf(file, report);
    const kind = kindOf(file, inside(file), fields);
    if (kind === 'milestone') {
      milestones.push({ file, draft: readMilestone(file, fields) });
    } else if (kind && file.document.fields.length === 0) {
      reportNoFrontMatter(file, report);
    } else if (kind === 'task') {
      taskFiles.push(readTask(file, fields, settings, report));
    } else if (kind === 'risk') {
      risks.push(readRisk(file, fields, settings, report));
    }
    if (kind) {
      file.document.problems.forEach(problem => report({ ...problem, file: file.path }));
    }
  }
  project?.document.problems.forEach(problem => report({ ...problem, file: project.path }));

  const aliases = new Set(settings.aliases);
  const keyOf = (id: string) => aliasedKey(id, settings.prefix, aliases);
  const withFile = new Set(taskFiles.map(({ item }) => keyOf(item.id)));
  const lines = milestones.flatMap(({ file, draft }) => {
    const named = { text: draft.item.id, range: draft.range };
    return readInlineTasks(file, named, settings, id => withFile.has(keyOf(id)), report);
  });
  const resolved = resolveItems({
    milestones: milestones.map(({ draft }) => draft),
    tasks: listTasks(lines, taskFiles, keyOf, report),
    risks,
    prefix: settings.prefix,
    aliases: settings.aliases,
    findMilestone: milestoneFinder(
      milestones.map(({ draft }) => draft),
      keyOf,
    ),
  });
  resolved.problems.forEach(report);
  return {
    uid: folder === '' ? root : `${root}/${folder}`,
    root,
    folder,
    format: 'milepost',
    name: charter.name ?? (settings.prefix || slugOf(folder)),
    settings,
    milestones: resolved.milestones,
    tasks: resolved.tasks,
    risks: resolved.risks,
    problems,
    files: files.map(({ path }) => path),
  };
}

/** Finds a milestone by its id, else by its file's name, else by its title. */
function milestoneFinder(
  drafts: readonly MilestoneDraft[],
  keyOf: (id: string) => string,
): (text: string) => string | undefined {
  const keys = new Map<string, string>();
  const names: ((draft: MilestoneDraft) => string)[] = [
    ({ item }) => keyOf(item.id),
    ({ item }) => keyOf(slugOf(item.file)),
    ({ item }) => keyOf(item.title),
  ];
  for (const name of names) {
    for (const draft of drafts.filter(one => !keys.has(name(one)))) {
      keys.set(name(draft), keyOf(draft.item.id));
    }
  }
  return text => keys.get(keyOf(text));
}
