import { branchChanges } from '../core/insight/effect/branchChanges';
import { triedChanges } from '../core/insight/effect/causes';
import { effectOf, NO_EFFECT } from '../core/insight/effect/effect';
import type { PlanOutlook } from '../core/insight/effect/effect';
import type { InsightOutcome } from '../core/insight/insightProblem';
import type { InsightQuestion, PlanInsight } from '../core/insight/planInsight';
import type { PlanFacts } from '../core/snapshot';
import { ParsedFilesCache } from './cache/parsedFiles';
import { Saver } from './cache/saver';
import { DocumentCache } from './files/documentCache';
import { InsightFollower } from './following/insightFollower';
import { Insights } from './following/insights';
import { BranchFollower } from './following/branchFollower';
import { LinkFollower, type LostIn } from './following/linkFollower';
import { detailOf } from './files/nodeFiles';
import { OpenPlans } from './following/openPlans';
import type { StoreOptions, Workspace } from './ports';
import { Repositories } from './repositories/repositories';
import { reasonOf, type Repository } from './repositories/repository';
import type { Pending } from './following/reviseQueue';
import { ReviseQueue } from './following/reviseQueue';
import type { PlansInRepository } from './repositories/planCommits';
import type { Revisions } from './repositories/revisions';
import { computeHere } from './following/worker/computeHere';
import { Settler } from './following/settler';
import type { Disposable, GitOutcome, Store } from './store';

/** Loads what commits plan files, when somebody wants to. */
const planCommits = () => import('./repositories/planCommits');

/**
 * Opens the one store of a window or of a run of the command line. It reads nothing before `open`. Files and
 * git are read side by side, so that neither waits for the other.
 */
