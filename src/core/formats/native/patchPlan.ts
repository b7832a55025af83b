import { aliasedKey } from '../../plan/ids';
import { finish } from '../../base/steps';
import type { Milestone, OtherIds, Plan, Task } from '../../plan/model';
import type { PlanProblem } from '../../plan/problem';
import type { TaskDraft } from '../../plan/drafts';
import { resolvedTask } from '../../plan/resolvedTask';
import type { ParsedFile } from '../format';
import { projectPath } from '../projectPath';
import { fileFinder, otherNameSteps } from './otherNames';
import { readFile, readLines } from './readFile';
import type { FileDraft } from './readFile';
import type { TaskReference } from './readInlineTasks';
import { boxAgrees } from './statuses';

/**
 * The plan after one file has changed, when the change concerns nothing but the items of that file: what
 * most keystrokes are. Equal to assembling all files again, without looking at the others.
 * @param files all files of the plan
 * @returns undefined when other items may be concerned
 */
export function patchPlan(
  plan: Plan,
  files: readonly ParsedFile[],
  before: ParsedFile,
  after: ParsedFile,
): Plan | undefined {
  if (after.path === projectPath(plan.folder)) {
    return undefined;
  }
  const old = readFile(before, plan.folder, plan.settings);
  const now = readFile(after, plan.folder, plan.settings);
  if (old.kind === 'task' && now.kind === 'task') {
    return patchTask(plan, files, old, now);
  }
  return old.kind === 'milestone' && now.kind === 'milestone' ? patchMilestone(plan, old, now) : undefined;
}

type TaskFile = FileDraft & { readonly kind: 'task' };
type MilestoneFile = FileDraft & { readonly kind: 'milestone' };

function patchTask(plan: Plan, files: readonly ParsedFile[], old: TaskFile, now: TaskFile): Plan | undefined {
  const index = plan.tasks.findIndex(({ file, inline }) => file === now.file.path && !inline);
  const task = plan.tasks[index];
  const problems = patchProblems(plan.problems, now.file.path, old.problems, now.problems);
  if (!task || task.duplicate || !problems || namesOf(old.draft) !== namesOf(now.draft)) {
    return undefined;
  }
  let { item } = now.draft;
  const { reference } = task;
  if (reference) {
    const milestone = files.find(({ path }) => path === reference.file);
    const box = milestone?.document.checks.find(({ line }) => line === reference.line);
    if (!box || !boxAgrees(box.mark, task.category) || !boxAgrees(box.mark, item.category)) {
      return undefined;
    }
    const added = task.checklist.slice(old.draft.item.checklist.length);
    item = { ...item, reference, checklist: [...item.checklist, ...added] };
  }
  return { ...plan, problems, tasks: plan.tasks.with(index, resolvedTask(item, task, task)) };
}

