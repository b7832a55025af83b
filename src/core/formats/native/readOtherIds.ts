import type { OtherId } from '../../plan/drafts';
import type { Item } from '../../plan/model';
import { EXPECTED_ID, isOtherId, LONGEST_ID, MOST_OTHER_IDS } from '../../plan/otherIds';
import type { FieldReader } from '../../documents/fields';

/** The former and foreign ids that a file gives; undefined for none. What cannot be one is reported. */
export function readOtherIds(
  fields: FieldReader,
  kind: Item['kind'],
  named: readonly OtherId[] = fields.list('aliases'),
): readonly OtherId[] | undefined {
  const beyond = named[MOST_OTHER_IDS];
  if (beyond) {
    fields.bad('alias', String(named.length), `≤ ${MOST_OTHER_IDS} aliases`, beyond.range);
  }
  const ids = named.slice(0, MOST_OTHER_IDS).filter(({ text, range }) => {
    const good = isOtherId(kind, text);
    if (!good) {
      const expected = text.length > LONGEST_ID ? `≤ ${LONGEST_ID}` : EXPECTED_ID;
      fields.bad('alias', text.slice(0, LONGEST_ID), expected, range);
    }
    return good;
  });
  return ids.length > 0 ? ids : undefined;
}

/** Former and foreign ids as the model keeps them. */
export function textsOfIds(ids: readonly OtherId[] | undefined): readonly string[] | undefined {
  return ids?.map(({ text }) => text);
}
