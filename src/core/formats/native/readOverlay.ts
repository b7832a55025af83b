import type { PlanSettings } from '../../plan/settings';
import type { PlanProblem } from '../../plan/problem';
import type { AssembleInput } from '../format';
import { FieldReader } from '../../documents/fields';
import type { Overlay } from '../overlay';
import { kindOf, present } from './items';
import { readerOf, reportNoFrontMatter } from './problems';
import { readDismissals } from './readDismissals';
import { readOtherIds, textsOfIds } from './readOtherIds';
import { readRisk } from './readRisk';
import { readSettings } from './readSettings';
import { readDependencies, readHandLink, readNeeds } from './readTask';

/** Reads a folder whose project.md says that it belongs to another plan; undefined for any other. */
export function readOverlay({ folder, files }: AssembleInput): Overlay | undefined {
  const project = files.find(({ path }) => path === `${folder}/project.md`);
  const quiet = project && new FieldReader(project.document.fields, () => undefined);
  const target = quiet?.named('for');
  if (!project || !target) {
    return undefined;
  }
  const problems: PlanProblem[] = [];
  const report = (problem: PlanProblem) => void problems.push(problem);
  const { settings } = readSettings(project, report);
  project.document.problems.forEach(problem => report({ ...problem, file: project.path }));
  const fields = readerOf(project, report);
  const tasks = fields.map('tasks').map(({ key, value, range }) => {
    const start = range.start;
    const end = { line: start.line, character: start.character + key.length };
    if (value.kind !== 'map') {
      fields.bad('tasks', key, '{estimate: 3d}', value.range);
    }
    const entry = fields.entry(value);
    return { named: { text: key, range: { start, end } }, ...readAddition(entry, settings, project.path) };
  });
  const risks = files.flatMap(file => {
    if (file === project) {
      return [];
    }
    const reader = readerOf(file, report);
    const isRisk = kindOf(file, file.path.slice(folder.length + 1), reader) === 'risk';
    if (!isRisk) {
      return [];
    }
    if (file.document.fields.length === 0) {
      reportNoFrontMatter(file, report);
      return [];
    }
    file.document.problems.forEach(problem => report({ ...problem, file: file.path }));
    return [readRisk(file, reader, settings, report)];
  });
  return {
    file: project.path,
    folder,
    target,
    settings,
    tasks,
    risks,
    problems,
    files: files.map(({ path }) => path),
  };
}

function readAddition(
  fields: FieldReader,
  settings: PlanSettings,
  file: string,
): Pick<Overlay['tasks'][number], 'addition' | 'otherIds' | 'dependsOn'> {
  const assignees = fields.texts('assignee');
  const otherIds = readOtherIds(fields, 'task')?.map(id => ({ ...id, file }));
  return {
    addition: {
      needs: readNeeds(fields),
      branches: fields.texts('branch'),
      handLinks: fields
        .list('commits')
        .flatMap(entry => readHandLink(entry, fields).map(link => ({ ...link, file }))),
      dismissed: readDismissals(fields, 'cannot'),
      expectsEvidence: fields.oneOf('evidence', ['none']) === undefined,
      ...present({
        assignees: assignees.length > 0 ? assignees : undefined,
        otherIds: textsOfIds(otherIds),
      }),
      ...fields.values('task', settings),
    },
    ...present({ otherIds }),
    dependsOn: readDependencies(fields, settings),
  };
}
