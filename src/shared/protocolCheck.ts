import type { DayOfItem, FromPanel, PanelState, View } from './protocol';
import { parseIsoDate } from '../core/base/dates';
import { AUDIENCES, EXPORT_FORMATS, MAX_ROWS, SINCE, WEEKS, ZOOMS } from './protocol';
import { TABS } from './tabs';
import { COMMANDS } from './parts';
import { LISTS } from './parts';
import { REMEDIES } from '../core/insight/findings/remedies';
import { BANDS, LEVELS } from './risksModel';
import type { RiskCell } from './risksModel';

/** Longest text the panel may send; ids, paths and refs are far shorter. */
const MAX_TEXT = 4_000;

/** Longest picture, in UTF-16 code units: a chart of 500 bars takes a tenth of it. */
const LARGEST_SVG = 4_000_000;

type Fields = { readonly [key: string]: unknown };
type Check = (value: unknown) => boolean;

const text: Check = value => typeof value === 'string' && value.length > 0 && value.length <= MAX_TEXT;
const svg: Check = value =>
  typeof value === 'string' && value.length <= LARGEST_SVG && /^<svg [^]*<\/svg>$/.test(value);
const hash: Check = value => typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value);
const count: Check = value => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const oneOf =
  (allowed: readonly string[]): Check =>
  value =>
    typeof value === 'string' && allowed.includes(value);
const optional =
  (check: Check): Check =>
  value =>
    value === undefined || check(value);

/** A path inside the root: relative, with `/`, never upwards. */
const path: Check = value =>
  typeof value === 'string' &&
  text(value) &&
  !/^[\\/]|^[A-Za-z]:|\\|\0/.test(value) &&
  !value.split('/').includes('..');

/** A branch, tag or hash; a leading hyphen would be read as an option somewhere. */
const revision: Check = value =>
  typeof value === 'string' && text(value) && !value.startsWith('-') && !/[\s\0]/.test(value);

const rows: Check = value => count(value) && (value as number) <= MAX_ROWS;
const shown: Check = value =>
  isFields(value) &&
  Object.entries(value).every(([list, many]) => (LISTS as readonly string[]).includes(list) && rows(many));

const level: Check = value => (LEVELS as readonly unknown[]).includes(value);
const CELL: { readonly [field in keyof RiskCell]: Check } = { probability: level, impact: level };

const VIEW: { readonly [field in keyof Required<View>]: Check } = {
  revision: count,
  tab: oneOf(TABS),
  source: oneOf(['default', 'current']),
  base: optional(revision),
  head: optional(revision),
  band: optional(oneOf(BANDS)),
  cell: optional(value => isFields(value) && matches(value, CELL)),
  since: optional(value => (SINCE as readonly unknown[]).includes(value)),
  zoom: optional(oneOf(ZOOMS)),
  weeks: optional(value => (WEEKS as readonly unknown[]).includes(value)),
  person: optional(text),
  label: optional(text),
  shown,
};

const view: Check = value => isFields(value) && matches(value, VIEW);

const DAY_OF_ITEM: { readonly [field in keyof DayOfItem]: Check } = {
  kind: oneOf(['milestone', 'task']),
  uid: text,
  field: oneOf(['start', 'due']),
  day: value => typeof value === 'string' && parseIsoDate(value) !== undefined,
};

/** Per message, every field it may have beside `type`. */
const MESSAGES: { readonly [type in FromPanel['type']]: { readonly [field: string]: Check } } = {
  ready: { protocol: count, view: optional(view) },
  view: { view },
  openItem: { kind: oneOf(['milestone', 'task', 'risk']), uid: text },
  openPlace: { file: path, line: count },
  openCommit: { hash },
  linkCommit: { hash },
  unlinkCommit: { hash, uid: text },
  walkCommits: {},
  copyReview: {},
  tick: { uid: text, line: count, text },
  renumber: { uid: text },
  setStatus: { uid: text },
  tryDay: DAY_OF_ITEM,
  setDay: DAY_OF_ITEM,
  copyReference: { uid: text },
  export: { what: text, as: oneOf(EXPORT_FORMATS) },
  dismissFinding: { kind: oneOf(['milestone', 'task', 'risk']), uid: text, finding: text },
  remedy: { kind: oneOf(['milestone', 'task', 'risk']), uid: text, remedy: oneOf(REMEDIES) },
  copyText: { text },
  copySvg: { svg },
  copyStatus: { audience: oneOf(AUDIENCES) },
  pickEnd: { end: oneOf(['base', 'head']) },
  command: { command: oneOf(COMMANDS) },
  error: { message: text },
};

/**
 * The message, if it is one the panel may send: a known type, all of its fields well formed, none beside
 * them. Never throws, whatever comes.
 */
export function parseFromPanel(value: unknown): FromPanel | undefined {
  if (!isFields(value) || typeof value['type'] !== 'string' || !Object.hasOwn(MESSAGES, value['type'])) {
    return undefined;
  }
  const { type, ...fields } = value;
  return matches(fields, MESSAGES[type as FromPanel['type']]) ? (value as unknown as FromPanel) : undefined;
}

/** The plan a panel showed before the window was reloaded, from what the panel kept of itself. */
export function planOfState(value: unknown): string | undefined {
  const plan = isFields(value) ? (value as Partial<PanelState>).plan : undefined;
  return text(plan) ? plan : undefined;
}

/** The view a panel kept, if this version still understands it. */
export function viewOfState(value: unknown): View | undefined {
  const kept = isFields(value) ? value['view'] : undefined;
  return view(kept) ? (kept as View) : undefined;
}

function matches(value: Fields, checks: { readonly [field: string]: Check }): boolean {
  return (
    Object.keys(value).every(key => Object.hasOwn(checks, key)) &&
    Object.entries(checks).every(([field, check]) =>
      check(Object.hasOwn(value, field) ? value[field] : undefined),
    )
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
