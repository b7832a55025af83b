import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { commitsWithoutTask } from '../core/evidence/withoutTask';
import type { PlanEvidence } from '../core/evidence/link';
import { computeInsight } from '../core/insight/planInsight';
import { buildFacts, evidenceInputs } from '../core/facts';
import type { Message } from '../core/message';
import { dayOf } from '../core/plan/dates';
import { resolveAcrossPlans } from '../core/plan/acrossPlans';
import type { Plan } from '../core/plan/model';
import type { GitMessages, PlanFacts, PlanOffer, Repo, Root, Snapshot } from '../core/snapshot';
import { isGitFailure } from '../git/gitFailure';
import { DocumentCache } from './documentCache';
import { findOffers } from './findOffers';
import { findPlans } from './findPlans';
import { LinkFollower, type LostIn } from './linkFollower';
import { Insights } from './insights';
import { planItemEdit } from './planItemEdit';
import type { PlanFolder } from './planFolder';
import type { RootOptions, StoreOptions, Workspace } from './ports';
import { reasonOf, Repository } from './repository';
import type { Pending } from './reviseQueue';
import { ReviseQueue } from './reviseQueue';
import { Revisions } from './revisions';
import { checkMerged } from './squashedBranch';
import type { Disposable, Store } from './store';
import { RootPlaces, withInnerRepositories } from './workspaceRoots';

/** A plan with all that is kept between two snapshots. */
interface OpenPlan {
  readonly folder: PlanFolder;
  readonly repo?: Repository;
  readonly prefix: string;
  plan: Plan;
  facts?: PlanFacts;
  /** What `facts.evidence` was made from, to see whether it still holds. */
  madeFrom?: { readonly history: object; readonly inputs: string };
}

