import type { FormatId } from '../../plan/model';
import type { EditResult, RefusalMessages } from '../../plan/change';
import type { Message } from '../../base/message';

/** An edit that is not made, and why. */
export function refuse(refusal: Message<RefusalMessages>): EditResult {
  return { ok: false, refusal };
}

/** What an overlay holds of a task; see `readOverlay`. */
const OVERLAY = (
  'assignees otherIds priority estimate remaining spent start due blocked until dependsOn branches ' +
  'commits'
).split(' ');
const SPELLED: Readonly<Record<string, string>> = {
  assignees: 'assignee',
  dependsOn: 'depends_on',
  branches: 'branch',
  otherIds: 'aliases',
};

/**
 * A field of a task that files of another tool are not given.
 * @param name of the format, as a reader knows it
 */
export function refuseField(field: string, name: string, format: FormatId): EditResult {
  return refuse(
    OVERLAY.includes(field)
      ? { code: 'field-in-overlay', args: [SPELLED[field] ?? field, name, format] }
      : { code: 'field-unsupported', args: [field, name] },
  );
}
