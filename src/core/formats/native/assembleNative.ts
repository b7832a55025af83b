import { aliasedKey } from '../../plan/ids';
import type { Plan } from '../../plan/model';
import { keyFinder } from '../../plan/otherIds';
import { naturalOrder } from '../../base/naturalOrder';
import type { PlanProblem } from '../../plan/problem';
import { resolveSteps } from '../../plan/resolve';
import type { RiskDraft } from '../../plan/drafts';
import type { TaskDraft } from '../../plan/drafts';
import type { MilestoneDraft } from '../../plan/drafts';
import type { PlanSettings } from '../../plan/settings';
import type { Steps } from '../../base/steps';
import { finish } from '../../base/steps';
import type { AssembleInput, ParsedFile } from '../format';
import { slugOf } from './items';
import { projectPath } from '../projectPath';
import { fileFinder, otherNameSteps } from './otherNames';
import { patchPlan } from './patchPlan';
import { planProblem, TOP } from '../problems';
import { unknownItems } from '../unknownItems';
import { readFile, readLines } from './readFile';
import type { TaskLine } from './readInlineTasks';
import { readSettings } from './readSettings';
import type { Charter } from './readSettings';
import { listTasks } from './taskOrder';

/** How many assembled plans are remembered: of the working tree, and at a few other commits. */
const REMEMBERED = 4;
let remembered: readonly Assembled[] = [];

interface Assembled {
  readonly input: AssembleInput;
  readonly plan: Plan;
}

/** How many files are read in one step. */
const STEP = 50;

/** All items of a native plan folder, at once. */
export function assembleNative(input: AssembleInput): Plan {
  return finish(assembleNativeSteps(input));
}

/**
 * All items of a native plan folder. An overlay (`for:` in project.md) has none: its items belong to the
 * plan that it names. The last plans are remembered: the same documents give the same object again, a change
 * that concerns nothing but its own file costs no more than reading that file, and after any change an item
 * that would be the same stays the same object.
 */
export function* assembleNativeSteps(input: AssembleInput): Steps<Plan> {
  const known = remembered.filter(
    ({ input: { root, folder } }) => root === input.root && folder === input.folder,
  );
  for (const one of known) {
    const changed = changedFile(one.input, input);
    const plan = changed && patchPlan(one.plan, input.files, ...changed);
    if (changed === false || plan) {
      return remember(input, plan || one.plan, one);
    }
    yield;
  }
  return remember(input, yield* assembleAll(input, known[0]?.plan));
}

/** The items of some native plan files, without a look at what was assembled before. */
export function assembleOnce(input: AssembleInput): Plan {
  return finish(assembleAll(input, undefined));
}

function remember(input: AssembleInput, plan: Plan, instead?: Assembled): Plan {
  const others = remembered.filter(one => one !== instead);
  remembered = [{ input, plan }, ...others].slice(0, REMEMBERED);
  return plan;
}

/** The one file that is different, before and after; false when none is, undefined when more is different. */
function changedFile(
  before: AssembleInput,
  after: AssembleInput,
): [ParsedFile, ParsedFile] | false | undefined {
  if (before.files.length !== after.files.length || before.unreadable.length + after.unreadable.length > 0) {
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

function* assembleAll(input: AssembleInput, before: Plan | undefined): Steps<Plan> {
  const { root, folder, unreadable } = input;
  const files = [...input.files].sort((a, b) => naturalOrder(a.path, b.path));
  const problems: PlanProblem[] = unreadable.map(({ path, detail }) =>
    planProblem(path, TOP, 'error', { code: 'unreadable', args: [detail] }),
  );
  // One by one: a spread of a hundred thousand arguments is more than the stack holds.
  const report = (problem: PlanProblem) => void problems.push(problem);
  const project = files.find(({ path }) => path === projectPath(folder));
  const charter = readCharter(project);
  const lost = unreadable.find(({ path }) => path === projectPath(folder));
  charter.problems.forEach(report);
  const { overlayOf } = charter;
  const settings: PlanSettings = lost
    ? {
        ...charter.settings,
        unread: [{ file: lost.path, reason: { code: 'unreadable', args: [lost.detail] } }],
      }
    : charter.settings;

  const milestones: { file: ParsedFile; draft: MilestoneDraft }[] = [];
  const taskFiles: TaskDraft[] = [];
  const risks: RiskDraft[] = [];
  for (const [index, file] of files.entries()) {
    if (index % STEP === 0) {
      yield;
    }
    if (file === project || overlayOf !== undefined) {
      continue;
    }
    const read = readFile(file, folder, settings);
    if (read.kind === 'milestone') {
      milestones.push({ file, draft: read.draft });
    } else if (read.kind === 'task') {
      taskFiles.push(read.draft);
    } else if (read.kind === 'risk') {
      risks.push(read.draft);
    }
    read.problems.forEach(report);
  }
  project?.document.problems.forEach(problem => report({ ...problem, file: project.path }));
  yield;

  const aliases = new Set(settings.aliases);
  const keyOf = (id: string) => aliasedKey(id, settings.prefix, aliases);
  const withFile = new Set(taskFiles.map(({ item }) => keyOf(item.id)));
  const drafts = milestones.map(({ draft }) => draft);
  const others = yield* otherNameSteps(
    [...drafts, ...taskFiles, ...risks].map(({ item }) => item),
    keyOf,
  );
  const hasFile = fileFinder(withFile, () => others, keyOf);
  const lines: TaskLine[] = [];
  // Each may hold many tasks.
  for (const { file, draft } of milestones) {
    yield;
    const read = readLines(file, draft, settings, hasFile);
    read.lines.forEach(line => lines.push(line));
    read.problems.forEach(report);
  }
  yield;
  const findMilestone = milestoneFinder(drafts, keyOf);
  const milestoneOf = (text: string) => findMilestone(text) ?? others.get(keyOf(text));
  const tasks = listTasks(lines, taskFiles, { keyOf, milestoneOf, others }, report);
  yield;
  const { prefix } = settings;
  const resolved = yield* resolveSteps(
    { milestones: drafts, tasks, risks, prefix, aliases: settings.aliases, findMilestone },
    before,
  );
  resolved.problems.forEach(report);
  const named = keyFinder({ settings, otherIds: resolved.otherIds });
  const items = [...resolved.milestones, ...resolved.tasks, ...resolved.risks];
  for (const { dismissed, file } of [
    { dismissed: settings.dismissed, file: projectPath(folder) },
    ...resolved.milestones,
  ]) {
    unknownItems(dismissed, file, items, named).forEach(report);
  }
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
    ...(resolved.otherIds && { otherIds: resolved.otherIds }),
    problems,
    files: files.map(({ path }) => path),
  };
}

type ReadCharter = Charter & { readonly problems: readonly PlanProblem[] };

const charters = new WeakMap<ParsedFile, ReadCharter>();

/** The settings are the same object as long as project.md is the same. */
function readCharter(project: ParsedFile | undefined): ReadCharter {
  const known = project && charters.get(project);
  if (known) {
    return known;
  }
  const problems: PlanProblem[] = [];
  const charter = readSettings(project, problem => void problems.push(problem));
  const { settings, overlayOf } = charter;
  const read = {
    ...charter,
    problems,
    settings: overlayOf === undefined ? settings : { ...settings, prefix: '' },
  };
  if (project) {
    charters.set(project, read);
  }
  return read;
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