export function createStore(options: StoreOptions): Store {
  const { log } = options;
  const cache = new DocumentCache(options.cache && new ParsedFilesCache(options.cache));
  const abort = new AbortController();
  let opened: Promise<Revisions> | undefined;
  const insights = new Insights(options.computeInsight ?? computeHere, cache, log, abort.signal);
  const plans = new OpenPlans(options.files, cache);
  const repos = new Repositories(plans, log, abort.signal, options.cache);
  const settler = new Settler(plans, repos, options, abort.signal, () => {
    follower.follow(repos.list.map(lostIn));
    branches.follow(repos.list.map(repo => ({ repo, plans: plans.at(repo.top) })));
    if (options.cache && settler.isReady) {
      saver.later();
    }
    if (options.followInsight) {
      ahead.follow(settler.snapshot);
    }
  });
  const files = new ReviseQueue(readFiles, failed);
  const git = new ReviseQueue(readGit, failed);
  const follower = new LinkFollower(() => settler.settle(), log, abort.signal);
  const branches = new BranchFollower(cache, log, abort.signal, () => settler.settle());
  const ahead = new InsightFollower(insightOf, insight => settler.showInsight(insight), log);
  const saver = new Saver(saveAll, error => log.warn(`The cache could not be written: ${detailOf(error)}`));
  let workspace: Workspace = { roots: [] };

  async function readFiles(work: Pending): Promise<void> {
    const changed = !work.open && (await plans.update(work.files));
    if (work.open || plans.isStale) {
      await plans.open(workspace.roots);
      await settler.settle();
      void git.add(pending => (pending.open = true));
    } else if (changed) {
      await settler.settle();
    }
  }

  async function readGit(work: Pending): Promise<void> {
    if (work.open) {
      await repos.find(workspace.git);
    }
    const asked = repos.list.filter(({ top }) => work.open || work.repos.has(top));
    // Watchers of a git directory also fire for nothing.
    if ((await repos.read(asked)) || work.open) {
      settler.isReady = true;
      await settler.settle();
    }
  }

  async function saveAll(): Promise<void> {
    await cache.save();
    await repos.save();
  }

  async function failed(error: unknown): Promise<void> {
    if (!abort.signal.aborted) {
      log.error('Reading the plans failed.', error);
      const problem = { code: 'plan-reading-failed' as const, args: [detailOf(error)] as [string] };
      plans.roots = workspace.roots.map(({ id, name }) => ({ id, name, problems: [problem] }));
      settler.isReady = true;
      await settler.settle();
    }
  }

  function lostIn(repo: Repository): LostIn {
    const lost = plans.at(repo.top).flatMap(({ shown }) => shown?.evidence?.lost ?? []);
    return { repo, links: lost.map(({ link }) => link) };
  }

  function insightOf(facts: readonly PlanFacts[], question?: InsightQuestion): Promise<InsightOutcome> {
    const asked = facts.flatMap(one => {
      const open = plans.find(one.plan.uid);
      return open ? [{ facts: one, folder: open.folder, ...(open.repo && { repo: open.repo }) }] : [];
    });
    return insights.of(asked, question);
  }

  /** Plans at other commits, which no first snapshot needs. */
  function revisions(): Promise<Revisions> {
    return (opened ??= import('./repositories/revisions').then(one => new one.Revisions(cache, options)));
  }

  /** Resolves when all that was told is in the snapshot. */
  async function idle(): Promise<void> {
    do {
      await files.idle();
      await git.idle();
      await settler.idle();
    } while (files.isBusy || git.isBusy || settler.isBusy);
  }

  async function reopen(): Promise<Store['snapshot']> {
    void files.add(pending => (pending.open = true));
    await idle();
    return settler.snapshot;
  }

  async function planThen(uid: string, revision: string): Promise<GitOutcome<PlanFacts>> {
    const plan = plans.find(uid);
    return (await revisions()).planThen(plan, revision, plans.foldersAt(plan?.repo?.top));
  }

  function inRepository(top: string): PlansInRepository {
    const own = plans.at(top);
    const repo = own[0]?.repo;
    return { plans: own, repo, writer: repo && workspace.gitWriter?.(repo) };
  }

  /** What git has done is in a snapshot soon after. */
  async function followed<T>(top: string, asked: Promise<T>): Promise<T> {
    const outcome = await asked;
    void git.add(pending => pending.repos.add(top));
    return outcome;
  }

  return {
    get snapshot() {
      return settler.snapshot;
    },
    isYesterday: () => settler.snapshot.today !== settler.today(),
    open(next) {
      workspace = next;
      return reopen();
    },
    onDidChange: (listener): Disposable => ({ dispose: settler.onDidChange(listener) }),
    refresh: reopen,
    fileChanged(root, path) {
      const names = plans.concerned(root, path);
      void files.add(pending => {
        pending.open ||= names.length === 0;
        for (const name of names) {
          pending.files.set(name.root, (pending.files.get(name.root) ?? new Set()).add(name.path));
        }
      });
    },
    refsChanged(top) {
      void git.add(pending => pending.repos.add(top));
    },
    async whenIdle() {
      await idle();
      await follower.idle();
      await branches.idle();
      await idle();
      await ahead.idle();
      return settler.snapshot;
    },
    async review(uid, range) {
      const plan = plans.find(uid);
      const siblings = plans.at(plan?.repo?.top).filter(other => other !== plan);
      const others = siblings.flatMap(({ shown }) => (shown ? [shown] : []));
      return (await revisions()).review(plan, range, plans.foldersAt(plan?.repo?.top), others);
    },
    insight: insightOf,
    async effect(uid, range) {
      const plan = plans.find(uid);
      const found = await (await revisions()).merged(plan, range, plans.foldersAt(plan?.repo?.top));
      if (!found.ok) {
        return found;
      }
      if (!found.value) {
        return { ok: true, value: NO_EFFECT };
      }
      const others = settler.snapshot.plans.filter(facts => facts.plan.uid !== uid);
      const outlooks: PlanOutlook[] = [];
      const { without: onto, merged: head } = found.value;
      const changes = triedChanges(branchChanges(onto.plan, head.plan), onto.plan);
      const trials = changes.map(({ trial }) => trial);
      for (const [facts, asked] of [
        [onto, { trials }],
        [head, {}],
      ] as const) {
        const outcome = await insightOf([facts, ...others], { samples: true, ...asked });
        if (!outcome.ok) {
          return outcome;
        }
        outlooks.push({ plan: facts.plan, insight: outcome.value[0] as PlanInsight });
      }
      const [without, merged] = outlooks as [PlanOutlook, PlanOutlook];
      return { ok: true, value: effectOf(without, merged) };
    },
    async planAt(uid, revision) {
      const plan = plans.find(uid);
      return (await revisions()).planAt(plan, revision, plans.foldersAt(plan?.repo?.top));
    },
    planThen,
    commitRef: async (uid, revision) => (await revisions()).commitRef(plans.find(uid), revision),
    async checkMerged(uid, branch) {
      const { repo, plan } = plans.find(uid) ?? {};
      if (!plan || !repo?.history) {
        return { ok: false, problem: repo?.problem ?? { code: 'git-not-repository', args: [] } };
      }
      try {
        const { checkMerged } = await import('./repositories/squashedBranch');
        const before = repo.history;
        const value = await checkMerged(repo, branch, plan.settings, abort.signal);
        if (repo.history !== before) {
          await settler.settle();
          await settler.idle();
        }
        return { ok: true, value };
      } catch (error) {
        return { ok: false, problem: reasonOf(error) };
      }
    },
    notCommitted: async uid => (await revisions()).notCommitted(plans.find(uid)),
    uncommitted: async top => (await planCommits()).uncommitted(inRepository(top), await revisions()),
    async commitPlans(top, wish) {
      const { commitPlans } = await planCommits();
      const outcome = await commitPlans(inRepository(top), await revisions(), wish, settler.today());
      if (outcome.ok && outcome.value.kind === 'committed') {
        await git.add(pending => pending.repos.add(top));
        await idle();
      }
      return outcome;
    },
    startBranch: (top, name) =>
      followed(
        top,
        import('./repositories/switchBranch').then(one => one.startBranch(inRepository(top), name)),
      ),
    checkOut: (top, branch) =>
      followed(
        top,
        import('./repositories/switchBranch').then(one => one.checkOut(inRepository(top), branch)),
      ),
    leaveBranch: (top, started) =>
      followed(
        top,
        import('./repositories/switchBranch').then(one => one.leaveBranch(inRepository(top), started)),
      ),
    planEdit: async (plan, asked) =>
      (await import('./writing/planItemEdit')).planItemEdit(plans.find(plan)?.plan, asked, options),
    planMove: async (plan, tasks, to) =>
      (await import('./writing/moveEdit')).moveEdit(plans.find(plan)?.plan, tasks, to, options),
    planNoTask: async (uid, commits) =>
      (await import('./writing/noTaskEdit')).noTaskEdit(plans.find(uid)?.plan, uid, commits, options),
    async planNewItem(wish, ids) {
      const { planNewItem } = await import('./writing/newItem');
      return planNewItem(plans.find(wish.plan), wish, options, ids);
    },
    planRenumber: async (item, id, former) => {
      const { renumberEdit } = await import('./writing/renumberEdit');
      return renumberEdit(plans.find(item.plan), item, { id, former }, options);
    },
    async nextId(uid, kind) {
      const { nextFreeId } = await import('./writing/newItem');
      return nextFreeId(plans.find(uid), kind, log);
    },
    references: async item => {
      const { findReferences } = await import('./files/findReferences');
      return findReferences(plans.find(item.plan)?.plan, item, options.files);
    },
    save: () => saver.now(),
    dispose() {
      follower.dispose();
      branches.dispose();
      ahead.dispose();
      abort.abort();
      saver.dispose();
      settler.dispose();
    },
  };
}
