import type { NotCommitted } from '../../core/insight/review/notCommitted';
import type { Review } from '../../core/insight/review/review';
import type { Task } from '../../core/plan/model';
import type { Repo, Snapshot } from '../../core/snapshot';
import type { Text } from '../../words/text';
import { noRows, type Row } from '../row';
import { commitRow } from './commitRow';
import { someRows } from './pages';
import { planPlace } from './planPlace';
import { planRow } from './planRow';
import { currentBranch, scopeOf, type Scope } from './scope';
import { taskRow } from './taskRow';
import { branchWorkRows } from './branchWork';
import { notCommittedRows } from './notCommittedRows';

/** What git has answered about the checked-out state of a plan. */
export interface WorkAnswer {
  /** Undefined on the default branch, and where none could be made. */
  readonly review?: Review | undefined;
  readonly waiting?: NotCommitted | undefined;
}

/** By `Plan.uid`: no entry while an answer is awaited. */
export type WorkAnswers = ReadonlyMap<string, WorkAnswer>;

/** The rows of the *Current work* view; none while git has not answered. */
export function currentWorkRows(snapshot: Snapshot, answers: WorkAnswers): readonly Row[] {
  const several = snapshot.plans.length > 1;
  return snapshot.plans.flatMap(facts => {
    const repo = snapshot.repos.find(({ top }) => top === facts.repo);
    const scope = scopeOf(snapshot, facts);
    if (!repo || !scope.history) {
      return [];
    }
    const { plan } = facts;
    const rows = workRows(scope, repo, answers.get(plan.uid));
    return several ? [planRow(`work:${plan.uid}`, plan, planPlace(snapshot, plan), () => rows)] : rows;
  });
}

function workRows(scope: Scope, repo: Repo, answer: WorkAnswer | undefined): readonly Row[] {
  const { uid } = scope.facts.plan;
  const id = `work:${uid}/rows`;
  const review = answer?.review;
  const branch = currentBranch(scope.history);
  const onDefault = branch !== undefined && branch === scope.history?.defaultBranch?.name;
  const head = headRow(scope, id, branch, onDefault, review);
  const waiting = notCommittedRows(scope, id, answer?.waiting);
  if (onDefault) {
    return [head, ...waiting, ...defaultBranchRows(scope, id, repo)];
  }
  // VS Code keeps a row expanded or not as it first came, so none comes before it is known what is below.
  return [head, ...(answer ? [...waiting, ...branchWorkRows(scope, id, branch, review)] : [readingRow(id)])];
}

function readingRow(parentId: string): Row {
  const label: Text = { code: 'ui.reading-branch', args: [] };
  return {
    id: `${parentId}/reading`,
    label,
    icon: { codicon: 'ellipsis' },
    context: 'note',
    expand: 'none',
    accessibility: label,
    children: noRows,
  };
}

/** What is checked out: a branch, one that is being rebased, a commit, or nothing yet. */
function headRow(
  { facts, history }: Scope,
  parentId: string,
  branch: string | undefined,
  onDefault: boolean,
  review: Review | undefined,
): Row {
  const head = history?.head;
  const label: Text =
    branch ?? (head?.kind === 'detached' ? { code: 'ui.detached', args: [head.hash.slice(0, 8)] } : '');
  const description: Text = onDefault
    ? { code: 'ui.default-branch', args: [] }
    : [
        ...(head?.kind === 'detached' && branch ? [{ code: 'ui.rebasing' as const, args: [] as [] }] : []),
        ...(head?.kind === 'unborn' ? [withoutCommits(history)] : []),
        ...(review ? [{ code: 'ui.commits' as const, args: [review.commits.length] as [number] }] : []),
      ];
  return {
    id: `${parentId}/head`,
    label,
    description,
    icon: { codicon: branch ? 'git-branch' : 'git-commit' },
    context: onDefault ? 'head:default' : 'head',
    expand: 'none',
    accessibility: [{ code: 'ui.branch', args: [branch ?? ''] }, description],
    ...(branch && facts.repo
      ? { subject: { kind: 'branch', plan: facts.plan.uid, repo: facts.repo, branch } }
      : {}),
    children: noRows,
  };
}

/** A branch whose commit is lost is not a new one. */
function withoutCommits(history: Scope['history']): Text {
  const lost = history?.brokenRefs?.includes(`refs/heads/${history.head.branch ?? ''}`);
  return { code: lost ? 'ui.branch-damaged' : 'ui.no-commits-yet', args: [] };
}

/** On the default branch there is nothing to review: what is going on, and what lacks a task. */
function defaultBranchRows(scope: Scope, id: string, repo: Repo): readonly Row[] {
  const active = scope.facts.plan.tasks.filter(
    ({ category }) => category === 'active' || category === 'blocked',
  );
  const free = repo.withoutTask;
  const build = (task: Task): Row => taskRow(scope, `${id}/active`, task);
  return [
    ...someRows(`${id}/active`, 'ui.active-tasks', 'color-mode', active, build, 'expanded'),
    ...someRows(`${id}/free`, 'ui.commits-without-task', 'git-commit', free, hash =>
      commitRow(scope, `${id}/free`, hash),
    ),
  ];
}