/** Opens the one store of a window or of a run of the command line. It reads nothing before `open`. */
export function createStore(options: StoreOptions): Store {
  const cache = new DocumentCache();
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const abort = new AbortController();
  const revisions = new Revisions(cache, options);
  const insights = new Insights(options.computeInsight ?? computeInsight, options.log, abort.signal);
  let workspace: Workspace = { roots: [] };
  let rootOptions: readonly RootOptions[] = [];
  let places: RootPlaces | undefined;
  let roots: readonly Root[] = [];
  let plans: readonly OpenPlan[] = [];
  let repos: readonly Repository[] = [];
  let offers: readonly PlanOffer[] = [];
  let withoutGit: Message<GitMessages> | undefined;
  const today = (): string => options.today ?? dayOf(options.now(), undefined);
  let snapshot: Snapshot = {
    version: 0,
    phase: 'reading',
    today: today(),
    roots: [],
    plans: [],
    repos: [],
    offers: [],
  };
  const queue = new ReviseQueue(step);
  const follower = new LinkFollower(showFound, options.log, abort.signal);

  async function step(work: Pending): Promise<void> {
    try {
      const changed = !work.open && (await readFiles(work.files));
      const gone = plans.some(({ folder, plan }) => !folder.holds(plan));
      const open = work.open || gone;
      if (open) {
        await readPlans();
        publish(snapshot.phase === 'ready' ? 'ready' : 'plans');
        await findRepositories();
      } else if (changed || work.found) {
        publish(snapshot.phase);
      }
      const asked = repos.filter(repo => open || work.repos.has(repo.top));
      const moved = await Promise.all(groupBy(asked, repo => repo.commonDir).map(readWorktrees));
      // Watchers of a git directory also fire for nothing.
      if (open || moved.includes(true)) {
        publish('ready');
      }
      follower.follow(repos.map(lostIn));
    } catch (error) {
      if (!abort.signal.aborted) {
        options.log.error('Reading the plans failed.', error);
        publish('ready');
      }
    }
  }

  function showFound(): Promise<void> {
    return queue.add(pending => (pending.found = true));
  }

  function lostIn(repo: Repository): LostIn {
    const lost = plans.flatMap(plan => (plan.repo === repo ? (plan.facts?.evidence?.lost ?? []) : []));
    return { repo, links: lost.map(({ link }) => link) };
  }

  async function readPlans(): Promise<void> {
    rootOptions = await withInnerRepositories(workspace.roots);
    places = await RootPlaces.of(rootOptions);
    const found = await Promise.all(
      rootOptions.map(async root => ({ root, ...(await findPlans(root, options.files, cache)) })),
    );
    offers = (
      await Promise.all(found.map(({ root, folders }) => findOffers(root, folders, options.files, cache)))
    ).flat();
    roots = found.map(({ root: { id, name }, doubtful }) => ({
      id,
      name,
      ...(doubtful && { problem: { code: 'plan-unreadable', args: [doubtful.path, doubtful.detail] } }),
    }));
    const folders = await places.distinct(found.flatMap(one => one.folders));
    plans = folders.map(folder => {
      const known = plans.find(
        plan => plan.folder.root === folder.root && plan.folder.folder === folder.folder,
      );
      const plan = folder.assemble();
      return { ...known, folder, plan, prefix: known?.prefix ?? '' };
    });
  }

  async function readFiles(files: ReadonlyMap<string, ReadonlySet<string>>): Promise<boolean> {
    let changed = false;
    for (const open of plans) {
      const paths = [...(files.get(open.folder.root) ?? [])].filter(path => open.folder.concerns(path));
      if (paths.length > 0 && (await open.folder.update(paths))) {
        open.plan = open.folder.assemble();
        changed = true;
      }
    }
    return changed;
  }

  /** Asks git, once for each root that holds a plan, which repository it lies in. */
  async function findRepositories(): Promise<void> {
    const known = new Map(repos.map(repo => [repo.top, repo]));
    const placed = new Map<string, { repo: Repository; prefix: string }>();
    withoutGit = workspace.git ? undefined : { code: 'git-untrusted', args: [] };
    for (const root of rootOptions) {
      if (!workspace.git || !plans.some(plan => plan.folder.root === root.id)) {
        continue;
      }
      if (root.path === undefined) {
        withoutGit = { code: 'git-virtual', args: [] };
        continue;
      }
      const git = workspace.git(root.path);
      const place = await git.locate(abort.signal);
      if (isGitFailure(place)) {
        withoutGit = place.reason;
        options.log.warn(`No git in ${root.name}: ${place.message}`);
        continue;
      }
      const repo = known.get(place.top) ?? new Repository(place, git);
      known.set(place.top, repo);
      placed.set(root.id, { repo, prefix: await prefixOf(place.top, root.path) });
    }
    plans = plans.map(plan => ({ ...plan, prefix: '', repo: undefined, ...placed.get(plan.folder.root) }));
    repos = [...new Set(plans.flatMap(plan => (plan.repo ? [plan.repo] : [])))];
  }

  /** Reads working trees of one repository, one after the other, since they share their commits. */
  async function readWorktrees([first, ...others]: readonly Repository[]): Promise<boolean> {
    let changed = first !== undefined && (await readRepository(first));
    for (const repo of others) {
      changed = (await readRepository(repo, first)) || changed;
    }
    return changed;
  }

  async function readRepository(repo: Repository, sibling?: Repository): Promise<boolean> {
    const own = plans.filter(plan => plan.repo === repo);
    const changed = await repo.read(own, abort.signal, sibling);
    if (changed && repo.problem) {
      options.log.warn(`Git in ${repo.top}: ${repo.problem.code} ${repo.problem.args.join(' ')}`);
    }
    return changed;
  }

  function publish(phase: Snapshot['phase']): void {
    const shown = resolveAcrossPlans(plans.map(({ plan }) => plan));
    plans.forEach((open, index) => (open.facts = factsOf(open, shown[index] ?? open.plan)));
    snapshot = {
      version: snapshot.version + 1,
      phase,
      today: today(),
      roots,
      plans: plans.flatMap(({ facts }) => (facts ? [facts] : [])),
      repos: repos.map(repoFacts),
      offers,
      withoutGit,
    };
    for (const listener of [...listeners]) {
      listener(snapshot);
    }
  }

  function factsOf(open: OpenPlan, plan: Plan): PlanFacts {
    const history = open.repo?.history;
    const planFolders = foldersIn(open.repo);
    const inputs = history ? evidenceInputs({ plan, prefix: open.prefix, planFolders }) : '';
    const holds = open.madeFrom?.history === history && open.madeFrom?.inputs === inputs;
    const evidence: PlanEvidence | undefined = holds ? open.facts?.evidence : undefined;
    const facts = buildFacts({
      plan,
      repo: open.repo,
      prefix: open.prefix,
      planFolders,
      now: options.now(),
      today: options.today,
      evidence,
      before: open.facts,
    });
    open.madeFrom = history && { history, inputs };
    return facts;
  }

  function foldersIn(repo: Repository | undefined): readonly string[] {
    return plans
      .filter(plan => plan.repo === repo)
      .flatMap(({ prefix, folder }) => folder.planning.map(path => `${prefix}${path}`));
  }

  function repoFacts(repo: Repository): Repo {
    const own = plans.flatMap(({ facts }) => (facts?.repo === repo.top && facts.evidence ? [facts] : []));
    return {
      top: repo.top,
      gitDir: repo.gitDir,
      commonDir: repo.commonDir,
      history: repo.history,
      problem: repo.problem,
      withoutTask: repo.history
        ? commitsWithoutTask({ history: repo.history, plans: own, planFolders: foldersIn(repo) })
        : [],
    };
  }

  function openPlan(uid: string): OpenPlan | undefined {
    return plans.find(({ plan }) => plan.uid === uid);
  }

  return {
    get snapshot() {
      return snapshot;
    },
    isYesterday: () => snapshot.today !== today(),
    async open(next) {
      workspace = next;
      await queue.add(pending => (pending.open = true));
      return snapshot;
    },
    onDidChange(listener): Disposable {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    async refresh() {
      await queue.add(pending => (pending.open = true));
      return snapshot;
    },
    fileChanged(root, path) {
      const names = places?.namesOf({ root, path }) ?? [];
      const concerned = names.filter(name =>
        plans.some(({ folder }) => folder.root === name.root && folder.concerns(name.path)),
      );
      void queue.add(pending => {
        pending.open ||= concerned.length === 0;
        for (const name of concerned) {
          pending.files.set(name.root, (pending.files.get(name.root) ?? new Set()).add(name.path));
        }
      });
    },
    refsChanged(top) {
      void queue.add(pending => pending.repos.add(top));
    },
    async whenIdle() {
      await queue.idle();
      await follower.idle();
      await queue.idle();
      return snapshot;
    },
    review: (uid, range) => {
      const plan = openPlan(uid);
      const siblings = plans.filter(other => other !== plan && other.repo === plan?.repo);
      const others = siblings.flatMap(({ facts }) => (facts ? [facts] : []));
      return revisions.review(plan, range, foldersIn(plan?.repo), others);
    },
    insight: (facts, question) =>
      insights.of(
        facts.flatMap(one => {
          const open = openPlan(one.plan.uid);
          return open ? [{ facts: one, folder: open.folder, ...(open.repo && { repo: open.repo }) }] : [];
        }),
        question,
      ),
    planAt: (uid, revision) => revisions.planAt(openPlan(uid), revision, foldersIn(openPlan(uid)?.repo)),
    commitRef: (uid, revision) => revisions.commitRef(openPlan(uid), revision),
    async checkMerged(uid, branch) {
      const { repo, plan } = openPlan(uid) ?? {};
      if (!plan || !repo?.history) {
        return { ok: false, problem: repo?.problem ?? { code: 'git-not-repository', args: [] } };
      }
      try {
        const before = repo.history;
        const value = await checkMerged(repo, branch, plan.settings, abort.signal);
        if (repo.history !== before) {
          await showFound();
        }
        return { ok: true, value };
      } catch (error) {
        return { ok: false, problem: reasonOf(error) };
      }
    },
    planEdit: (item, change) =>
      planItemEdit(openPlan(item.plan)?.plan, item, Array.isArray(change) ? change : [change], options),
    dispose() {
      abort.abort();
      listeners.clear();
    },
  };
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), [...group, item]);
  }
  return [...groups.values()];
}

/** What to put before a path of a root to make it relative to the top of its repository. */
async function prefixOf(top: string, root: string): Promise<string> {
  const below = relative(await realpath(top), await realpath(root));
  return below === '' ? '' : `${below.split(sep).join('/')}/`;
}
