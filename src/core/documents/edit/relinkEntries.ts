import type { CommitRef, LinkMove } from '../../plan/change';
import type {} from '../../plan/fields/fields';
import { composeEdits } from '../../plan/composeEdits';
import type { HandLink } from '../../plan/model';
import type { TextEdit } from '../../base/text';
import { applyEdits } from '../../base/text';
import type { Field, PlanDocument, Value } from '../document';
import { parseDocument } from '../parseDocument';
import { editListField, entryLines } from './editList';
import type { ListManner } from './editList';
import { fieldText, replaceSpan, spanOf, textsOf } from './fieldText';
import type { FieldText, Span } from './fieldText';
import { scalarText, styleOf } from './scalarText';

/** What an entry becomes: another commit, nothing, or what it was. */
export type Relinked = CommitRef | 'gone' | 'kept';

/** How a format writes hand-made links. */
export interface LinkForm {
  parse(text: string): HandLink | undefined;
  format(commit: CommitRef, not: boolean): string;
}

/**
 * What moves make of the entries of a list of hand-made links. An entry goes where another one says the same
 * already, and an unlink where a link names the commit that it would move to: both were squashed into it.
 * @param existing what each entry says; undefined for one that is no link
 */
export function relinked(
  existing: readonly (HandLink | undefined)[],
  moves: readonly LinkMove[],
): readonly Relinked[] {
  const moveOf = (link: HandLink | undefined): LinkMove | undefined =>
    moves.find(({ hash, not }) => link?.hash === hash && link.not === not);
  const said = new Set<string>();
  return existing.map(link => {
    const move = moveOf(link);
    const to = move?.to;
    if (!move || !to) {
      return move ? 'gone' : 'kept';
    }
    const key = `${move.not} ${to.hash}`;
    const names = (other: HandLink | undefined): boolean =>
      other !== undefined && !moveOf(other) && to.hash.startsWith(other.hash);
    const there = existing.some(other => other?.not === move.not && names(other));
    const linked =
      move.not &&
      existing.some(other => other?.not === false && (names(other) || moveOf(other)?.to?.hash === to.hash));
    if (there || linked || said.has(key)) {
      return 'gone';
    }
    said.add(key);
    return to;
  });
}

/**
 * Gives entries of a list of hand-made links other commits, each in its line and with its comment, or takes
 * them out. A list with one entry a line that was in the order of its hashes stays so.
 * @param find the field that holds the list, in the document and in what becomes of it
 */
export function relinkEntries(
  file: FieldText,
  find: (document: PlanDocument) => Field | undefined,
  form: LinkForm,
  moves: readonly LinkMove[],
  manner: ListManner,
): readonly TextEdit[] {
  const field = find(file.document);
  const linksOf = (one: Field | undefined) => textsOf(one?.value).map(text => form.parse(text));
  const results = relinked(linksOf(field), moves);
  if (!field || results.every(result => result === 'kept')) {
    return [];
  }
  const kept = results.flatMap((result, index) => (result === 'gone' ? [] : [index]));
  const removed = editListField(file, field, kept, manner);
  const text = applyEdits(file.text, removed);
  const next = fieldText(text, parseDocument(text, 'markdown'));
  const left = find(next.document);
  const links = linksOf(left);
  const replaced = left ? replaceEntries(next, left, links, relinked(links, moves), form) : [];
  return composeEdits(file.text, [removed, replaced]);
}

/** One entry of the list before and after. */
interface Entry {
  readonly lines: Span;
  readonly scalar: Span;
  readonly link: HandLink | undefined;
  /** The new scalar. */
  readonly text: string;
  readonly hash: string | undefined;
}

function replaceEntries(
  file: FieldText,
  { value }: Field,
  links: readonly (HandLink | undefined)[],
  results: readonly Relinked[],
  form: LinkForm,
): readonly TextEdit[] {
  const items: readonly Value[] = value.kind === 'list' ? value.items : [value];
  const flow = file.text[spanOf(file, value.range).start] === '[';
  const entries = items.map((item, index): Entry => {
    const [scalar, link, result] = [spanOf(file, item.range), links[index], results[index]];
    const lines = entryLines(file, item);
    const old = file.text.slice(scalar.start, scalar.end);
    if (typeof result !== 'object') {
      return { lines, scalar, link, text: old, hash: link?.hash };
    }
    const style = styleOf(old) === 'double' ? 'double' : 'single';
    const text = scalarText(form.format(result, link?.not ?? false), style, flow);
    return { lines, scalar, link, text, hash: result.hash };
  });
  const sorted = value.kind === 'list' && !flow ? sortedLines(file, entries) : undefined;
  if (sorted) {
    return sorted;
  }
  return entries.flatMap(({ scalar, text }) =>
    text === file.text.slice(scalar.start, scalar.end) ? [] : [replaceSpan(scalar, text)],
  );
}

/** The links in the order of their hashes, each with its line; undefined where they were in none before. */
function sortedLines(file: FieldText, entries: readonly Entry[]): readonly TextEdit[] | undefined {
  const own = entries.filter(({ link }) => link !== undefined);
  const neat = own.every(({ lines, link }, index) => {
    const before = own[index - 1];
    return !before || (before.lines.end === lines.start && (before.link?.hash ?? '') <= (link?.hash ?? ''));
  });
  if (!neat) {
    return undefined;
  }
  const after = [...own].sort((a, b) => ((a.hash ?? '') < (b.hash ?? '') ? -1 : a.hash === b.hash ? 0 : 1));
  return own.flatMap(({ lines }, index) => {
    const { lines: from, scalar, text } = after[index] as Entry;
    const line = file.text.slice(from.start, scalar.start) + text + file.text.slice(scalar.end, from.end);
    return line === file.text.slice(lines.start, lines.end) ? [] : [replaceSpan(lines, line)];
  });
}
