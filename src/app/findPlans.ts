import type { PlanFormat } from '../core/formats/format';
import { FORMATS } from './formats';
import type { DocumentCache } from './documentCache';
import { PlanFolder } from './planFolder';
import type { FileSource, RootOptions } from './ports';

/** Reads every plan of a root: the named ones, then those that are found by themselves. */
export async function findPlans(
  root: RootOptions,
  source: FileSource,
  cache: DocumentCache,
): Promise<readonly PlanFolder[]> {
  const found = new Map<string, PlanFolder>();
  for (const { folder, format } of await candidates(root, source, cache)) {
    const clean = folder.replace(/^\.\/|\/+$/g, '');
    // Settings come with the repository, and a plan lies in it.
    const outside = clean.split(/[/\\]/).includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(clean);
    if (!outside && !found.has(clean)) {
      const plan = new PlanFolder(source, cache, root.id, clean, format);
      if ((await plan.readAll()) && format.isPlan(plan.assemble())) {
        found.set(clean, plan);
      }
    }
  }
  return [...found.values()];
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
  return [...named, ...(await Promise.all(usual)).flat()];
}
