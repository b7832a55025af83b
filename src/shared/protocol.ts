import type { PanelModel } from './panelModel';
import type { ListId, PanelCommand } from './parts';
import type { Remedy } from '../core/insight/findings/remedies';
import type { Band, RiskCell } from './risksModel';
import type { Tab } from './tabs';

/** Grows when host and panel would no longer understand each other. */
export const PROTOCOL = 1;

/** How many days back changes are shown and baselines are taken. */
export const SINCE = [1, 7, 14, 30, 90] as const;

export { SINCE_DAYS } from '../core/insight/sinceDays';

/** How many days back the panel compares with. */
export type Since = (typeof SINCE)[number];

/** What a column of the timeline can stand for. */
export const ZOOMS = ['day', 'week', 'month', 'quarter'] as const;

/** What a column of the timeline stands for. */
export type Zoom = (typeof ZOOMS)[number];

/** The readers that a status can be written for. */
export const AUDIENCES = ['executives', 'engineers'] as const;

/** Whom a status is written for: in plain language, or with ids and places. */
export type Audience = (typeof AUDIENCES)[number];

/** What every table is exported as. */
export const TABLE_FORMATS = ['markdown', 'csv'] as const;
/** What a table is exported as. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** The formats of all exports. */
export const EXPORT_FORMATS = [...TABLE_FORMATS, 'mermaid'] as const;
/** What something is exported as: a table, or a diagram. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A table by the name of its export, and what it is wanted as. */
export interface ExportRequest {
  readonly what: string;
  readonly as: ExportFormat;
}

/** How many weeks of work the tab *People* can show. */
export const WEEKS = [12, 26, 52] as const;

/** How many weeks of work are shown. */
export type Weeks = (typeof WEEKS)[number];

/** Most rows of one list that can be asked for. */
export const MAX_ROWS = 1_000;

/** What the user has chosen to look at. The panel keeps it over hiding and reloading. */
export interface View {
  /** Grows with every choice; an answer to an older one is not drawn. */
  readonly revision: number;
  readonly tab: Tab;
  /** Whose plan the project views show while another branch than the default one is checked out. */
  readonly source: 'default' | 'current';
  /** Ends of the review; undefined follows the default branch and the checkout. */
  readonly base?: string;
  readonly head?: string;
  /** Only risks of this band, or of this cell of the heat map. */
  readonly band?: Band;
  readonly cell?: RiskCell;
  /** Days back to what is compared; 7 unless chosen. */
  readonly since?: Since;
  readonly zoom?: Zoom;
  /** 12 unless chosen. */
  readonly weeks?: Weeks;
  /** Only the work of one person, by id, and of one label. */
  readonly person?: string;
  readonly label?: string;
  /** Rows to show where it is not the first page. */
  readonly shown: { readonly [list in ListId]?: number };
}

/** Host → panel. */
export type ToPanel =
  /** The first message: translations by English sentence. */
  | { readonly type: 'language'; readonly bundle?: { readonly [sentence: string]: string } }
  /** Everything the open tab shows; never a part of it. */
  | {
      readonly type: 'show';
      readonly version: number;
      readonly view: View;
      readonly model: PanelModel;
    }
  /** A choice made outside the panel, by a command or a quick pick. */
  | { readonly type: 'select'; readonly choice: Choice }
  /** What would follow from a day for an item that is held, a line each; or why it cannot have one. */
  | { readonly type: 'tried'; readonly about: DayOfItem; readonly lines: readonly string[] }
  /** What a gesture has done, to be read aloud. */
  | { readonly type: 'said'; readonly text: string };

/** Part of a view that the host may change. An empty `base` or `head` follows again. */
export interface Choice {
  readonly tab?: Tab;
  readonly base?: string;
  readonly head?: string;
}

/** A day for an item, on which it starts at the earliest or is due. */
export interface DayOfItem {
  readonly kind: 'milestone' | 'task';
  readonly uid: string;
  readonly field: 'start' | 'due';
  readonly day: string;
}

/** Panel → host. The plan and its repository are the host's knowledge and never come from the panel. */
export type FromPanel =
  | { readonly type: 'ready'; readonly protocol: number; readonly view?: View }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'openItem'; readonly kind: 'milestone' | 'task' | 'risk'; readonly uid: string }
  | { readonly type: 'openPlace'; readonly file: string; readonly line: number }
  | { readonly type: 'openCommit'; readonly hash: string }
  | { readonly type: 'linkCommit'; readonly hash: string }
  | { readonly type: 'unlinkCommit'; readonly hash: string; readonly uid: string }
  /** Goes through the commits under review that have no task. */
  | { readonly type: 'walkCommits' }
  /** The summary of the review, for the clipboard. */
  | { readonly type: 'copyReview' }
  /** A criterion of a task that is met, by its line and its text as far as it is shown. */
  | { readonly type: 'tick'; readonly uid: string; readonly line: number; readonly text: string }
  /** Gives a task another id. */
  | { readonly type: 'renumber'; readonly uid: string }
  | { readonly type: 'setStatus'; readonly uid: string }
  /** Asks what would follow from a day, and writes it. */
  | ({ readonly type: 'tryDay' } & DayOfItem)
  | ({ readonly type: 'setDay' } & DayOfItem)
  | { readonly type: 'copyReference'; readonly uid: string }
  /** A table that the panel shows, for the clipboard. */
  | ({ readonly type: 'export' } & ExportRequest)
  | {
      readonly type: 'dismissFinding';
      readonly kind: 'milestone' | 'task' | 'risk';
      readonly uid: string;
      readonly finding: string;
    }
  /** A gesture that settles a finding about an item. */
  | {
      readonly type: 'remedy';
      readonly kind: 'milestone' | 'task' | 'risk';
      readonly uid: string;
      readonly remedy: Remedy;
    }
  /** Text that the panel shows, for the clipboard. */
  | { readonly type: 'copyText'; readonly text: string }
  /** A chart that the panel shows, for the clipboard. */
  | { readonly type: 'copySvg'; readonly svg: string }
  | { readonly type: 'copyStatus'; readonly audience: Audience }
  | { readonly type: 'pickEnd'; readonly end: 'base' | 'head' }
  | { readonly type: 'command'; readonly command: PanelCommand }
  /** Something failed in the panel; for the log. */
  | { readonly type: 'error'; readonly message: string };

/** What the panel writes with `setState`, so that it comes back after hiding and reloading. */
export interface PanelState {
  readonly plan: string;
  readonly view: View;
  /** Scroll offset per tab, in pixels. */
  readonly scroll: { readonly [tab in Tab]?: number };
  /** Scroll offset of the timeline's bars from the left and from the top, in pixels. */
  readonly bars?: readonly [left: number, top: number];
  /** Ids of what is unfolded. */
  readonly open: readonly string[];
}

/** What a page looks at that remembers nothing. */
export const FRESH: View = { revision: 0, tab: 'overview', source: 'default', shown: {} };
