import { backlogFormat } from '../../core/formats/backlog/backlog';
import { checklistFormat } from '../../core/formats/checklist/checklist';
import type { PlanFormat } from '../../core/formats/format';
import { gsdFormat } from '../../core/formats/gsd/gsd';
import { nativeFormat } from '../../core/formats/native/native';
import { openSpecFormat } from '../../core/formats/openSpec/openSpec';
import { specKitFormat } from '../../core/formats/specKit/specKit';
import type { FormatId, Plan } from '../../core/plan/model';

/** Every format, in the order in which plans are listed. */
export const FORMATS: readonly PlanFormat[] = [
  nativeFormat,
  backlogFormat,
  specKitFormat,
  openSpecFormat,
  gsdFormat,
  checklistFormat,
];

/** How a file of a plan is edited: in the manner of an overlay where it lies in one, else in the plan's. */
export function formatOfFile(plan: Plan, path: string): { readonly format: PlanFormat; readonly plan: Plan } {
  const overlay = plan.overlays?.find(folder => path.startsWith(`${folder}/`));
  return overlay === undefined
    ? { format: formatOf(plan.format), plan }
    : { format: nativeFormat, plan: { ...plan, folder: overlay } };
}

function formatOf(id: FormatId): PlanFormat {
  const format = FORMATS.find(candidate => candidate.id === id);
  if (!format) {
    throw new Error(`no format ${id}`);
  }
  return format;
}
