import { historyAliases } from '../../core/evidence/commits/historyAliases';
import { lacksTask } from '../../core/evidence/withoutTask';
import type { History } from '../../core/evidence/graph/history';
import { subjectOf } from '../../core/evidence/graph/history';
import { factsSteps } from '../../core/facts';
import { asOf } from '../../core/insight/baseline/asOf';
import type { AssembleInput, ParsedFile, UnreadableFile } from '../../core/formats/format';
import {
  ALL_COMMITTED,
  hasAll,
  notCommitted,
  type NotCommitted,
} from '../../core/insight/review/notCommitted';
import type { Review, ReviewEnd } from '../../core/insight/review/review';
import { mergedPlan } from '../../core/insight/effect/mergedPlan';
import { reviewRange } from '../../core/insight/review/reviewRange';
import { dayOf, parseIsoDate } from '../../core/base/dates';
import type { CommitRef } from '../../core/plan/change';
import type { Plan } from '../../core/plan/model';
import { renamed } from '../../core/plan/renamed';
import type { GitMessages, PlanFacts } from '../../core/snapshot';
import type { Message } from '../../core/base/message';
import { GitFailure } from '../../git/gitFailure';
import type { DocumentCache } from '../files/documentCache';
import { inSlices } from '../following/inSlices';
import type { PlanFolder } from '../files/planFolder';
import type { StoreOptions } from '../ports';
import { reasonOf } from './repository';
import type { Repository } from './repository';
import type { GitOutcome } from '../store';

/** What is needed of an open plan to read it at another commit. */
export interface PlanInRepository {
  readonly folder: PlanFolder;
  readonly repo?: Repository | undefined;
  readonly prefix: string;
  readonly plan: Plan;
  /** As last computed in full. */
  readonly settled?: PlanFacts | undefined;
}

/** Names of branches that `commitPlans` makes. */
const PLAN_BRANCH = /^plan-\d{4}-\d{2}-\d{2}(?:-\d+)?$/;
/** So many of them are looked into. */
const PLAN_BRANCHES_ASKED = 3;

const NOT_HERE = 'not-in-git';

/** How many plans at other commits are kept. */
const KEPT = 8;

/** Plans as they stand at other commits, and what lies between two of them. */
export class Revisions {
  private readonly plans = new Map<string, Plan>();

  constructor(
    private readonly cache: DocumentCache,
    private readonly options: StoreOptions,
  ) {}

  async planAt(
    plan: PlanInRepository | undefined,
    revision: string,
    planFolders: readonly string[],
  ): Promise<GitOutcome<PlanFacts>> {
    return this.answer(plan, async (known, history) => {
      const hash = await this.resolve(known, history, revision);
      return await this.factsAt(known, await this.planOf(known, hash), planFolders);
    });
  }

  /** What the files of a plan say and HEAD does not. */
  async notCommitted(plan: PlanInRepository | undefined): Promise<GitOutcome<NotCommitted>> {
    return this.answer(plan, async (known, history) => {
      const { head } = history;
      if (head.kind === 'unborn') {
        return ALL_COMMITTED;
      }
      const found = notCommitted(await this.planOf(known, head.hash), known.plan);
      const alsoOn = found.changes.length > 0 ? await this.planBranchWith(found, known, history) : undefined;
      return { ...found, ...(alsoOn !== undefined && { alsoOn }) };
    });
  }

