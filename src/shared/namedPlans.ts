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
    return value === undefined ? [] : [asWritten(value)];
  }
  return value.filter(entry => readEntry(entry).length === 0).map(asWritten);
}

/** JSON of a value, without what lies in it deeper than one level: that could be deeper than a stack. */
function asWritten(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part === value || typeof part !== 'object' || part === null ? part : '…',
  );
}

function readEntry(entry: unknown): readonly PlanName[] {
  if (typeof entry !== 'object' || entry === null || !('folder' in entry)) {
    return [];
  }
  const folder = typeof entry.folder === 'string' ? cleanPath(entry.folder) : '';
  const format = 'format' in entry ? entry.format : undefined;
  if (folder === '' || folder.includes('\0') || (format !== undefined && typeof format !== 'string')) {
    return [];
  }
  return [{ folder, ...(format !== undefined && { format }) }];
}

/** As the application writes paths, however it was typed: `.\docs\plan\` is `docs/plan`. */
function cleanPath(typed: string): string {
  return typed
    .trim()
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+|(?<=[^/])\/+$/g, '');
}
