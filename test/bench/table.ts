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
  const widths = [0, 1, 2, 3].map(column => Math.max(...cells.map(line => line[column]?.length ?? 0)));
  return cells
    .map(line =>
      line
        .map((cell, column) =>
          column === 1 || column === 2
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
