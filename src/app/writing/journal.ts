import type { TextEdit } from '../../core/base/text';
import { checksum } from '../cache/cacheFolder';
import type { FileEdit } from '../store';

/** Goes up whenever a journal says something else. What another version wrote is refused, not guessed at. */
const LAYOUT = 1;

/** One file of an edit that was begun. */
export interface JournalFile {
  /** Relative to the journal's root. */
  readonly file: string;
  /** Checksum of its bytes before; none for a new file. */
  readonly before?: string;
  /** Checksum of its bytes afterwards. */
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

/** What a process writes down before it changes several files, so that another can complete it. */
export interface Journal {
  /** The lock's name, which says what process it was. */
  readonly maker: string;
  /** Real path of the workspace folder. */
  readonly root: string;
  readonly files: readonly JournalFile[];
}

/**
 * What a journal says of one file.
 * @param before its bytes; none for a new file
 */
export function journalFile(
  { file, edits }: FileEdit,
  { before, after }: { readonly before?: Buffer; readonly after: Buffer },
): JournalFile {
  return { file, ...(before && { before: checksum(before) }), after: checksum(after), edits };
}

/** A journal as text. */
export function journalText(journal: Journal): string {
  return JSON.stringify({ layout: LAYOUT, ...journal });
}

/** The journal that a text holds; undefined for anything else. */
export function parseJournal(text: string): Journal | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isJournal(value) ? value : undefined;
}

function isJournal(value: unknown): value is Journal {
  return (
    isRecord(value) &&
    value.layout === LAYOUT &&
    typeof value.maker === 'string' &&
    typeof value.root === 'string' &&
    Array.isArray(value.files) &&
    value.files.every(isJournalFile)
  );
}

function isJournalFile(value: unknown): value is JournalFile {
  return (
    isRecord(value) &&
    typeof value.file === 'string' &&
    typeof value.after === 'string' &&
    (value.before === undefined || typeof value.before === 'string') &&
    Array.isArray(value.edits) &&
    value.edits.every(isEdit)
  );
}

function isEdit(value: unknown): value is TextEdit {
  return (
    isRecord(value) &&
    Number.isInteger(value.start) &&
    Number.isInteger(value.end) &&
    typeof value.text === 'string'
  );
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
