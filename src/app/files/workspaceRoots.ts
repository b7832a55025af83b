import { lstat, realpath } from 'node:fs/promises';
import nodePath from 'node:path';
import type { PlanFolder } from './planFolder';
import { usablePlans } from './planNames';
import type { NamedPlan, RootOptions } from '../ports';

/** A root and a path below it, as the application names a file. */
export interface Named {
  readonly root: string;
  readonly path: string;
}

/**
 * The roots to read: those of the workspace, and beside them the folders with a repository of their own
 * (submodules, clones) that lie in one and hold a plan which the user named. Such a plan's commits are in
 * that repository.
 */
export async function withInnerRepositories(roots: readonly RootOptions[]): Promise<readonly RootOptions[]> {
  const all = await Promise.all(
    roots.map(async root => {
      const own: NamedPlan[] = [];
      const inner = new Map<string, RootOptions>();
      const usable = new Set(usablePlans(root));
      for (const plan of root.plans) {
        const folder =
          root.path === undefined || !usable.has(plan)
            ? undefined
            : await innerRepository(root.path, plan.folder);
        if (root.path === undefined || folder === undefined) {
          own.push(plan);
          continue;
        }
        const path = nodePath.join(root.path, folder);
        const plans = [
          ...(inner.get(folder)?.plans ?? []),
          { ...plan, folder: plan.folder.slice(folder.length + 1) },
        ];
        inner.set(folder, { id: path, name: `${root.name}/${folder}`, path, plans });
      }
      return [{ ...root, plans: own }, ...[...inner.values()].map(one => ({ ...one, onlyNamed: true }))];
    }),
  );
  return all.flat();
}

/** The deepest folder above a plan, relative to its root, that is the top of a repository of its own. */
async function innerRepository(root: string, plan: string): Promise<string | undefined> {
  let found: string | undefined;
  // The plan folder itself may be a repository: its commits are planning, the work is in the outer one.
  for (let end = plan.indexOf('/'); end !== -1; end = plan.indexOf('/', end + 1)) {
    const path = nodePath.join(root, plan.slice(0, end));
    if (await exists(nodePath.join(path, '.git'))) {
      found = plan.slice(0, end);
    } else if (!(await exists(path))) {
      break;
    }
  }
  // A link must not lead out of the root by way of a root of its own.
  return found === undefined ||
    pathBelow(await realPath(root), await realPath(nodePath.join(root, found))) === undefined
    ? undefined
    : found;
}

/** Where roots lie on this machine: two may be the same folder, or one may lie in another. */
export class RootPlaces {
  private constructor(private readonly real: ReadonlyMap<string, string>) {}

  static async of(roots: readonly RootOptions[]): Promise<RootPlaces> {
    const real = await Promise.all(
      roots.map(async ({ id, path }) => [id, path && (await realPath(path))] as const),
    );
    return new RootPlaces(new Map(real.flatMap(([id, path]) => (path ? [[id, path]] : []))));
  }

  /** Every name of a file: as it was given, and below each other root that holds it. */
  namesOf(file: Named): readonly Named[] {
    const own = this.real.get(file.root);
    const full = own === undefined ? undefined : nodePath.join(own, file.path);
    const others = [...this.real].flatMap(([root, folder]) => {
      const path = full === undefined || root === file.root ? undefined : pathBelow(folder, full);
      return path === undefined ? [] : [{ root, path }];
    });
    return [file, ...others];
  }

  /** The folders without those that are reached a second time, through another root or a link. */
  async distinct(folders: readonly PlanFolder[]): Promise<readonly PlanFolder[]> {
    if (folders.length < 2) {
      return folders;
    }
    const seen = new Set<string>();
    const places = await Promise.all(
      folders.map(async ({ root, folder }) => {
        const own = this.real.get(root);
        return own === undefined ? `${root}\n${folder}` : realPath(nodePath.join(own, folder));
      }),
    );
    return folders.filter((_, index) => {
      const place = places[index] ?? '';
      return !seen.has(place) && seen.add(place);
    });
  }
}

/**
 * The path of a file below a folder, with `/`; undefined when it is not below it.
 * @param style whose paths they are; of this machine by default
 */
export function pathBelow(
  folder: string,
  file: string,
  style: nodePath.PlatformPath = nodePath,
): string | undefined {
  const path = style.relative(folder, file);
  const outside = path === '' || path === '..' || path.startsWith(`..${style.sep}`) || style.isAbsolute(path);
  return outside ? undefined : path.split(style.sep).join('/');
}

/** The path without symbolic links; as it is where it cannot be found out. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => nodePath.resolve(path));
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
