import type { Category } from '../../plan/category';
import { FORGE_KINDS, type Forges } from '../../plan/forgeKind';
import { parseHandLink } from '../../plan/handLink';
import { DEFAULT_SETTINGS, DEFAULT_STATUSES } from '../../plan/settings';
import type { NamedCommit, Person, PlanSettings, Status, UnreadSetting } from '../../plan/settings';
import type { ParsedFile } from '../format';
import { FieldReader } from '../../documents/fields';
import { readerOf } from './problems';
import type { Report } from '../problems';
import { readDismissals } from './readDismissals';
import { readRules } from './readRules';

/** What project.md says beside the settings. */
export interface Charter {
  readonly settings: PlanSettings;
  readonly name?: string;
  /** The format whose plan this folder belongs to (`for: backlog`); then it is no plan of its own. */
  readonly overlayOf?: string;
}

const CATEGORIES: readonly Category[] = ['open', 'active', 'blocked', 'done', 'dropped'];
/** Who can do less of a day than this cannot work on anything. */
const LEAST_CAPACITY = 0.01;
/** Calendar days from the first to the last of ten years: a holiday that lasts longer is a slip of the keyboard. */
const MOST_HOLIDAYS = 3652;
/** Keys of settings that change dates, links or findings. */
const SETTINGS = (
  'key aliases statuses people calendar timezone resources branch integration paths ignore no_task evidence rules ' +
  'dismissed tasks'
).split(' ');
const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAYS = DAY_NAMES.map(name => name.slice(0, 3));

/** Reads project.md. A field that is missing or cannot be read has its default. */
export function readSettings(file: ParsedFile | undefined, report: Report): Charter {
  if (!file) {
    return { settings: DEFAULT_SETTINGS };
  }
  const unread = unreadSettings(file);
  const fields = readerOf(unread.length > 0 ? withoutUnread(file) : file, report);
  const key = fields.parsed('key', 'APP', text => (/^[A-Za-z][A-Za-z0-9_]*$/.test(text) ? text : undefined));
  const calendar = new FieldReader(fields.map('calendar'), fields.report);
  const ignore = new FieldReader(fields.map('ignore'), fields.report);
  const timezone = fields.parsed('timezone', 'Europe/Berlin', text => (isTimezone(text) ? text : undefined));
  const branch = fields.text('branch');
  const name = fields.text('name') ?? file.document.headings.find(({ level }) => level === 1)?.text;
  const overlayOf = fields.text('for');
  const workweek = readWorkweek(calendar) ?? DEFAULT_SETTINGS.workweek;
  const hours = calendar.number('hours', 0.5, 24) ?? DEFAULT_SETTINGS.hours;
  const settings: PlanSettings = {
    prefix: key?.toUpperCase() ?? '',
    aliases: fields.texts('aliases').map(alias => alias.toUpperCase()),
    ids: fields.oneOf('ids', ['sequential', 'random']) ?? DEFAULT_SETTINGS.ids,
    statuses: readStatuses(fields),
    people: fields.items('people').flatMap(value => readPerson(value, fields)),
    workweek,
    holidays: calendar.dateSpans('holidays', MOST_HOLIDAYS),
    hours,
    resources: readResources(fields),
    integration: fields.texts('integration'),
    paths: fields.texts('paths'),
    ignore: { authors: ignore.texts('authors'), subjects: ignore.texts('subjects') },
    noTask: readNoTask(fields),
    noEvidenceLabels: readNoEvidence(fields),
    rules: readRules(fields, workweek.length, hours),
    forges: readForges(fields),
    dismissed: readDismissals(fields, 'must'),
    unread,
    ...(timezone === undefined ? {} : { timezone }),
    ...(branch === undefined ? {} : { branch }),
  };
  return {
    settings,
    ...(name === undefined ? {} : { name }),
    ...(overlayOf === undefined ? {} : { overlayOf }),
  };
}

/** Settings of a file that could not be read; `tasks` is one where the file adds to another plan. */
function unreadSettings({ path, document }: ParsedFile): UnreadSetting[] {
  const fields = new FieldReader(document.fields, () => undefined);
  return SETTINGS.flatMap(key => {
    const reason = key === 'tasks' && !fields.field('for') ? undefined : fields.field(key)?.unread;
    return reason ? [{ file: path, field: key, reason }] : [];
  });
}

/** What cannot be read is missing, and not what its source looks like. */
function withoutUnread({ path, document }: ParsedFile): ParsedFile {
  const fields = document.fields.map(field =>
    field.unread
      ? { ...field, value: { kind: 'scalar' as const, text: '', range: field.value.range } }
      : field,
  );
  return { path, document: { ...document, fields } };
}

