import { fieldsOf } from '../../plan/fields/valueFields';
import type { FormatId } from '../../plan/model';
import type { EditResult, RefusalMessages } from '../../plan/change';
import type { Message } from '../../base/message';

/** An edit that is not made, and why. */
export function refuse(refusal: Message<RefusalMessages>): EditResult {
  return { ok: false, refusal };
}

/**
 * Refuses to set a field of a task that files of another tool cannot hold, and says whether an overlay can.
 * @param field as changes name it
 * @param name of the format, as a reader knows it
 */
export function refuseField(field: string, name: string, format: FormatId): EditResult {
  const found = fieldsOf('task').find(one => (one.list ?? one.name) === field);
  return refuse(
    found?.overlay
      ? { code: 'field-in-overlay', args: [found.name, name, format] }
      : { code: 'field-unsupported', args: [field, name] },
  );
}