  /** Of the last branches made for plan changes the one that has all of these. */
  private async planBranchWith(
    found: NotCommitted,
    known: PlanInRepository & { readonly repo: Repository },
    { branches }: History,
  ): Promise<string | undefined> {
    const made = branches
      .filter(({ name, remote }) => !remote && PLAN_BRANCH.test(name))
      .sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }))
      .slice(0, PLAN_BRANCHES_ASKED);
    for (const { name, tip } of made) {
      if (hasAll(await this.planOf(known, tip), found, known.plan)) {
        return name;
      }
    }
    return undefined;
  }

  /** The files of a plan at HEAD, relative to the top of its repository. */
  async filesAtHead(plan: PlanInRepository | undefined): Promise<GitOutcome<readonly string[]>> {
    return this.answer(plan, async (known, { head }) =>
      head.kind === 'unborn'
        ? []
        : (await this.planOf(known, head.hash)).files.map(path => known.prefix + path),
    );
  }

  /** The plan as it stood at a revision and with what was known then: its `today` is the day of that revision. */
  async planThen(
    plan: PlanInRepository | undefined,
    revision: string,
    planFolders: readonly string[],
  ): Promise<GitOutcome<PlanFacts>> {
    return this.answer(plan, async (known, history) => {
      const hash = await this.resolve(known, history, revision);
      const then = asNamedNow(await this.planOf(known, hash), known, history);
      const day = parseIsoDate(revision) ?? (await this.dayOf(known, history, hash, then.settings.timezone));
      return asOf(await this.factsAt(known, then, planFolders, day));
    });
  }

  /** @param others the other plans of the repository: what belongs to one of them does not lack a task */
  async review(
    plan: PlanInRepository | undefined,
    range: { readonly base?: string; readonly head?: string },
    planFolders: readonly string[],
    others: readonly PlanFacts[],
  ): Promise<GitOutcome<Review>> {
    return this.answer(plan, async (known, history) => {
      const head = await this.headOf(known, history, range.head);
      const tip = await this.baseOf(known, history, range.base);
      const base = { ...tip, hash: (await known.repo.git.mergeBase(tip.hash, head.hash)) ?? tip.hash };
      const atHead = await this.planOf(known, head.hash);
      // What is checked out is what its files say, so that what somebody has just written shows.
      const isHere = range.head === undefined;
      const facts = await this.factsAt(known, isHere ? known.plan : atHead, planFolders);
      const before = renamed(await this.planOf(known, base.hash), facts.plan.settings);
      const { defaultBranch } = history;
      const other =
        defaultBranch && defaultBranch.tip !== base.hash && defaultBranch.tip !== head.hash
          ? {
              plan: renamed(await this.planOf(known, defaultBranch.tip), facts.plan.settings),
              branch: defaultBranch.name,
            }
          : undefined;
      return reviewRange({
        facts,
        before,
        ...(other && { other }),
        ...(isHere && { atHead }),
        history,
        base,
        head,
        lacksTask: lacksTask({ history, plans: [facts, ...others], planFolders }),
      });
    });
  }

  /**
   * The default branch's plan as it is, and as it would be with what a range changes in it. The same when the range
   * lies on the default branch already; undefined when it changes nothing in the plan.
   */
  async merged(
    plan: PlanInRepository | undefined,
    range: { readonly base?: string; readonly head?: string },
    planFolders: readonly string[],
  ): Promise<GitOutcome<{ readonly without: PlanFacts; readonly merged: PlanFacts } | undefined>> {
    return this.answer(plan, async (known, history) => {
      const head = await this.headOf(known, history, range.head);
      const tip = await this.baseOf(known, history, range.base);
      const base = (await known.repo.git.mergeBase(tip.hash, head.hash)) ?? tip.hash;
      if (base === head.hash) {
        return undefined;
      }
      // As in the review: what is checked out is what its files say.
      const to = range.head === undefined ? known.plan : await this.planOf(known, head.hash);
      const at = async (hash: string): Promise<Plan> => renamed(await this.planOf(known, hash), to.settings);
      const from = await at(base);
      if (mergedPlan(from, from, to) === from) {
        return undefined;
      }
      const onto = await at(history.defaultBranch?.tip ?? tip.hash);
      const facts = (one: Plan): Promise<PlanFacts> => this.factsAt(known, one, planFolders);
      return { without: await facts(onto), merged: await facts(mergedPlan(onto, from, to)) };
    });
  }

  async commitRef(plan: PlanInRepository | undefined, revision: string): Promise<GitOutcome<CommitRef>> {
    return this.answer(plan, async (known, history) => {
      const hash = await this.resolve(known, history, revision);
      const commit = history.commits.get(hash);
      if (!commit) {
        throw new GitFailure({ code: 'git-unknown-revision', args: [revision] });
      }
      const date = dayOf(commit.authorTime, known.plan.settings.timezone);
      return { hash, date, subject: subjectOf(commit) };
    });
  }

  /** Runs a question to git; a failure of git is an answer, too. */
  private async answer<T>(
    plan: PlanInRepository | undefined,
    ask: (plan: PlanInRepository & { repo: Repository }, history: History) => Promise<T>,
  ): Promise<GitOutcome<T>> {
    const repo = plan?.repo;
    if (!plan || !repo?.history) {
      return { ok: false, problem: repo?.problem ?? { code: 'git-not-repository', args: [] } };
    }
    try {
      return { ok: true, value: await ask({ ...plan, repo }, repo.history) };
    } catch (error) {
      const problem: Message<GitMessages> = reasonOf(error);
      this.options.log.warn(`Git in ${repo.top}: ${problem.code} ${problem.args.join(' ')}`);
      return { ok: false, problem };
    }
  }

  private factsAt(
    { repo, prefix, settled }: PlanInRepository & { repo: Repository },
    plan: Plan,
    planFolders: readonly string[],
    today = this.options.today,
  ): Promise<PlanFacts> {
    const now = this.options.now();
    // Most evidence of another state of the plan is that of the present one.
    return inSlices(factsSteps({ plan, repo, prefix, planFolders, now, today, before: settled }));
  }

  /** The day of a commit, whether or not it is on a branch that is read. */
  private async dayOf(
    { repo }: { readonly repo: Repository },
    { commits }: History,
    hash: string,
    timezone: string | undefined,
  ): Promise<string> {
    const commit = commits.get(hash) ?? (await repo.git.readNamedCommits([hash])).get(hash);
    if (!commit) {
      throw new GitFailure({ code: 'git-unknown-revision', args: [hash] });
    }
    return dayOf(commit.commitTime, timezone);
  }

  /** The plan at a commit; empty when the folder did not exist there. */
  private async planOf(known: PlanInRepository & { repo: Repository }, hash: string): Promise<Plan> {
    const { folder, root, overlays } = known.folder;
    const key = `${root}\n${folder}\n${hash}`;
    const kept = this.plans.get(key);
    if (kept) {
      return kept;
    }
    const inputs: AssembleInput[] = [];
    for (const one of [known.folder, ...overlays]) {
      inputs.push(await this.filesOf(known, one, hash));
    }
    const plan = await known.folder.assembleFrom(inputs);
    // What is missing may be fetched by and by.
    if (inputs.every(({ unreadable }) => unreadable.length === 0)) {
      this.plans.set(key, plan);
    }
    if (this.plans.size > KEPT) {
      const [oldest] = this.plans.keys();
      this.plans.delete(oldest as string);
    }
    return plan;
  }

  private async filesOf(
    known: PlanInRepository & { repo: Repository },
    folder: PlanFolder,
    hash: string,
  ): Promise<AssembleInput> {
    const top = `${known.prefix}${folder.folder}`;
    const { files, missing, links } = await known.repo.git.readTree(hash, [top]);
    if (links.some(link => link === top || top.startsWith(`${link}/`))) {
      throw new GitFailure({ code: 'git-plan-elsewhere', args: [folder.folder] });
    }
    const entries = [...files].filter(([path]) => folder.owns(path.slice(known.prefix.length)));
    // Held from here on: the cache may let go of one while git is read.
    const documents = new Map(entries.map(([path, blob]) => [path, this.cache.known(path, blob)]));
    const unknown = entries.filter(([path]) => !documents.get(path)).map(([, blob]) => blob);
    const blobs = await known.repo.git.readBlobs(unknown);
    const parsed: ParsedFile[] = [];
    const inRoot = (path: string): string => path.slice(known.prefix.length);
    // Links to what is no part of the plan are none of its business.
    const isPlanned = (path: string): boolean =>
      known.plan.files.some(file => file === path || file.startsWith(`${path}/`));
    const unreadable: UnreadableFile[] = [
      ...missing.map(path => ({ path: inRoot(path), detail: NOT_HERE })),
      ...links.map(path => ({ path: inRoot(path), detail: 'linked' })).filter(({ path }) => isPlanned(path)),
    ];
    for (const [full, blob] of entries) {
      const path = full.slice(known.prefix.length);
      const content = blobs.get(blob) ?? 'missing';
      const document = documents.get(full);
      if (document) {
        parsed.push({ path, document });
      } else if (typeof content === 'string') {
        unreadable.push({ path, detail: content === 'missing' ? NOT_HERE : 'too-large' });
      } else {
        parsed.push({ path, document: this.cache.ofBlob(path, blob, content) });
      }
    }
    // How the plan folder was configured then does not matter for what its files say.
    return {
      root: folder.root,
      folder: folder.folder,
      files: parsed,
      unreadable,
      rootConfig: folder.rootConfig,
    };
  }

  private async headOf(
    known: PlanInRepository & { repo: Repository },
    history: History,
    head: string | undefined,
  ): Promise<ReviewEnd> {
    if (head !== undefined) {
      return { name: head, hash: await this.resolve(known, history, head) };
    }
    if (history.head.kind === 'unborn') {
      return { name: history.head.branch, hash: await this.resolve(known, history, 'HEAD') };
    }
    return { name: history.head.branch ?? history.head.hash.slice(0, 10), hash: history.head.hash };
  }

  private async baseOf(
    known: PlanInRepository & { repo: Repository },
    history: History,
    base: string | undefined,
  ): Promise<ReviewEnd> {
    if (base !== undefined) {
      return { name: base, hash: await this.resolve(known, history, base) };
    }
    const branch = history.defaultBranch;
    return branch
      ? { name: branch.name, hash: branch.tip }
      : { name: 'HEAD', hash: await this.resolve(known, history, 'HEAD') };
  }

  /** A hash for a ref, a hash, or an ISO day: the default branch as it stood at the end of that day. */
  private async resolve(
    known: PlanInRepository & { repo: Repository },
    history: History,
    revision: string,
  ): Promise<string> {
    const day = parseIsoDate(revision);
    if (day !== undefined) {
      return landedBy(history, day, known.plan.settings.timezone);
    }
    const hash = await known.repo.git.resolve(revision);
    if (hash === undefined) {
      throw new GitFailure({ code: 'git-unknown-revision', args: [revision] });
    }
    return hash;
  }
}

/** A plan of the past with today's ids, where its prefix was another one. */
function asNamedNow(then: Plan, { plan, prefix }: PlanInRepository, history: History): Plan {
  return then.settings.prefix === plan.settings.prefix
    ? then
    : renamed(then, plan.settings, historyAliases(plan, prefix, history));
}

/** The last commit of the default branch's first parents up to the end of a day. */
function landedBy({ commits, defaultBranch }: History, day: string, timezone: string | undefined): string {
  let commit = commits.get(defaultBranch?.tip ?? '');
  if (!commit) {
    throw new GitFailure({ code: 'git-no-default-branch', args: [] });
  }
  let first = day;
  while (commit && (first = dayOf(commit.commitTime, timezone)) > day) {
    commit = commits.get(commit.parents[0] ?? '');
  }
  if (!commit) {
    throw new GitFailure({ code: 'git-before-first', args: [day, first] });
  }
  return commit.hash;
}
