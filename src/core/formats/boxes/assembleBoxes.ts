import { idKey } from '../../plan/ids';
import type { FormatId, Milestone, Plan, Task } from '../../plan/model';
import { naturalOrder } from '../../base/naturalOrder';
import type { PlanProblem } from '../../plan/problem';
import { resolveItems } from '../../plan/resolve';
import { DEFAULT_SETTINGS } from '../../plan/settings';
import type { Status } from '../../plan/settings';
import type { AssembleInput } from '../format';
import { planProblem, TOP } from '../problems';
import type { ReadBoxFile } from './boxFile';

/** What can be set by a box alone. */
const STATUSES: readonly Status[] = DEFAULT_SETTINGS.statuses.filter(
  ({ category }) => category === 'open' || category === 'done',
);

/** All items of a plan whose tasks are lines with boxes. */
export function assembleBoxes(input: AssembleInput, format: FormatId, read: ReadBoxFile): Plan {
  const { root, folder, unreadable } = input;
  const files = [...input.files].sort((a, b) => naturalOrder(a.path, b.path));
  const paths = files.map(({ path }) => path);
  const parts = files.map(file => read(file, paths));
  const milestones = parts.flatMap(part => part.milestones);
  const known = new Set(milestones.map(({ draft }) => idKey(draft.item.id)));
  const { problems, ...items } = resolveItems({
    milestones: milestones.map(({ draft }) => draft),
    tasks: parts.flatMap(part => part.tasks.map(({ draft }) => draft)),
    risks: [],
    prefix: '',
    aliases: [],
    findMilestone: text => (known.has(idKey(text)) ? idKey(text) : undefined),
  });
  const declared = new Set(milestones.flatMap(({ draft, declared }) => (declared ? [draft.item.id] : [])));
  const statuses = parts.flatMap(part => part.statuses ?? []);
  return {
    uid: folder === '' ? root : `${root}/${folder}`,
    root,
    folder,
    format,
    name: nameOf(input),
    settings: { ...DEFAULT_SETTINGS, statuses: statuses.length > 0 ? statuses : STATUSES },
    ...items,
    milestones: items.milestones.map(milestone =>
      declared.has(milestone.id) ? milestone : finished(milestone, items.tasks),
    ),
    problems: [
      ...unreadable.map(({ path, detail }) =>
        planProblem(path, TOP, 'error', { code: 'unreadable', args: [detail] }),
      ),
      ...files.flatMap(({ path, document }) =>
        document.problems.map(problem => ({ ...problem, file: path })),
      ),
      ...parts.flatMap(part => part.problems ?? []),
      ...problems.map(soften),
    ],
    files: paths,
  };
}

/** The title of a plan that is one file, else its folder. */
function nameOf({ folder, files }: AssembleInput): string {
  const [only, ...more] = files;
  const title = only && more.length === 0 && only.document.headings.find(({ level }) => level === 1)?.text;
  return title || folder;
}

/** A milestone that cannot say itself that it is done is done with the last of its tasks. */
function finished(milestone: Milestone, tasks: readonly Task[]): Milestone {
  const own = tasks.filter(task => task.milestone === milestone.key);
  const over = own.every(({ category }) => category === 'done' || category === 'dropped');
  return over && own.some(({ category }) => category === 'done')
    ? { ...milestone, status: 'done' }
    : milestone;
}

/** These files have other tools, and people who count by hand: an id used twice is no error there. */
function soften(problem: PlanProblem): PlanProblem {
  return problem.message.code === 'duplicate-id' ? { ...problem, severity: 'warning' } : problem;
}
