import { backlogFormat } from '../core/formats/backlog/backlog';
import { checklistFormat } from '../core/formats/checklist/checklist';
import type { PlanFormat } from '../core/formats/format';
import { gsdFormat } from '../core/formats/gsd/gsd';
import { nativeFormat } from '../core/formats/native/native';
import { openSpecFormat } from '../core/formats/openSpec/openSpec';
import { specKitFormat } from '../core/formats/specKit/specKit';
import type { FormatId } from '../core/plan/model';

/** Every format, in the order in which plans are listed. */
export const FORMATS: readonly PlanFormat[] = [
  nativeFormat,
  backlogFormat,
  specKitFormat,
  openSpecFormat,
  gsdFormat,
  checklistFormat,
];

export function formatOf(id: FormatId): PlanFormat {
  const format = FORMATS.find(candidate => candidate.id === id);
  if (!format) {
    throw new Error(`no format ${id}`);
  }
  return format;
}
