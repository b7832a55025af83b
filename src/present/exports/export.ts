import type { PlanModel } from '../../shared/panelModel';
import type { ExportFormat, TableFormat } from '../../shared/protocol';
import type { Tab } from '../../shared/tabs';

/** What an export is made of: what a tab shows. */
export type ExportSource = PlanModel['content'];

/** What a tab shows once its figures are there. */
type Shown<T extends Tab> = Extract<ExportSource, { readonly tab: T }>;

/** Something that a tab shows and that leaves Milepost as text. */
export interface Export {
  /** Panel and command line ask for it by this name. */
  readonly name: string;
  readonly tab: Tab;
  readonly formats: readonly ExportFormat[];
  /** @returns undefined where the tab shows nothing of it, another tab is given, or it has no such format */
  make(source: ExportSource, as: ExportFormat): string | undefined;
}

/** How a table is written: in every format of tables, and perhaps as a diagram. */
type Writers<Table> = { readonly [format in TableFormat]: (table: Table) => string } & {
  readonly [format in Exclude<ExportFormat, TableFormat>]?: (table: Table) => string;
};

/**
 * An export of one table, in the formats that it has a writer for.
 * @param tableOf picks what is exported; undefined where the tab has none of it
 */
export function tableExport<T extends Tab, Table>(
  name: string,
  tab: T,
  tableOf: (shown: Shown<T>) => Table | undefined,
  writers: Writers<Table>,
): Export {
  return {
    name,
    tab,
    formats: Object.keys(writers) as ExportFormat[],
    make(source, as) {
      const table = isShown(source, tab) ? tableOf(source) : undefined;
      return table === undefined ? undefined : writers[as]?.(table);
    },
  };
}

function isShown<T extends Tab>(source: ExportSource, tab: T): source is Shown<T> {
  const isMissing = 'kind' in source && ['computing', 'not-computed', 'not-loaded'].includes(source.kind);
  return source.tab === tab && !isMissing;
}
