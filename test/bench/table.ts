/** One measured figure, as `--json` writes it. */
export interface Row {
  readonly name: string;
  readonly value: number;
  /** `ms`, `MB`, `KB`, `processes`, or `×` for a ratio. */
  readonly unit: string;
  /** Most that is good; undefined where a figure is only for comparison. */
  readonly limit?: number;
  /** Undefined without a limit. */
  readonly ok?: boolean;
  /** How the limit comes about, or what is worth knowing about the figure. */
  readonly note?: string;
}

/** A row that is good as long as its value does not exceed the limit. */
export function row(name: string, value: number, unit: string, limit?: number, note?: string): Row {
  return {
    name,
    value: rounded(value),
    unit,
    ...(limit !== undefined && { limit: rounded(limit), ok: value <= limit }),
    ...(note !== undefined && { note }),
  };
}

/** The rows as text in columns: what, value, limit, and whether it holds. */
export function tableText(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, unit, limit, ok, note }) => [
    name,
    `${value} ${unit}`,
    limit === undefined ? '' : `≤ ${limit} ${unit}`,
    ok === undefined ? '' : ok ? '✓' : `✗ ${rounded(value / (limit ?? value))} ×`,
    note ?? '',
  ]);
  return columns(cells, [1, 2]);
}

/** Lines of as many cells each, one below the other. @param right the columns that end, not begin, together */
export function columns(lines: readonly (readonly string[])[], right: readonly number[]): string {
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0))) ?? [];
  const padded = (cell: string, column: number): string =>
    right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return lines.map(line => line.map(padded).join('  ').trimEnd()).join('\n');
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Three digits, or a whole number. */
export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