/** `{name, category, progress}` each; a bare name that is a default one has that one's category. */
function readStatuses(fields: FieldReader): readonly Status[] {
  const statuses = fields.items('statuses').flatMap((value): Status[] => {
    if (value.kind === 'scalar') {
      const known = DEFAULT_STATUSES.find(({ name }) => name.toLowerCase() === value.text.toLowerCase());
      return value.text === '' ? [] : [{ ...(known ?? { category: 'open' }), name: value.text }];
    }
    const entry = fields.entry(value);
    const name = entry.text('name');
    if (name === undefined) {
      fields.bad('statuses', '', '{name, category}', value.range);
      return [];
    }
    const progress = entry.share('progress');
    const category = entry.oneOf('category', CATEGORIES) ?? 'open';
    return [{ name, category, ...(progress === undefined ? {} : { progress }) }];
  });
  return statuses.length > 0 ? statuses : DEFAULT_STATUSES;
}

function readPerson(value: ReturnType<FieldReader['items']>[number], fields: FieldReader): Person[] {
  if (value.kind === 'scalar') {
    return value.text === '' ? [] : [{ id: value.text, emails: [], capacity: 1, off: [] }];
  }
  const entry = fields.entry(value);
  const id = entry.text('id');
  if (id === undefined) {
    fields.bad('people', '', '{id, name}', value.range);
    return [];
  }
  const name = entry.text('name');
  const workweek = readWorkweek(entry);
  return [
    {
      id,
      emails: entry.texts('emails'),
      capacity: entry.share('capacity', LEAST_CAPACITY) ?? 1,
      off: entry.dateSpans('off', MOST_HOLIDAYS),
      ...(name === undefined ? {} : { name }),
      ...(workweek === undefined ? {} : { workweek }),
    },
  ];
}

/** ISO weekdays in ascending order; undefined when none is named. */
function readWorkweek(fields: FieldReader): number[] | undefined {
  const { value } = fields.field('workweek') ?? {};
  if (value?.kind === 'list' && value.items.length === 0) {
    fields.bad('workweek', '[]', DAYS.join(', '), value.range);
  }
  const days = fields.list('workweek').flatMap(({ text, range }) => {
    const [, word = '', more] = /^(\S*)(\s.*)?$/s.exec(text.toLowerCase()) ?? [];
    const day = word.length < 3 ? 0 : DAY_NAMES.findIndex(name => name.startsWith(word)) + 1;
    // `fri 4h` is a day of work, though not the whole one that it counts as.
    if (day === 0 || more !== undefined) {
      fields.bad('workweek', text, DAYS.join(', '), range);
    }
    return day === 0 ? [] : [day];
  });
  return days.length > 0 ? [...new Set(days)].sort((a, b) => a - b) : undefined;
}

function readResources(fields: FieldReader): ReadonlyMap<string, number> {
  const entries = fields.map('resources');
  const reader = new FieldReader(entries, fields.report);
  return new Map(
    entries.flatMap(({ key }) => {
      const capacity = reader.number(key, 0, 1_000_000);
      return capacity === undefined ? [] : [[key, capacity] as const];
    }),
  );
}

/** `forges: {git.example.org: gitlab}`: hosts of one's own, and what runs there. */
function readForges(fields: FieldReader): Forges {
  return new Map(
    fields.map('forges').flatMap(field => {
      // By itself, since names of hosts that differ in a dash only are different hosts.
      const kind = new FieldReader([field], fields.report).oneOf(field.key, FORGE_KINDS);
      return kind === undefined ? [] : [[field.key.toLowerCase(), kind] as const];
    }),
  );
}

/** `no_task: ['1a2b3c4d5e6f 2026-11-18 Upgrade the test runner']`: commits as in `commits:` of a task. */
function readNoTask(fields: FieldReader): NamedCommit[] {
  return fields.list('no_task').flatMap(({ text, range }) => {
    const link = parseHandLink(text);
    if (link && !link.not) {
      return [link];
    }
    fields.bad('no_task', text, '<hash> <date> <subject>', range);
    return [];
  });
}

/** `evidence: {legal: none}`: labels whose tasks never show in git. */
function readNoEvidence(fields: FieldReader): string[] {
  const entries = fields.map('evidence');
  const reader = new FieldReader(entries, fields.report);
  return entries.flatMap(({ key }) => (reader.oneOf(key, ['none']) ? [key] : []));
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}
