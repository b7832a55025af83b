import { ESTIMATE_BOUNDS, isTooLong, MOST_DAYS, parseEstimate } from '../../plan/estimate';
import { isBranchTemplate } from '../../plan/branchName';
import { DEFAULT_RULES } from '../../plan/settings';
import type { Rules } from '../../plan/settings';
import { FieldReader } from '../../documents/fields';

/**
 * Reads `rules:` of project.md; a missing one has its default, an unknown one is left alone.
 * @param daysPerWeek working days in a week of the plan
 * @param hours working hours of a day of the plan
 */
export function readRules(fields: FieldReader, daysPerWeek: number, hours: number): Rules {
  const rules = new FieldReader(fields.map('rules'), fields.report);
  const trailer = rules.parsed('trailer', 'Task', text =>
    /^[A-Za-z][A-Za-z0-9-]*$/.test(text) ? text : undefined,
  );
  const inDays = (key: string, initial: number, week: number) =>
    rules.parsed(
      key,
      text => (/^\d+\s*[dw]?$/i.test(text) ? ESTIMATE_BOUNDS : `${initial}d, 2w, ${initial}`),
      text => parseDays(text, week),
    ) ?? initial;
  const workingDays = (key: string, initial: number) => inDays(key, initial, daysPerWeek);
  const days = (key: string, initial: number) => inDays(key, initial, 7);
  return {
    trailer: trailer ?? DEFAULT_RULES.trailer,
    stale: workingDays('stale', DEFAULT_RULES.stale),
    settled: workingDays('settled', DEFAULT_RULES.settled),
    afterDone: days('after_done', DEFAULT_RULES.afterDone),
    branchAge: days('branch_age', DEFAULT_RULES.branchAge),
    bulkFiles: rules.number('bulk_files', 0, 1_000_000) ?? DEFAULT_RULES.bulkFiles,
    dueSoon: days('due_soon', DEFAULT_RULES.dueSoon),
    healthAge: days('health_age', DEFAULT_RULES.healthAge),
    history:
      rules.parsed('history', text => (/^\d+\s*w?$/i.test(text) ? '1w–999w' : '12w, 12'), parseWeeks) ??
      DEFAULT_RULES.history,
    defaultEstimate:
      rules.parsed(
        'default_estimate',
        text => (isTooLong(text) ? ESTIMATE_BOUNDS : '3d, 12h'),
        text => parseTime(text, hours, daysPerWeek),
      ) ?? (DEFAULT_RULES.defaultEstimate / 8) * hours,
    branchName:
      rules.parsed('branch_name', DEFAULT_RULES.branchName, text =>
        isBranchTemplate(text) ? text : undefined,
      ) ?? DEFAULT_RULES.branchName,
  };
}

/** `10d`, `2w` or a bare number of days, 10,000 at most. */
function parseDays(text: string, daysPerWeek: number): number | undefined {
  const match = /^(\d{1,5})\s*([dw]?)$/i.exec(text);
  const days = match ? Number(match[1]) * (match[2]?.toLowerCase() === 'w' ? daysPerWeek : 1) : undefined;
  return days !== undefined && days <= MOST_DAYS ? days : undefined;
}

/** `12w` or a bare number of weeks. */
function parseWeeks(text: string): number | undefined {
  const match = /^(\d{1,3})\s*w?$/i.exec(text);
  return match && Number(match[1]) > 0 ? Number(match[1]) : undefined;
}

function parseTime(text: string, hours: number, daysPerWeek: number): number | undefined {
  const estimate = parseEstimate(text, hours, daysPerWeek);
  return estimate?.unit === 'hours' && estimate.value > 0 ? estimate.value : undefined;
}
