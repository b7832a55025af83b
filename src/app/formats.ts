import { backlogFormat } from '../core/formats/backlog/backlog';
import type { PlanFormat } from '../core/formats/format';
import { nativeFormat } from '../core/formats/native/native';
import type { FormatId } from '../core/plan/model';

/** Every format that is found by itself, in the order in which plans are listed. */
export const FORMATS: readonly PlanFormat[] = [nativeFormat, backlogFormat];

export function formatOf(id: FormatId): PlanFormat {
  const format = FORMATS.find(candidate => candidate.id === id);
  if (!format) {
    throw new Error(`no format ${id}`);
  }
  return format;
}
