/** A plan as the setting `milepost.plans` names it. */
export interface PlanName {
  /** Relative to the root, with `/`. */
  readonly folder: string;
  /** A `FormatId`; undefined = find out. */
  readonly format?: string;
}

/** Reads the value of `milepost.plans`; entries that are none are left out. */
export function readNamedPlans(value: unknown): readonly PlanName[] {
  return Array.isArray(value) ? value.flatMap(readEntry) : [];
}

/** What `milepost.plans` holds instead of plans, as it is written. */
export function misnamedPlans(value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    return value === undefined ? [] : [JSON.stringify(value)];
  }
  return value.filter(entry => readEntry(entry).length === 0).map(entry => JSON.stringify(entry));
}

function readEntry(entry: unknown): readonly PlanName[] {
  if (typeof entry !== 'object' || entry === null || !('folder' in entry)) {
    return [];
  }
  const folder = typeof entry.folder === 'string' ? cleanPath(entry.folder) : '';
  const format = 'format' in entry ? entry.format : undefined;
  return folder === '' ? [] : [{ folder, ...(format === undefined ? {} : { format: String(format) }) }];
}

/** As the application writes paths, however it was typed: `.\docs\plan\` is `docs/plan`. */
function cleanPath(typed: string): string {
  return typed
    .trim()
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+|(?<=[^/])\/+$/g, '');
}
