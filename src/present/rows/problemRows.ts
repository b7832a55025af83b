import type { Message } from '../../core/base/message';
import type { PlanProblem } from '../../core/plan/problem';
import type { GitMessages, Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { severityIcon } from '../itemIcons';
import { noRows, type Row } from '../row';
import { pagedRows } from './pages';
import type { Scope } from './scope';

/** How the workspace is set up, and no failure. */
const SETUP: readonly string[] = ['git-untrusted', 'git-virtual', 'git-not-repository', 'git-unborn'];

/** One row that counts what is wrong in the files of a plan; none when nothing is. */
export function problemsRow({ facts: { plan } }: Scope, parentId: string): readonly Row[] {
  const problems = plan.problems.filter(({ severity }) => severity !== 'info');
  if (problems.length === 0) {
    return [];
  }
  const id = `${parentId}/problems`;
  const unreadable = problems.filter(({ message }) => message.code === 'unreadable').length;
  const label: Text = { code: 'ui.problems', args: [problems.length] };
  const description: Text = unreadable > 0 ? { code: 'ui.unreadable', args: [unreadable] } : '';
  return [
    {
      id,
      label,
      description,
      icon: severityIcon(problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'),
      context: 'problems',
      expand: 'collapsed',
      accessibility: [label, description],
      children: () => pagedRows(id, problems, problem => problemRow(plan.root, id, problem)),
    },
  ];
}

function problemRow(root: string, parentId: string, problem: PlanProblem): Row {
  const { file, range, message } = problem;
  const place = `${file.slice(file.lastIndexOf('/') + 1)}:${range.start.line + 1}`;
  return {
    id: `${parentId}/${message.code}:${file}:${range.start.line}:${range.start.character}`,
    label: message,
    description: place,
    icon: severityIcon(problem.severity),
    context: 'problem',
    expand: 'none',
    accessibility: [message, place],
    target: { kind: 'file', root, file, line: range.start.line },
    tooltip: () => [
      { kind: 'text', text: message },
      { kind: 'text', text: `${file}:${range.start.line + 1}` },
    ],
    children: noRows,
  };
}

/** Why commits are missing, where that is a failure and not how the workspace is set up. */
export function gitProblemRows(snapshot: Snapshot): readonly Row[] {
  return gitFailures(snapshot).map(({ id, problem }) => plainProblem(id, problem));
}

/** Why there are neither dates nor health. */
export function insightProblemRows({ insightProblem }: Snapshot): readonly Row[] {
  return insightProblem ? [plainProblem('insight', insightProblem)] : [];
}

/** Failures of git, each with the place it is about. */
export function gitFailures({
  repos,
  withoutGit,
}: Snapshot): readonly { readonly id: string; readonly problem: Message<GitMessages> }[] {
  const failures = repos.map(({ top, problem }) => ({ id: `git:${top}`, problem }));
  return [...failures, { id: 'git', problem: withoutGit }].flatMap(({ id, problem }) =>
    problem && !SETUP.includes(problem.code) ? [{ id, problem }] : [],
  );
}

/** Folders that could not be read at all, and names of plans that are none. */
export function rootProblemRows(snapshot: Snapshot): readonly Row[] {
  return snapshot.roots.flatMap(({ id, name, problems }) =>
    problems.map((problem, index) => plainProblem(`root:${id}:${index}`, [name, problem])),
  );
}

function plainProblem(id: string, label: Text): Row {
  return {
    id,
    label,
    icon: severityIcon('warning'),
    context: 'problem',
    expand: 'none',
    accessibility: label,
    tooltip: () => [{ kind: 'text', text: label }],
    children: noRows,
  };
}
