import type { PlanFormat, UnreadableFile } from '../core/formats/format';
import { FORMATS } from './formats';
import type { DocumentCache } from './documentCache';
import { PlanFolder } from './planFolder';
import type { FileSource, RootOptions } from './ports';

export interface FoundPlans {
  readonly folders: readonly PlanFolder[];
  /** The first thing that could not be read where no plan was found, so that one may be there all the same. */
  readonly doubtful?: UnreadableFile;
}

/** Reads every plan of a root: the named ones, then those that are found by themselves. */
export async function findPlans(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<FoundPlans> {
  const found = new Map<string, PlanFolder>();
  const failures = new Map<string, UnreadableFile>();
  for (const { folder, format } of await candidates(root, source, cache)) {
    const clean = folder.replace(/^\.\/|(?<!\/)\/+$/g, '');
    // Settings come with the repository, and a plan lies in it.
    const outside = clean.split(/[/\\]/).includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(clean);
    if (!outside && !found.has(clean)) {
      const plan = new PlanFolder(source, cache, root.id, clean, format);
      if ((await plan.readAll()) && (format.isPlan(await plan.assemble()) || plan.overlay())) {
        found.set(clean, plan);
      }
      plan.failures.slice(0, 1).forEach(failure => failures.set(clean, failure));
    }
  }
  const [doubtful] = [...failures].filter(([folder]) => !found.has(folder)).map(([, failure]) => failure);
  return { folders: joinOverlays([...found.values()]), ...(doubtful && { doubtful }) };
}

/** Gives overlays to their plans. One whose plan is not there stays in the list, to say so. */
function joinOverlays(folders: readonly PlanFolder[]): readonly PlanFolder[] {
  const plans = folders.filter(folder => !folder.overlay());
  const targets = new Map(folders.map(folder => [folder, targetOf(folder, plans)]));
  for (const plan of folders) {
    plan.join(folders.filter(folder => targets.get(folder) === plan));
  }
  return folders.filter(folder => !targets.get(folder));
}

/** The plan that an overlay names: by its folder, else by its format. */
function targetOf(folder: PlanFolder, plans: readonly PlanFolder[]): PlanFolder | undefined {
  const named = folder.overlay()?.target.text.replace(/^\.\/|(?<!\/)\/+$/g, '');
  return plans.find(plan => plan.folder === named) ?? plans.find(plan => plan.format.id === named);
}

async function candidates(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<readonly { folder: string; format: PlanFormat }[]> {
  const named = root.plans.flatMap(({ folder, format }) =>
    FORMATS.filter(candidate => format === undefined || candidate.id === format).map(candidate => ({
      folder,
      format: candidate,
    })),
  );
  const usual = FORMATS.map(async format => {
    const config = format.rootConfig ? await source.read(root.id, format.rootConfig) : undefined;
    const document =
      format.rootConfig && config?.kind === 'text' ? cache.ofText(format.rootConfig, config.text) : undefined;
    return format.folders(document).map(folder => ({ folder, format }));
  });
  return [...named, ...(root.onlyNamed ? [] : await Promise.all(usual)).flat()];
}
