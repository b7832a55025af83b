import { idKey } from '../../plan/ids';
import type { Milestone, Plan } from '../../plan/model';
import type { PlanProblem } from '../../plan/problem';
import type { AssembleInput } from '../format';
import { formerPrefixes } from './aliases';
import { checklistOf } from './checklist';
import { readConfig } from './config';
import { placeOf } from './folders';
import type { BacklogPlace } from './folders';
import { milestoneFinder, readMilestoneFile } from './milestones';
import type { MilestoneFile } from './milestones';
import { idOfPath, problemAt, readTaskFile } from './readTask';
import { resolveTasks } from './resolveTasks';

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** All tasks and milestones of a Backlog.md folder; drafts, documents and decisions are not read. */
export function assembleBacklog(input: AssembleInput): Plan {
  const { root, folder, unreadable, rootConfig } = input;
  const files = [...input.files].sort((a, b) => byName(a.path, b.path));
  const inside = (path: string) => (folder === '' ? path : path.slice(folder.length + 1));
  const filesAt = (place: BacklogPlace) => files.filter(({ path }) => placeOf(inside(path)) === place);
  const problems: PlanProblem[] = [
    ...unreadable.map(({ path, detail }) =>
      problemAt(path, undefined, 'error', { code: 'unreadable', args: [detail] }),
    ),
    ...files.flatMap(({ path, document }) => document.problems.map(problem => ({ ...problem, file: path }))),
  ];
  const report = (problem: PlanProblem) => problems.push(problem);

  const config = readConfig((rootConfig ?? filesAt('config')[0])?.document);
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
  const settings = { ...config.settings, aliases };

  const live = filesAt('milestone').flatMap(file => readMilestoneFile(file) ?? []);
  const archived = filesAt('archived-milestone').flatMap(file => readMilestoneFile(file) ?? []);
  return {
    uid: folder === '' ? root : `${root}/${folder}`,
    root,
    folder,
    format: 'backlog',
    name: config.name ?? folder,
    settings,
    milestones: live.map(milestone),
    tasks: resolveTasks(taskFiles, settings, milestoneFinder(live, archived), report),
    risks: [],
    problems,
    files: [...(rootConfig ? [rootConfig] : []), ...files].map(({ path }) => path),
  };
}

function milestone({ file, id, line, title, due }: MilestoneFile): Milestone {
  const key = idKey(id);
  return {
    kind: 'milestone',
    id,
    key,
    uid: key,
    title,
    file: file.path,
    line,
    duplicate: false,
    labels: [],
    dismissed: [],
    status: 'planned',
    ...(due === undefined ? {} : { due }),
    checklist: checklistOf(file.document, file.path),
  };
}
