import { isFindingCode } from '../../plan/findingCodes';
import type { Dismissal } from '../../plan/dismissal';
import type { Value } from '../../documents/document';
import type { FieldReader } from '../../documents/fields';

/**
 * Reads `dismissed:`: entries `{finding, reason}`, or only the name of a finding. One without a reason counts, and is
 * reported; one of no known finding is reported, since it dismisses nothing.
 * @param items whether an entry names the item that it is about (`item: APP-4`): in the file of a task or risk it
 *   cannot, in that of a milestone it may, and in project.md it must
 */
export function readDismissals(fields: FieldReader, items: 'cannot' | 'may' | 'must'): Dismissal[] {
  return fields.items('dismissed').flatMap(value => readDismissal(value, fields, items));
}

/** Reads one entry; none where it cannot be read. */
export function readDismissal(
  value: Value,
  fields: FieldReader,
  items: Parameters<typeof readDismissals>[1],
): Dismissal[] {
  if (value.kind === 'scalar' && value.text === '') {
    return [];
  }
  const entry = fields.entry(value);
  const finding = value.kind === 'scalar' ? value.text : entry.text('finding');
  const item = entry.named('item');
  if (finding === undefined || (item ? items === 'cannot' : items === 'must')) {
    const expected = items === 'cannot' ? '{finding, reason}' : '{item, finding, reason}';
    fields.bad('dismissed', item?.text ?? finding ?? '', expected, item?.range ?? value.range);
    return [];
  }
  const reason = entry.text('reason') ?? '';
  const { range } = entry.field('finding')?.value ?? value;
  if (!isFindingCode(finding)) {
    fields.report({ severity: 'warning', range, message: { code: 'unknown-finding', args: [finding] } });
  } else if (reason === '') {
    fields.report({
      severity: 'info',
      range,
      message: { code: 'dismissed-without-reason', args: [finding] },
    });
  }
  return [{ finding, reason, ...(item && { item }) }];
}