/** The lines must name the same tasks in the same order, and the file the same milestone. */
function patchMilestone(plan: Plan, old: MilestoneFile, now: MilestoneFile): Plan | undefined {
  const { path } = now.file;
  const { settings } = plan;
  const index = plan.milestones.findIndex(({ file }) => file === path);
  const milestone = plan.milestones[index];
  const [was, is] = [old.draft.item, now.draft.item];
  if (
    !milestone ||
    milestone.duplicate ||
    was.id !== is.id ||
    was.title !== is.title ||
    !sameData(was.otherIds, is.otherIds) ||
    // It may name any item.
    !sameData(was.dismissed, is.dismissed)
  ) {
    return undefined;
  }
  const aliases = new Set(settings.aliases);
  const keyOf = (id: string) => aliasedKey(id, settings.prefix, aliases);
  const places = new Map<string, number>();
  const inline: number[] = [];
  for (const [place, task] of plan.tasks.entries()) {
    if (!task.inline) {
      places.set(task.key, place);
    } else if (task.file === path) {
      inline.push(place);
    }
  }
  let found: OtherIds | undefined;
  // Mostly every line has its own id.
  const others = () =>
    (found ??= finish(
      otherNameSteps([...plan.milestones, ...plan.tasks.filter(task => !task.inline), ...plan.risks], keyOf),
    ));
  const hasFile = fileFinder(places, others, keyOf);
  const before = readLines(old.file, old.draft, settings, hasFile);
  const after = readLines(now.file, now.draft, settings, hasFile);
  const problems = patchProblems(
    plan.problems,
    path,
    [...old.problems, ...before.problems],
    [...now.problems, ...after.problems],
  );
  if (!problems || before.lines.length !== after.lines.length) {
    return undefined;
  }
  const placeOf = (id: string) => {
    const key = keyOf(id);
    return places.get(key) ?? places.get(others().get(key) ?? key);
  };
  const patches = new Map<number, Task>();
  for (const [number, line] of after.lines.entries()) {
    const known = before.lines[number];
    const place = line.kind === 'task' ? inline.shift() : placeOf(line.id.text);
    const task = place === undefined ? undefined : plan.tasks[place];
    const patched =
      task && line.kind === 'task'
        ? known?.kind === 'task' && patchLine(task, known.draft, line.draft)
        : task &&
          known?.kind === 'reference' &&
          line.kind === 'reference' &&
          patchReference(task, known, line);
    if (!patched || place === undefined) {
      return undefined;
    }
    patches.set(place, patched);
  }
  return {
    ...plan,
    problems,
    milestones: sameData(was, is) ? plan.milestones : plan.milestones.with(index, withItem(milestone, is)),
    tasks: plan.tasks.map((task, place) => patches.get(place) ?? task),
  };
}

function withItem({ key, uid, duplicate }: Milestone, item: MilestoneFile['draft']['item']): Milestone {
  return { ...item, key, uid, duplicate };
}

function patchLine(task: Task, old: TaskDraft, now: TaskDraft): Task | undefined {
  if (task.duplicate || namesOf(old) !== namesOf(now)) {
    return undefined;
  }
  const { file, line } = now.item;
  const uid = task.key === '' ? `@${file}:${line}` : task.uid;
  return resolvedTask(now.item, { ...task, uid }, task);
}

/** The task of a file after the line that refers to it has changed. */
function patchReference(task: Task, old: TaskReference, now: TaskReference): Task | undefined {
  const names = ({ id, milestone, parent }: TaskReference) =>
    `${id.text}\n${milestone.text}\n${parent?.text}`;
  const { reference } = task;
  const isThis = reference?.file === old.place.file && reference.line === old.place.line;
  if (!isThis || names(old) !== names(now) || !boxAgrees(now.mark, task.category)) {
    return undefined;
  }
  if (sameData([old.place, old.checklist], [now.place, now.checklist])) {
    return task;
  }
  const own = task.checklist.slice(0, task.checklist.length - old.checklist.length);
  return resolvedTask({ ...task, reference: now.place, checklist: [...own, ...now.checklist] }, task);
}

/** By what ids a task is known, and how it names others. */
function namesOf({ item, milestone, parent, dependsOn }: TaskDraft): string {
  const waits = dependsOn.map(({ text }) => text);
  return JSON.stringify([item.id, item.otherIds, milestone?.text, parent?.text, waits]);
}

function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The plan's problems with those of one file exchanged.
 * @returns undefined when they cannot be told apart from problems with other files
 */
function patchProblems(
  all: readonly PlanProblem[],
  file: string,
  old: readonly PlanProblem[],
  now: readonly PlanProblem[],
): readonly PlanProblem[] | undefined {
  const places = [...all.keys()].filter(place => all[place]?.file === file);
  if (places.length !== old.length || old.length !== now.length) {
    return undefined;
  }
  const byPlace = new Map(places.map((place, index) => [place, now[index]]));
  return places.length === 0 ? all : all.map((problem, place) => byPlace.get(place) ?? problem);
}
