import type { Change, CommitRef, EditResult, EditTarget, LinkMove } from '../../plan/change';
import type { ListField, ScalarField } from '../../plan/fields/fields';
import { INLINE_FIELDS } from '../../plan/fields/valueFields';
import { parseHandLink } from '../../plan/handLink';
import { aliasedKey } from '../../plan/ids';
import type { HandLink, Plan } from '../../plan/model';
import type { CheckLine } from '../../documents/document';
import { markBox } from '../../documents/edit/tickBox';
import { checkValue } from '../../documents/edit/checkValue';
import type { FieldText } from '../../documents/edit/fieldText';
import { mergeEntries, mergeLinks } from '../../documents/edit/listEntries';
import { refuse } from '../../documents/edit/refusal';
import { relinked } from '../../documents/edit/relinkEntries';
import { entryForm } from '../../documents/edit/sameEntry';
import { listRefusal } from './checkReference';
import { sections } from './checklist';
import { InlineTokens } from './editInlineTokens';
import { lexInline } from '../../documents/inlineTask';
import type { InlineKind, InlineToken } from '../../documents/inlineTask';
import { BOX_MARKS, boxAgrees, statusNamed } from './statuses';
import { statusOf } from '../../plan/boxStatus';

/** Fields that one attribute holds, and its key. */
const ATTRIBUTES: ReadonlyMap<string, readonly [InlineKind, string]> = new Map(
  INLINE_FIELDS.map(({ name, inline }) => [name, [name, inline === '!' ? '!' : `${inline}:`]]),
);

const LISTS: Readonly<Partial<Record<ListField, readonly [InlineKind, string]>>> = {
  assignees: ['assignee', '@'],
  labels: ['label', '#'],
  dependsOn: ['after', 'after:'],
  branches: ['branch', 'branch:'],
  otherIds: ['alias', 'alias:'],
};

/** Lists whose attribute may hold several entries with commas. */
const WITH_COMMAS: readonly ListField[] = ['dependsOn', 'otherIds'];

/** Edits a task that is one line of a checklist: only the attribute that changes, in its place. */
export function editInline(
  file: FieldText,
  target: EditTarget,
  change: Exclude<Change, { kind: 'tick' | 'dismiss' }>,
  plan: Plan,
): EditResult {
  const { settings } = plan;
  const aliases = new Set(settings.aliases);
  const keyOf = (id: string) => aliasedKey(id, settings.prefix, aliases);
  const sectionOf = sections(file.document);
  const lines = file.document.checks
    .filter(check => sectionOf(check) === 'tasks')
    .map(check => ({ check, tokens: lexInline(check.text, settings) }))
    .filter(({ tokens: [first] }) => first?.kind === 'id' && keyOf(first.value) === keyOf(target.id));
  const found = lines.find(({ check }) => check.line === target.line) ?? lines[0];
  if (!found) {
    return refuse({ code: 'item-gone', args: [target.id] });
  }
  if (lines.length > 1 && found.check.line !== target.line) {
    return refuse({ code: 'ambiguous-id', args: [target.id, lines.length] });
  }
  const line = new InlineTokens(file, found.check, found.tokens);
  switch (change.kind) {
    case 'set':
      return setScalar(file, found.check, line, change.field, change.value, plan);
    case 'setList':
      return setList(line, target, change.field, change.value, plan);
    case 'relink':
      return relinkTokens(line, change.moves);
    default:
      return setLinks(line, change.commits, change.kind === 'unlink');
  }
}

function setScalar(
  file: FieldText,
  check: CheckLine,
  line: InlineTokens,
  field: ScalarField,
  value: string | undefined,
  plan: Plan,
): EditResult {
  const attribute = ATTRIBUTES.get(field);
  if (!attribute && field !== 'status' && field !== 'title') {
    const isPlace = field === 'milestone' || field === 'parent';
    return refuse({ code: isPlace ? 'line-says-by-place' : 'line-without-place', args: [field] });
  }
  const wanted = value?.trim() === '' ? undefined : value;
  const result = wanted === undefined ? undefined : checkValue('task', field, wanted, plan);
  if (result && !result.ok) {
    return result;
  }
  if (attribute) {
    const [kind, key] = attribute;
    line.setOnly(kind, result && key + quoted(result.value));
    return { ok: true, edits: line.edits };
  }
  if (field === 'title') {
    return setTitle(line, result?.value ?? '', plan);
  }
  return result ? setStatus(file, check, line, result.value, plan) : clearStatus(line);
}

