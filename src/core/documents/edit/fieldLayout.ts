import type { Message } from '../../base/message';
import type { RefusalMessages } from '../../plan/change';
import { plainKey } from '../plainKey';
import { findField } from './fieldText';
import type { FieldText } from './fieldText';

/**
 * Why a field of this front matter cannot be set, if so. Edits work on whole lines, so every field has to
 * begin a line of its own, at its first column: not `{id: APP-1, status: Done}`, not indented. A field that
 * stands twice has two values, one over several lines that YAML cannot read may have swallowed others, and of one
 * that is too long nothing is known.
 */
export function layoutRefusal(file: FieldText, key: string): Message<RefusalMessages> | undefined {
  const { fields } = file.document;
  const wanted = plainKey(key);
  const own = findField(file.document, key);
  const isLong = own?.unread && own.range.end.line > own.range.start.line;
  if (
    isLong ||
    (own?.unread && own.unread.code !== 'yaml') ||
    fields.some(({ range }) => range.start.character > 0)
  ) {
    return { code: 'front-matter-layout', args: [] };
  }
  return fields.filter(field => plainKey(field.key) === wanted).length > 1
    ? { code: 'field-stands-twice', args: [key] }
    : undefined;
}
