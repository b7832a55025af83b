import { compact, EMPTY_LIST } from '../../base/lists';
import { INLINE_FIELDS, valuesBy } from '../../plan/fields/valueFields';
import { parseHandLink } from '../../plan/handLink';
import type { ChecklistItem, Place } from '../../plan/model';
import { dateProblem } from '../../plan/noDate';
import type { Problem } from '../../plan/problem';
import type { TaskDraft } from '../../plan/drafts';
import type { Named, OtherId } from '../../plan/drafts';
import type { PlanSettings } from '../../plan/settings';
import type { Range } from '../../base/text';
import { positionAt } from '../../base/text';
import type { CheckLine } from '../../documents/document';
import { FieldReader } from '../../documents/fields';
import type { ParsedFile } from '../format';
import { sections } from './checklist';
import { checklistItem } from '../../documents/checklistItem';
import { idAtStart, lexInline } from '../../documents/inlineTask';
import type { InlineKind, InlineToken } from '../../documents/inlineTask';
import { present } from './items';
import { planProblem } from '../problems';
import type { Report } from '../problems';
import { readOtherIds, textsOfIds } from './readOtherIds';
import { readDependency } from './readTask';
import { statusNamed } from './statuses';
import { categoryOfBox, statusOf } from '../../plan/boxStatus';

/** A line that names a task which has its own file. */
export interface TaskReference {
  readonly kind: 'reference';
  readonly id: Named;
  readonly place: Place;
  readonly mark: string;
  readonly milestone: Named;
  readonly parent?: Named;
  readonly checklist: readonly ChecklistItem[];
}

/** A line under *Tasks*, in its order. */
export type TaskLine = { readonly kind: 'task'; readonly draft: TaskDraft } | TaskReference;

/** Whether a task with a file of its own has this id, or, with `any`, had it before or has it elsewhere. */
export type HasFile = (id: string, which: 'own' | 'any') => boolean;

/**
 * Reads the checklists under *Tasks* of a milestone file. A line with an id is a task, or a reference
 * when a task of its own has the id or it links to a file; a line below one is a subtask with an id, else an entry of
 * its checklist; any other line is a task that has no id yet. An id under another prefix than the plan's makes a line
 * a reference where it stands for a task with a file.
 */
export function readInlineTasks(
  file: ParsedFile,
  milestone: Named,
  settings: PlanSettings,
  hasFile: HasFile,
  report: Report,
): readonly TaskLine[] {
  const sectionOf = sections(file.document);
  const lines: TaskLine[] = [];
  /** What a check line became, by its index: its id, and the checklist that lines below it join. */
  const owners = new Map<number, { id?: Named; checklist: ChecklistItem[] }>();
  file.document.checks.forEach((check, index) => {
    if (sectionOf(check) !== 'tasks') {
      return;
    }
    const tokens = lexInline(check.text, settings);
    const above = check.parent === undefined ? undefined : owners.get(check.parent);
    const first =
      tokens.find(({ kind }) => kind === 'id' || kind === 'reference') ?? foreignId(check.text, hasFile);
    if (!first && above) {
      above.checklist.push(checklistItem(check, file.path, 'other'));
      owners.set(index, above);
      return;
    }
    const id = first && { text: first.value, range: rangeOf(check, first) };
    const checklist: ChecklistItem[] = [];
    owners.set(index, present({ id, checklist }));
    const shared = { milestone, ...present({ parent: above?.id }), checklist };
    if (id && (first.kind === 'reference' || hasFile(id.text, 'own'))) {
      const place = { file: file.path, line: check.line };
      lines.push({ kind: 'reference', id, place, mark: check.mark, ...shared });
      return;
    }
    const draft = readLine(file.path, check, tokens, settings, shared, report);
    lines.push({ kind: 'task', draft });
    if (!id) {
      const message = { code: 'task-without-id' as const, args: [draft.item.title] as [string] };
      report(planProblem(file.path, draft.range, 'info', message));
    }
  });
  return compact(lines);
}

/** An id at the beginning of a line that only the files of tasks tell from a word. */
function foreignId(text: string, hasFile: HasFile): InlineToken | undefined {
  const value = idAtStart(text);
  const start = text.indexOf(value);
  return value !== '' && hasFile(value, 'any')
    ? { kind: 'reference', value, start, end: start + value.length }
    : undefined;
}

