import type { PlanFormat, UnreadableFile } from '../../core/formats/format';
import type { Message } from '../../core/base/message';
import type { PlanReadMessages } from '../../core/snapshot';
import { FORMATS } from './formats';
import type { DocumentCache } from './documentCache';
import { PlanFolder } from './planFolder';
import { cleanFolder, isUsable, message, nameProblems, usablePlans } from './planNames';
import type { FileSource, RootOptions } from '../ports';

export interface FoundPlans {
  readonly folders: readonly PlanFolder[];
  /** What could not be read where no plan was found, so that one may be there all the same, and names of none. */
  readonly problems: readonly Message<PlanReadMessages>[];
}

/** Reads every plan of a root: the named ones, then those that are found by themselves. */
export async function findPlans(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<FoundPlans> {
  const found = new Map<string, PlanFolder>();
  const failures = new Map<string, UnreadableFile>();
  const { places, unread } = await candidates(root, source, cache);
  for (const { folder, format } of places) {
    const clean = cleanFolder(folder);
    if (!found.has(clean)) {
      const plan = new PlanFolder(source, cache, root.id, clean, format);
      if ((await plan.readAll()) && (format.isPlan(await plan.assemble()) || plan.overlay())) {
        found.set(clean, plan);
      }
      plan.failures.slice(0, 1).forEach(failure => failures.set(clean, failure));
    }
  }
  const folders = [...found.values()];
  const named = new Set(root.plans.map(({ folder }) => cleanFolder(folder)));
  // A plan tells by itself that its configuration could not be read.
  const doubtful = [
    ...unread.filter(({ path }) => !folders.some(({ format }) => format.rootConfig === path)),
    ...[...failures].filter(([folder]) => !found.has(folder) && !named.has(folder)).map(([, file]) => file),
  ];
  const problems = [
    ...doubtful.map(({ path, detail }) => message('plan-unreadable', path, detail)),
    ...nameProblems(root, found, failures),
  ];
  return { folders: joinOverlays(folders), problems };
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
  const named = cleanFolder(folder.overlay()?.target.text ?? '');
  return plans.find(plan => plan.folder === named) ?? plans.find(plan => plan.format.id === named);
}

async function candidates(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<{
  readonly places: readonly { readonly folder: string; readonly format: PlanFormat }[];
  /** Configurations that might have named a folder. */
  readonly unread: readonly UnreadableFile[];
}> {
  const named = usablePlans(root).flatMap(({ folder, format }) =>
    FORMATS.filter(candidate => format === undefined || candidate.id === format).map(candidate => ({
      folder,
      format: candidate,
    })),
  );
  const unread: UnreadableFile[] = [];
  const usual = FORMATS.map(async format => {
    const path = format.rootConfig;
    const config = path === undefined ? undefined : await source.read(root.id, path);
    if (path !== undefined && config?.kind === 'failed') {
      unread.push({ path, detail: config.detail });
    }
    const document =
      path !== undefined && config?.kind === 'text' ? cache.ofText(path, config.text) : undefined;
    const folders = format.folders(document);
    if (path !== undefined && !folders.every(isUsable)) {
      unread.push({ path, detail: 'names-no-folder' });
    }
    return folders.filter(isUsable).map(folder => ({ folder, format }));
  });
  return { places: [...named, ...(root.onlyNamed ? [] : (await Promise.all(usual)).flat())], unread };
}
