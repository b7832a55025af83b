import { expectedDependency, parseDependency, withoutLag } from '../../plan/dependency';
import { parseHandLink } from '../../plan/handLink';
import type { HandLink, Need } from '../../plan/model';
import type { DependencyDraft } from '../../plan/drafts';
import type { TaskDraft } from '../../plan/drafts';
import type { Named } from '../../plan/drafts';
import type { PlanSettings } from '../../plan/settings';
import type { ParsedFile } from '../format';
import type { Value } from '../../documents/document';
import type { FieldReader } from '../../documents/fields';
import { sections } from './checklist';
import { checklistItem } from '../../documents/checklistItem';
import { present, readCommon, readId, readTitle } from './items';
import { planProblem } from '../problems';
import { readOtherIds, textsOfIds } from './readOtherIds';
import type { Report } from '../problems';
import { statusNamed, withBlocked } from './statuses';
import { statusOf } from '../../plan/boxStatus';

/** Reads a task file. */
export function readTask(
  file: ParsedFile,
  fields: FieldReader,
  settings: PlanSettings,
  report: Report,
): TaskDraft {
  const { id, range } = readId(file, fields, report);
  const named = fields.named('status');
  const declared = named ? statusNamed(named.text, settings) : statusOf('open', settings);
  if (named && !declared.known) {
    report(planProblem(file.path, named.range, 'warning', { code: 'unknown-status', args: [named.text] }));
  }
  const blocked = fields.text('blocked');
  const common = readCommon(fields);
  const sectionOf = sections(file.document);
  const otherIds = readOtherIds(fields, 'task');
  return {
    range,
    item: {
      kind: 'task',
      id,
      title: readTitle(file, fields, id),
      file: file.path,
      line: range.start.line,
      ...common,
      ...present({ otherIds: textsOfIds(otherIds) }),
      status: declared.status,
      category: withBlocked(declared.category, blocked),
      assignees: fields.texts('assignee'),
      needs: readNeeds(fields),
      branches: fields.texts('branch'),
      handLinks: fields.list('commits').flatMap(entry => readHandLink(entry, fields)),
      expectsEvidence:
        fields.oneOf('evidence', ['none']) === undefined &&
        !common.labels.some(label => settings.noEvidenceLabels.includes(label)),
      links: fields.texts('links'),
      checklist: file.document.checks.map(check => {
        const list = sectionOf(check);
        return checklistItem(check, file.path, list === 'tasks' ? 'other' : list);
      }),
      inline: false,
      ...fields.values('task', settings),
    },
    ...present({ otherIds, milestone: fields.named('milestone'), parent: fields.named('parent') }),
    dependsOn: readDependencies(fields, settings),
  };
}

/** What `depends_on` names. One whose lag cannot be read holds without it. */
export function readDependencies(fields: FieldReader, settings: PlanSettings): DependencyDraft[] {
  return fields.list('depends_on').flatMap(entry => {
    if (!parseDependency(entry.text)) {
      fields.bad('depends_on', entry.text, expectedDependency(entry.text, 'APP-4 + 2d'), entry.range);
    }
    return readDependency(entry, settings) ?? [];
  });
}

/** A dependency with its place, without a lag that is no working time; undefined where it names nothing. */
export function readDependency(named: Named, settings: PlanSettings): DependencyDraft | undefined {
  const { hours, workweek } = settings;
  const parsed =
    parseDependency(named.text, hours, workweek.length) ?? parseDependency(withoutLag(named.text));
  return parsed && { ...named, ...parsed };
}

/** A hand-made link, or none and a problem. */
export function readHandLink(entry: Named, fields: FieldReader): HandLink[] {
  const link = parseHandLink(entry.text);
  if (!link) {
    fields.bad('commits', entry.text, '[!]hash [YYYY-MM-DD subject]', entry.range);
  }
  return link ? [link] : [];
}

/** A resource, a list of them, or amounts: `{licence: 3}`. */
export function readNeeds(fields: FieldReader): Need[] {
  return fields.items('needs').flatMap((value: Value): Need[] => {
    if (value.kind === 'map') {
      return value.fields.flatMap(({ key, value: amount }) => {
        const number = amount.kind === 'scalar' && /^\d{1,9}(?:\.\d{1,9})?$/.test(amount.text);
        if (!number) {
          fields.bad('needs', key, '{resource: 1}', amount.range);
        }
        return number ? [{ resource: key, amount: Number(amount.text) }] : [];
      });
    }
    return value.kind === 'scalar' && value.text !== '' ? [{ resource: value.text, amount: 1 }] : [];
  });
}