function readLine(
  path: string,
  check: CheckLine,
  tokens: readonly InlineToken[],
  settings: PlanSettings,
  shared: { milestone: Named; parent?: Named; checklist: readonly ChecklistItem[] },
  report: Report,
): TaskDraft {
  const all = (kind: InlineKind) => tokens.filter(token => token.kind === kind);
  const values = (kind: InlineKind) => compact(all(kind).map(({ value }) => value));
  const one = (kind: InlineKind) => tokens.find(token => token.kind === kind)?.value;
  const status = all('status')[0];
  const declared = status
    ? statusNamed(status.value, settings)
    : statusOf(categoryOfBox(check.mark), settings);
  if (status && !declared.known) {
    const message = { code: 'unknown-status' as const, args: [status.value] as [string] };
    report(planProblem(path, rangeOf(check, status), 'warning', message));
  }
  for (const token of all('invalid')) {
    const { kind, key = '', expected = '' } = token.meant ?? {};
    const range = rangeOf(check, token);
    const field = INLINE_FIELDS.find(({ name }) => name === kind);
    const problem = field?.kind.isNone?.(token.value)
      ? dateProblem(key, { text: token.value, range })
      : undefined;
    const message: Problem['message'] = { code: 'bad-value', args: [key, token.value, expected] };
    report(problem ? { ...problem, file: path } : planProblem(path, range, 'warning', message));
  }
  const labels = values('label');
  const otherIds = readLineIds(check, all('alias'), problem => report({ ...problem, file: path }));
  const { milestone, parent, checklist } = shared;
  return {
    range: { start: at(check, 0), end: at(check, check.text.trimEnd().length) },
    item: {
      kind: 'task',
      id: one('id') ?? '',
      title: values('title').join(' '),
      file: path,
      line: check.line,
      labels,
      ...present({ otherIds: textsOfIds(otherIds) }),
      dismissed: EMPTY_LIST,
      status: declared.status,
      category: declared.category,
      assignees: values('assignee'),
      needs: compact(values('needs').flatMap(readNeeds)),
      branches: values('branch'),
      handLinks: compact([
        ...values('commit').flatMap(value => parseHandLink(value) ?? []),
        ...values('not-commit').flatMap(value => parseHandLink(`!${value}`) ?? []),
      ]),
      expectsEvidence: !labels.some(label => settings.noEvidenceLabels.includes(label)),
      links: EMPTY_LIST,
      checklist,
      inline: true,
      ...valuesBy('task', ({ name, kind, inline }) => {
        const value = inline === undefined ? undefined : one(name as InlineKind);
        return value === undefined ? undefined : kind.parse(value, settings);
      }),
    },
    milestone,
    ...present({ otherIds, parent }),
    dependsOn: compact(
      all('after').flatMap(token =>
        token.value
          .split(',')
          .flatMap(
            text => readDependency({ text: text.trim(), range: rangeOf(check, token) }, settings) ?? [],
          ),
      ),
    ),
  };
}

function readLineIds(
  check: CheckLine,
  tokens: readonly InlineToken[],
  report: (problem: Problem) => void,
): readonly OtherId[] | undefined {
  const named = tokens.flatMap(token =>
    token.value.split(',').map(text => ({ text: text.trim(), range: rangeOf(check, token) })),
  );
  return named.length === 0 ? undefined : readOtherIds(new FieldReader([], report), 'task', named);
}

/** `staging` or `licence:3`; several with a comma. */
function readNeeds(value: string): { resource: string; amount: number }[] {
  return value.split(',').flatMap(part => {
    const colon = part.lastIndexOf(':');
    const amount = colon > 0 && /^\d{1,9}(?:\.\d{1,9})?$/.test(part.slice(colon + 1));
    const resource = (amount ? part.slice(0, colon) : part).trim();
    return resource === '' ? [] : [{ resource, amount: amount ? Number(part.slice(colon + 1)) : 1 }];
  });
}

function rangeOf(check: CheckLine, token: InlineToken): Range {
  return { start: at(check, token.start), end: at(check, token.end) };
}

function at(check: CheckLine, offset: number) {
  return positionAt(check.line, check.textAt + offset);
}
