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

function readEntry(entry: unknown): readonly PlanName[] {
  if (typeof entry !== 'object' || entry === null || !('folder' in entry)) {
    return [];
  }
  const folder = typeof entry.folder === 'string' ? cleanPath(entry.folder) : '';
  const format = 'format' in entry ? entry.format : undefined;
  return folder === '' ? [] : [{ folder, ...(typeof format === 'string' ? { format } : {}) }];
}

/** As the application writes paths, however it was typed: `.\docs\plan\` is `docs/plan`. */
function cleanPath(typed: string): string {
  return typed
    .trim()
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+|(?<=[^/])\/+$/g, '');
}
