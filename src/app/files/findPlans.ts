import type { UnreadableFile } from '../../core/formats/format';
import type { Message } from '../../core/base/message';
import type { PlanReadMessages } from '../../core/snapshot';
import { FORMATS, loadFormat } from './formats';
import type { FormatEntry } from './formats';
import type { DocumentCache } from './documentCache';
import { PlanFiles } from './planFiles';
import { PlanFolder } from './planFolder';
import { cleanFolder, isUsable, message, nameProblems, usablePlans } from './planNames';
import type { FileSource, ListOutcome, RootOptions } from '../ports';

type Problem = Message<PlanReadMessages>;

/** The plan folders of a root. */
export interface FoundPlans {
  readonly folders: readonly PlanFolder[];
  /** What could not be read where no plan was found, so that one may be there all the same, and names of none. */
  readonly problems: readonly Problem[];
}

/** Reads every plan of a root: the named ones, then those that are found by themselves. */
export async function findPlans(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<FoundPlans> {
  const found = new Map<string, PlanFolder>();
  const failures = new Map<string, Problem>();
  const { places, unread } = await candidates(root, source, cache);
  const list = listingOnce(root.id, source);
  for (const { folder, entry } of places) {
    const clean = cleanFolder(folder);
    if (!found.has(clean)) {
      const files = new PlanFiles(source, cache, root.id, clean, entry);
      const isThere = await files.readAll(list);
      for (const { path, detail } of files.failures.slice(0, 1)) {
        failures.set(clean, message('plan-unreadable', path, detail));
      }
      if (isThere && files.isRecognised) {
        const loaded = await loadFormat(entry);
        const plan = loaded.ok && new PlanFolder(files, loaded.format);
        if (plan && (plan.format.isPlan(await plan.assemble()) || plan.overlay())) {
          found.set(clean, plan);
        } else if (!loaded.ok) {
          failures.set(clean, message('plan-format-not-loaded', clean, entry.id, loaded.detail));
        }
      }
    }
  }
  const folders = [...found.values()];
  const named = new Set(root.plans.map(({ folder }) => cleanFolder(folder)));
  const problems = [
    // A plan tells by itself that its configuration could not be read.
    ...unread
      .filter(({ path }) => !folders.some(({ recogniser }) => recogniser.rootConfig === path))
      .map(({ path, detail }) => message('plan-unreadable', path, detail)),
    ...[...failures]
      .filter(([folder]) => !found.has(folder) && !named.has(folder))
      .map(([, problem]) => problem),
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
  return plans.find(plan => plan.folder === named) ?? plans.find(plan => plan.recogniser.id === named);
}

/** Lists a folder the first time that a format looks there, for all of them. */
function listingOnce(root: string, source: FileSource): (folder: string) => Promise<ListOutcome> {
  const listed = new Map<string, Promise<ListOutcome>>();
  return folder => {
    const listing = listed.get(folder) ?? source.list(root, folder);
    listed.set(folder, listing);
    return listing;
  };
}

async function candidates(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<{
  readonly places: readonly { readonly folder: string; readonly entry: FormatEntry }[];
  /** Configurations that might have named a folder. */
  readonly unread: readonly UnreadableFile[];
}> {
  const named = usablePlans(root).flatMap(({ folder, format }) =>
    FORMATS.filter(candidate => format === undefined || candidate.id === format).map(entry => ({
      folder,
      entry,
    })),
  );
  const unread: UnreadableFile[] = [];
  const usual = FORMATS.map(async entry => {
    const path = entry.rootConfig;
    const config = path === undefined ? undefined : await source.read(root.id, path);
    if (path !== undefined && config?.kind === 'failed') {
      unread.push({ path, detail: config.detail });
    }
    const document =
      path !== undefined && config?.kind === 'text' ? cache.ofText(path, config.text) : undefined;
    const folders = entry.folders(document);
    if (path !== undefined && !folders.every(isUsable)) {
      unread.push({ path, detail: 'names-no-folder' });
    }
    return folders.filter(isUsable).map(folder => ({ folder, entry }));
  });
  return { places: [...named, ...(root.onlyNamed ? [] : (await Promise.all(usual)).flat())], unread };
}
