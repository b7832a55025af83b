import type { Message } from '../../core/base/message';
import type { GitMessages } from '../../core/snapshot';
import { GitFailure, isGitFailure } from '../../git/gitFailure';
import type { GitWriter } from '../../git/gitWriter';
import type { GitOutcome, PlanCommit, PlanCommitWish, Uncommitted } from '../store';
import { reasonOf, type Repository } from './repository';
import type { PlanInRepository, Revisions } from './revisions';

/** The plans of one repository, and how to write to it. */
export interface PlansInRepository {
  readonly plans: readonly PlanInRepository[];
  readonly repo: Repository | undefined;
  readonly writer: GitWriter | undefined;
}

/** Hooks may take their time, and not for ever. */
const PATIENCE_MS = 10 * 60_000;

/** Which plan files differ from HEAD, deleted and new ones among them. */
export async function uncommitted(
  { plans, repo, writer }: PlansInRepository,
  revisions: Revisions,
): Promise<GitOutcome<Uncommitted>> {
  if (!repo || !writer) {
    return { ok: false, problem: repo ? { code: 'git-untrusted', args: [] } : notHere };
  }
  const paths = new Set<string>();
  for (const known of plans) {
    known.plan.files.forEach(path => paths.add(known.prefix + path));
    const before = await revisions.filesAtHead(known);
    if (!before.ok) {
      return before;
    }
    before.value.forEach(path => paths.add(path));
  }
  return answer(() => writer.changes([...paths]));
}

/** Commits plan files as they are on disk; nothing where none of them differs from HEAD. */
export async function commitPlans(
  place: PlansInRepository,
  revisions: Revisions,
  { paths, message, onNewBranch }: PlanCommitWish,
  today: string,
): Promise<GitOutcome<PlanCommit>> {
  const found = await uncommitted(place, revisions);
  const { repo, writer } = place;
  if (!found.ok || !repo || !writer) {
    return found.ok ? { ok: false, problem: notHere } : found;
  }
  const { files, unfinished } = found.value;
  const wanted = files.map(({ path }) => path).filter(path => paths?.includes(path) ?? true);
  if (unfinished) {
    return { ok: true, value: { kind: 'unfinished', what: unfinished } };
  }
  if (wanted.length === 0) {
    return { ok: false, problem: { code: 'git-nothing-to-commit', args: [] } };
  }
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return answer(async () => {
    if (!onNewBranch) {
      return writer.commit(wanted, message, signal);
    }
    const base = repo.history?.defaultBranch?.tip;
    if (base === undefined) {
      throw new GitFailure({ code: 'git-no-default-branch', args: [] });
    }
    const branch = await freeBranch(repo, `plan-${today}`);
    return { ...(await writer.commitOnBranch(wanted, message, { branch, base }, signal)), branch };
  });
}

const notHere: Message<GitMessages> = { code: 'git-nowhere-to-commit', args: [] };

/** The name, or with the first number behind it that no branch has. */
export async function freeBranch({ git }: Repository, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const branch = count === 1 ? name : `${name}-${count}`;
    if ((await git.resolve(`refs/heads/${branch}`)) === undefined) {
      return branch;
    }
  }
}

/** What git answered, or its failure as data. */
export async function answer<T>(ask: () => Promise<T>): Promise<GitOutcome<T>> {
  try {
    return { ok: true, value: await ask() };
  } catch (error) {
    if (isTimeout(error)) {
      return { ok: false, problem: { code: 'git-timeout', args: ['commit'] } };
    }
    return { ok: false, problem: reasonOf(error) };
  }
}

function isTimeout(error: unknown): boolean {
  return !isGitFailure(error) && error instanceof DOMException && error.name === 'TimeoutError';
}
