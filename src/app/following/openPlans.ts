import type { BranchChanges } from '../../core/insight/otherBranches/branchTasks';
import type { Plan } from '../../core/plan/model';
import type { PlanFacts, PlanOffer, Root } from '../../core/snapshot';
import type { DocumentCache } from '../files/documentCache';
import { findOffers } from '../files/findOffers';
import { findPlans } from '../files/findPlans';
import type { PlanFolder } from '../files/planFolder';
import type { FileSource, RootOptions } from '../ports';
import type { Repository } from '../repositories/repository';
import { RootPlaces, withInnerRepositories } from '../files/workspaceRoots';

/** A plan with all that is kept of it between two snapshots. */
export class OpenPlan {
  repo: Repository | undefined;
  /** See `PlanFacts.prefix`. */
  prefix = '';
  /** What other branches have changed in it. */
  branches: readonly BranchChanges[] = [];
  /** As in the last snapshot. */
  shown: PlanFacts | undefined;
  /** As last computed in full. */
  settled: PlanFacts | undefined;

  constructor(
    public folder: PlanFolder,
    /** As its files are now. */
    public plan: Plan,
  ) {}

  get root(): string {
    return this.folder.root;
  }
}

/** The plans of the workspace as their files are. */
export class OpenPlans {
  list: readonly OpenPlan[] = [];
  roots: readonly Root[] = [];
  offers: readonly PlanOffer[] = [];
  /** The roots that are read, inner repositories among them. */
  rootOptions: readonly RootOptions[] = [];
  private places: RootPlaces | undefined;

  constructor(
    private readonly source: FileSource,
    private readonly cache: DocumentCache,
  ) {}

  /** Looks for the plans anew and reads them. What is known of a plan that is still there stays. */
  async open(roots: readonly RootOptions[]): Promise<void> {
    const { source, cache } = this;
    const rootOptions = await withInnerRepositories(roots);
    const places = await RootPlaces.of(rootOptions);
    const found = await Promise.all(
      rootOptions.map(async root => ({ root, ...(await findPlans(root, source, cache)) })),
    );
    const offers = await Promise.all(
      found.map(({ root, folders }) => findOffers(root, folders, source, cache)),
    );
    const folders = await places.distinct(found.flatMap(one => one.folders));
    const read = await Promise.all(folders.map(async folder => ({ folder, plan: await folder.assemble() })));
    this.rootOptions = rootOptions;
    this.places = places;
    this.offers = offers.flatMap(one => one.offers);
    this.roots = found.map(({ root: { id, name }, problems }, at) => ({
      id,
      name,
      problems: [...problems, ...(offers[at]?.problems ?? [])],
    }));
    this.list = read.map(({ folder, plan }) => {
      const known = this.list.find(one => one.root === folder.root && one.folder.folder === folder.folder);
      return known ? Object.assign(known, { folder, plan }) : new OpenPlan(folder, plan);
    });
  }

  /**
   * Reads files that may have changed, by root.
   * @returns whether anything is different now
   */
  async update(files: ReadonlyMap<string, ReadonlySet<string>>): Promise<boolean> {
    let changed = false;
    for (const open of this.list) {
      const paths = [...(files.get(open.root) ?? [])].filter(path => open.folder.concerns(path));
      if (paths.length > 0 && (await open.folder.update(paths))) {
        open.plan = await open.folder.assemble();
        changed = true;
      }
    }
    return changed;
  }

  /** Whether plans have to be looked for anew: one is no longer what it was. */
  get isStale(): boolean {
    return this.list.some(({ folder, plan }) => !folder.holds(plan));
  }

  find(uid: string): OpenPlan | undefined {
    return this.list.find(({ plan }) => plan.uid === uid);
  }

  /** Every name of a file under which a plan has it, by root; none when it is no plan's. */
  concerned(root: string, path: string): readonly { readonly root: string; readonly path: string }[] {
    return (this.places?.namesOf({ root, path }) ?? []).filter(name =>
      this.list.some(({ folder }) => folder.root === name.root && folder.concerns(name.path)),
    );
  }

  /** The plans in the repository whose top is given, or in none. */
  at(top: string | undefined): readonly OpenPlan[] {
    return this.list.filter(({ repo }) => repo?.top === top);
  }

  /** Where planning happens in a repository: see `PlanFolder.planning`. */
  foldersAt(top: string | undefined): readonly string[] {
    return this.at(top).flatMap(({ prefix, folder }) => folder.planning.map(path => `${prefix}${path}`));
  }
}
