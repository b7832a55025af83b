import type { RiskDraft } from '../../plan/drafts';
import { RISK_STATUS } from '../../plan/fields/fields';
import type { PlanSettings } from '../../plan/settings';
import type { ParsedFile } from '../format';
import { present, readCommon, readId, readTitle } from './items';
import type { FieldReader } from '../../documents/fields';
import type { Report } from '../problems';
import { readOtherIds, textsOfIds } from './readOtherIds';

/** Reads a risk file. */
export function readRisk(
  file: ParsedFile,
  fields: FieldReader,
  settings: PlanSettings,
  report: Report,
): RiskDraft {
  const { id, range } = readId(file, fields, report);
  const likely = fields.parsed('probability', '1–5, 0%–100%', parseProbability);
  const values = fields.values('risk', settings);
  const otherIds = readOtherIds(fields, 'risk');
  return {
    range,
    item: {
      kind: 'risk',
      id,
      title: readTitle(file, fields, id),
      file: file.path,
      line: range.start.line,
      ...readCommon(fields),
      ...present({ otherIds: textsOfIds(otherIds) }),
      status: fields.value('status', RISK_STATUS, settings) ?? 'open',
      ...present({
        probability: likely?.level,
        chance: likely?.chance,
        score: likely && values.impact !== undefined ? likely.level * values.impact : undefined,
      }),
      ...values,
    },
    ...present({ otherIds, milestone: fields.named('milestone') }),
    tasks: fields.list('tasks'),
  };
}

/** 1–5, or a percentage with its sign: ≤ 10 % is 1, ≤ 30 % 2, ≤ 50 % 3, ≤ 70 % 4, else 5. */
function parseProbability(text: string): { readonly level: number; readonly chance?: number } | undefined {
  if (/^[1-5]$/.test(text)) {
    return { level: Number(text) };
  }
  const percent = /^(\d{1,3}(?:\.\d{1,9})?)\s*%$/.exec(text)?.[1];
  if (percent === undefined || Number(percent) > 100) {
    return undefined;
  }
  const band = [10, 30, 50, 70].findIndex(limit => Number(percent) <= limit);
  return { level: band === -1 ? 5 : band + 1, chance: Number(percent) / 100 };
}
