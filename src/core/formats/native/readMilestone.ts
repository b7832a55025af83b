import type { MilestoneDraft } from '../../plan/drafts';
import { MILESTONE_STATUS } from '../../plan/fields/fields';
import type { PlanSettings } from '../../plan/settings';
import type { ParsedFile } from '../format';
import type { FieldReader } from '../../documents/fields';
import { sections } from './checklist';
import { checklistItem } from '../../documents/checklistItem';
import { present, readCommon, readMilestoneId, readTitle, slugOf } from './items';
import { readOtherIds, textsOfIds } from './readOtherIds';

/** Reads a milestone file without its tasks. */
export function readMilestone(file: ParsedFile, fields: FieldReader, settings: PlanSettings): MilestoneDraft {
  const { id, range } = readMilestoneId(file, fields);
  const sectionOf = sections(file.document);
  const otherIds = readOtherIds(fields, 'milestone');
  return {
    range,
    ...present({ otherIds }),
    item: {
      kind: 'milestone',
      id,
      title: readTitle(file, fields, slugOf(file.path)),
      file: file.path,
      line: range.start.line,
      ...readCommon(fields, 'may'),
      ...present({ otherIds: textsOfIds(otherIds) }),
      status: fields.value('status', MILESTONE_STATUS, settings) ?? 'planned',
      checklist: file.document.checks.flatMap(check => {
        const list = sectionOf(check);
        return list === 'tasks' ? [] : [checklistItem(check, file.path, list)];
      }),
      ...fields.values('milestone', settings),
    },
  };
}
