import type { MilestoneDraft } from '../../plan/drafts';
import type { ParsedFile } from '../format';
import type { FieldReader } from '../../documents/fields';
import { checklistItem, sections } from './checklist';
import { present, readCommon, readMilestoneId, readTitle, slugOf } from './items';

/** Reads a milestone file without its tasks. */
export function readMilestone(file: ParsedFile, fields: FieldReader): MilestoneDraft {
  const { id, range } = readMilestoneId(file, fields);
  const sectionOf = sections(file.document);
  return {
    range,
    item: {
      kind: 'milestone',
      id,
      title: readTitle(file, fields, slugOf(file.path)),
      file: file.path,
      line: range.start.line,
      ...readCommon(fields, 'may'),
      status: fields.oneOf('status', ['planned', 'active', 'done', 'dropped']) ?? 'planned',
      checklist: file.document.checks.flatMap(check => {
        const list = sectionOf(check);
        return list === 'tasks' ? [] : [checklistItem(check, file.path, list)];
      }),
      ...present({
        start: fields.date('start'),
        due: fields.date('due'),
        owner: fields.text('owner'),
        health: fields.text('health'),
        healthNote: fields.text('health_note'),
        healthDate: fields.date('health_date'),
      }),
    },
  };
}
