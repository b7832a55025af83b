import type { PlanFormat, UnreadableFile } from '../core/formats/format';
import type { Message } from '../core/message';
import type { PlanReadMessages } from '../core/snapshot';
import { FORMATS } from './formats';
import type { DocumentCache } from './documentCache';
import { PlanFolder } from './planFolder';
import type { FileSource, RootOptions } from './ports';

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
  for (const { folder, format } of await candidates(root, source, cache)) {
    const clean = cleanFolder(folder);
    if (!isOutside(clean) && !found.has(clean)) {
      const plan = new PlanFolder(source, cache, root.id, clean, format);
      if ((await plan.readAll()) && (format.isPlan(await plan.assemble()) || plan.overlay())) {
        found.set(clean, plan);
      }
      plan.failures.slice(0, 1).forEach(failure => failures.set(clean, failure));
    }
  }
  const doubtful = [...failures].filter(([folder]) => !found.has(folder));
  const problems = [
    ...doubtful.map(([, { path, detail }]) => message('plan-unreadable', path, detail)),
    ...misnamed(root, folder => found.has(folder) || failures.has(folder)),
  ];
  return { folders: joinOverlays([...found.values()]), problems };
}

/** What is wrong with the names of plans: a mistyped one must not pass for a root without a plan. */
function misnamed(
  { plans, misnamed = [] }: RootOptions,
  isKnown: (folder: string) => boolean,
): readonly Message<PlanReadMessages>[] {
  const formats: readonly string[] = FORMATS.map(({ id }) => id);
  return [
    ...misnamed.map(entry => message('plan-entry-invalid', entry)),
    ...plans.flatMap(({ folder, format }) => {
      if (format !== undefined && !formats.includes(format)) {
        return message('plan-format-unknown', folder, format, formats.join(', '));
      }
      return isKnown(cleanFolder(folder)) ? [] : message('plan-not-there', folder);
    }),
  ];
}

/** Settings come with the repository, and a plan lies in it. */
function isOutside(folder: string): boolean {
  return folder.split(/[/\\]/).includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(folder);
}

function cleanFolder(folder: string): string {
  return folder.replace(/^\.\/|(?<!\/)\/+$/g, '');
}

function message<C extends keyof PlanReadMessages>(
  code: C,
  ...args: PlanReadMessages[C]
): { readonly code: C; readonly args: PlanReadMessages[C] } {
  return { code, args };
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
