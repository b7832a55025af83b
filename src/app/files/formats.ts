import { backlogRecogniser } from '../../core/formats/backlog/recogniser';
import { checklistRecogniser } from '../../core/formats/checklist/recogniser';
import type { FormatWriting, PlanFormat, Recogniser } from '../../core/formats/format';
import { gsdRecogniser } from '../../core/formats/gsd/recogniser';
import { nativeRecogniser } from '../../core/formats/native/recogniser';
import { openSpecRecogniser } from '../../core/formats/openSpec/recogniser';
import { specKitRecogniser } from '../../core/formats/specKit/recogniser';
import type { FormatId, Plan } from '../../core/plan/model';
import { detailOf } from './nodeFiles';

/** A format before its code is there. */
export interface FormatEntry extends Recogniser {
  /**
   * Loads the rest of the format, once in a process.
   * @throws when its chunk is missing or damaged
   */
  load(): Promise<PlanFormat>;
}

/** Every format, in the order in which plans are listed. */
export const FORMATS: readonly FormatEntry[] = [
  {
    ...nativeRecogniser,
    load: async () => (await import('../../core/formats/native/native')).nativeFormat,
  },
  {
    ...backlogRecogniser,
    load: async () => (await import('../../core/formats/backlog/backlog')).backlogFormat,
  },
  {
    ...specKitRecogniser,
    load: async () => (await import('../../core/formats/specKit/specKit')).specKitFormat,
  },
  {
    ...openSpecRecogniser,
    load: async () => (await import('../../core/formats/openSpec/openSpec')).openSpecFormat,
  },
  {
    ...gsdRecogniser,
    load: async () => (await import('../../core/formats/gsd/gsd')).gsdFormat,
  },
  {
    ...checklistRecogniser,
    load: async () => (await import('../../core/formats/checklist/checklist')).checklistFormat,
  },
];

/** A format, or why its code cannot be loaded. */
export async function loadFormat(
  entry: FormatEntry,
): Promise<
  { readonly ok: true; readonly format: PlanFormat } | { readonly ok: false; readonly detail: string }
> {
  try {
    return { ok: true, format: await entry.load() };
  } catch (error) {
    return { ok: false, detail: detailOf(error) };
  }
}

/**
 * How a file of a plan is edited: in the manner of an overlay where it lies in one, else in the plan's. Whoever has a
 * plan has loaded its formats.
 */
export async function writingOf(
  plan: Plan,
  path: string,
): Promise<{ readonly writing: FormatWriting; readonly plan: Plan }> {
  const overlay = plan.overlays?.find(folder => path.startsWith(`${folder}/`));
  return overlay === undefined
    ? { writing: await loaded(plan.format), plan }
    : { writing: await loaded(nativeRecogniser.id), plan: { ...plan, folder: overlay } };
}

async function loaded(id: FormatId): Promise<FormatWriting> {
  return (await entryOf(id).load()).writing();
}

/** The entry of a format in the list. */
export function entryOf(id: FormatId): FormatEntry {
  const entry = FORMATS.find(candidate => candidate.id === id);
  if (!entry) {
    throw new Error(`no format ${id}`);
  }
  return entry;
}
