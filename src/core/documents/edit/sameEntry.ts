import type { ListField } from '../../plan/fields/fields';
import { aliasedKey, idKey } from '../../plan/ids';
import type { PlanSettings } from '../../plan/settings';

/** Whether a list entry of a file and a wanted value mean the same: whether they have one form. */
export function sameEntry(
  field: ListField,
  settings: PlanSettings,
): (text: string, value: string) => boolean {
  const form = entryForm(field, settings);
  return (text, value) => form(text) === form(value);
}

/**
 * The form in which entries of a list are compared: people without case and `@`, dependencies by id and lag under any
 * prefix of the plan, former and foreign ids as ids are, anything else as written.
 */
export function entryForm(field: ListField, settings: PlanSettings): (text: string) => string {
  switch (field) {
    case 'assignees':
      return text => text.trim().replace(/^@/, '').toLowerCase();
    case 'labels':
      return text => text.trim().replace(/^#/, '');
    case 'dependsOn': {
      const aliases = new Set(settings.aliases);
      return text => {
        const [id = '', lag = ''] = text.split('+');
        return `${aliasedKey(id.trim(), settings.prefix, aliases)}+${lag.trim().toLowerCase()}`;
      };
    }
    case 'otherIds':
      return idKey;
    default:
      return text => text.trim();
  }
}
