import type { Plan } from '../../plan/model';
import { naturalOrder } from '../../base/naturalOrder';
import type { PlanProblem } from '../../plan/problem';
import { resolveItems } from '../../plan/resolve';
import type { MilestoneDraft } from '../../plan/drafts';
import type { PlanSettings } from '../../plan/settings';
import { categoryByWord } from '../../plan/statusWords';
import type { AssembleInput } from '../format';
import { formerPrefixes } from './formerPrefixes';
import { checklistOf } from './checklist';
import { readConfig } from './config';
import { declaredStatus, draftTask } from './draftTask';
import { placeOf } from './folders';
import type { BacklogPlace } from './folders';
import { milestoneFinder, readMilestoneFile } from './milestones';
import type { MilestoneFile } from './milestones';
import { TOP, idOfPath, problemAt, rangeOf, readTaskFile } from './readTask';
import type { TaskFile } from './readTask';

/** All tasks and milestones of a Backlog.md folder; drafts, documents and decisions are not read. */
export function assembleBacklog(input: AssembleInput): Plan {
  const { root, folder, unreadable, rootConfig } = input;
  const files = [...input.files].sort((a, b) => naturalOrder(a.path, b.path));
  const inside = (path: string) => (folder === '' ? path : path.slice(folder.length + 1));
  const filesAt = (place: BacklogPlace) => files.filter(({ path }) => placeOf(inside(path)) === place);
  const problems: PlanProblem[] = [
    ...unreadable.map(({ path, detail }): PlanProblem => ({
      file: path,
      severity: 'error',
      range: TOP,
      message: { code: 'unreadable', args: [detail] },
    })),
    ...[...(rootConfig ? [rootConfig] : []), ...files].flatMap(({ path, document }) =>
      document.problems.map(problem => ({ ...problem, file: path })),
    ),
  ];
  const report = (problem: PlanProblem) => problems.push(problem);

  const configFile = rootConfig ?? filesAt('config')[0];
  const config = readConfig(configFile?.document);
  const lost = configFile ? undefined : unreadable.find(({ path }) => placeOf(inside(path)) === 'config');
  const taskFiles = (['task', 'completed', 'archived'] as const).flatMap(place =>
    filesAt(place).flatMap(file => readTaskFile(file, place, report) ?? []),
  );
  const mentions = taskFiles.flatMap(({ file, parent, dependencies }) => [
    ...dependencies,
    ...(parent === undefined ? [] : [parent]),
    ...[idOfPath(file.path) ?? []].flat(),
  ]);
  const ids = taskFiles.map(({ id }) => id);
  const aliases = formerPrefixes(config.settings.prefix, ids, mentions);
  const settings: PlanSettings = {
    ...config.settings,
    aliases,
    unread: [
      ...(configFile && config.unread
        ? [{ file: configFile.path, field: 'statuses', reason: config.unread }]
        : []),
      ...(lost
        ? [{ file: lost.path, reason: { code: 'unreadable' as const, args: [lost.detail] as [string] } }]
        : []),
    ],
  };

  const milestones = filesAt('milestone').flatMap(file => readMilestoneFile(file, report) ?? []);
  const archived = filesAt('archived-milestone').flatMap(file => readMilestoneFile(file, ignore) ?? []);
  const find = milestoneFinder(milestones, archived);
  const { problems: unresolved, ...items } = resolveItems({
    milestones: milestones.map(draftMilestone),
    tasks: taskFiles.map(task => draftTask(task, settings, name => find(name) === 'archived')),
    risks: [],
    prefix: settings.prefix,
    aliases,
    findMilestone: name => {
      const found = find(name);
      return found === 'archived' ? undefined : found?.key;
    },
  });
  const current = new Set(filesAt('task').map(({ path }) => path));
  return {
    uid: folder === '' ? root : `${root}/${folder}`,
    root,
    folder,
    format: 'backlog',
    name: config.name ?? folder,
    settings,
    ...items,
    problems: [
      ...problems,
      ...statusProblems(taskFiles, settings),
      ...unresolved.flatMap(problem => soften(problem, current)),
    ],
    files: [...(rootConfig ? [rootConfig] : []), ...files].map(({ path }) => path),
  };
}

/** An archived milestone is no item, only a name that tasks may still have. */
const ignore = (): undefined => undefined;

/** Problems of tasks with an unknown status. Finished tasks have none, since their folder says that they are over. */
function statusProblems(tasks: readonly TaskFile[], settings: PlanSettings): PlanProblem[] {
  return tasks
    .filter(task => task.place === 'task' && task.status !== '')
    .filter(task => !declaredStatus(task, settings) && !categoryByWord(task.status))
    .map(({ file, status }) =>
      problemAt(file, 'status', 'warning', {
        code: 'unknown-status',
        args: [status],
      }),
    );
}

/**
 * Finished work is history: names in it that no longer resolve are no problem. Ids come twice in most
 * plans of this kind (the tool numbers anew when a task leaves `tasks/`), so that is no error.
 */
function soften(problem: PlanProblem, current: ReadonlySet<string>): PlanProblem[] {
  const { code } = problem.message;
  if (code === 'duplicate-id') {
    return [{ ...problem, severity: 'warning' }];
  }
  return current.has(problem.file) || !code.startsWith('unknown-') ? [problem] : [];
}

function draftMilestone({ file, id, line, title, due }: MilestoneFile): MilestoneDraft {
  return {
    item: {
      kind: 'milestone',
      id,
      title,
      file: file.path,
      line,
      labels: [],
      dismissed: [],
      status: 'planned',
      ...(due === undefined ? {} : { due }),
      checklist: checklistOf(file.document, file.path),
    },
    range: rangeOf(file, 'id'),
  };
}