/** The box says what it can; where several statuses share a box, `status:` says which. */
function setStatus(
  file: FieldText,
  check: CheckLine,
  line: InlineTokens,
  name: string,
  plan: Plan,
): EditResult {
  const { category } = statusNamed(name, plan.settings);
  const boxSuffices = category !== 'blocked' && statusOf(category, plan.settings).status === name;
  if (name.includes('"')) {
    // A quote would end the attribute.
    const names = plan.settings.statuses.map(status => status.name).filter(one => !one.includes('"'));
    return refuse({ code: 'value-invalid', args: ['status', name, names.join(', ')] });
  }
  line.setOnly('status', boxSuffices ? undefined : `status:${quoted(name)}`);
  const box = boxAgrees(check.mark, category) ? [] : markBox(file, check, BOX_MARKS[category]);
  return { ok: true, edits: [...box, ...line.edits] };
}

function clearStatus(line: InlineTokens): EditResult {
  line.setOnly('status', undefined);
  return { ok: true, edits: line.edits };
}

function setTitle(line: InlineTokens, title: string, plan: Plan): EditResult {
  const text = title.replace(/\s+/g, ' ').trim();
  const [id] = line.tokens;
  const [, first, ...others] = lexInline(`${id?.value ?? ''} ${text}`, plan.settings);
  // Words that would be read as attributes are no title.
  if (!id || first?.kind !== 'title' || first.value !== text || others.length > 0) {
    return refuse({ code: 'title-not-plain', args: [title] });
  }
  if (line.of('title').length > 0) {
    line.setOnly('title', text);
  } else {
    line.insertAfter(id, ` ${text}`);
  }
  return { ok: true, edits: line.edits };
}

function setList(
  line: InlineTokens,
  target: EditTarget,
  field: ListField,
  values: readonly string[],
  plan: Plan,
): EditResult {
  const attribute = LISTS[field];
  if (!attribute) {
    return refuse({ code: 'line-without-place', args: [field] });
  }
  const [kind, key] = attribute;
  const tokens = line.of(kind);
  const hasCommas = WITH_COMMAS.includes(field);
  const entriesOf = (text: string) => (hasCommas ? text.split(',') : [text]);
  const existing = tokens.flatMap(token => entriesOf(token.value));
  const asked = values.map(text => text.trim()).filter(text => text !== '');
  const invalid = listRefusal(field, asked, existing, target, plan);
  if (invalid) {
    return refuse(invalid);
  }
  const wanted: string[] = [];
  for (const value of asked) {
    const entry = field === 'dependsOn' ? value.replace(/(?<!\s)\s*\+\s*/, '+') : value.replace(/^[@#]/, '');
    const [token, ...others] = lexInline(` ${key}${quoted(entry)}`, plan.settings);
    const isSeveral = hasCommas && entry.includes(',');
    if (token?.kind !== kind || others.length > 0 || isSeveral) {
      return refuse({ code: 'value-invalid', args: [field, value, `${key}…`] });
    }
    wanted.push(entry);
  }
  const merged = mergeEntries(existing, wanted, entryForm(field, plan.settings));
  const kept = new Set(merged.filter(entry => typeof entry === 'number'));
  const added = merged.filter(entry => typeof entry === 'string');
  let index = 0;
  for (const token of tokens) {
    const entries = entriesOf(token.value);
    const left = entries.filter(() => kept.has(index++));
    if (left.length === 0) {
      line.remove(token);
    } else if (left.length < entries.length) {
      line.replace(token, key + quoted(left.join(',')));
    }
  }
  line.append(added.map(entry => key + quoted(entry)));
  return { ok: true, edits: line.edits };
}

function setLinks(line: InlineTokens, commits: readonly CommitRef[], not: boolean): EditResult {
  const tokens = linkTokens(line);
  const links = tokens.map(({ link }) => link);
  const entries = mergeLinks(links, commits, not, commit => linkText(commit, not));
  tokens.forEach(({ token }, index) => entries.includes(index) || line.remove(token));
  line.append(entries.filter(entry => typeof entry === 'string'));
  return { ok: true, edits: line.edits };
}

function relinkTokens(line: InlineTokens, moves: readonly LinkMove[]): EditResult {
  const tokens = linkTokens(line);
  const results = relinked(
    tokens.map(({ link }) => link),
    moves,
  );
  tokens.forEach(({ token, link }, index) => {
    const result = results[index];
    if (typeof result === 'object') {
      line.replace(token, linkText(result, link?.not ?? false));
    } else if (result === 'gone') {
      line.remove(token);
    }
  });
  return { ok: true, edits: line.edits };
}

function linkTokens(line: InlineTokens): readonly { token: InlineToken; link: HandLink | undefined }[] {
  return [...line.of('commit'), ...line.of('not-commit')].map(token => {
    const link = parseHandLink(token.value);
    return { token, link: link && { ...link, not: token.kind === 'not-commit' } };
  });
}

function linkText({ hash }: CommitRef, not: boolean): string {
  return `${not ? '!' : ''}commit:${hash.slice(0, 12).toLowerCase()}`;
}

/** A value with blanks stands in quotes. */
function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
