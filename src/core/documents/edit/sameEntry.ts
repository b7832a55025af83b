import type { ListField } from '../../plan/fields/fields';
import { aliasedKey } from '../../plan/ids';
import type { PlanSettings } from '../../plan/settings';

/**
 * Whether a list entry of a file and a wanted value mean the same: people without case and `@`,
 * dependencies by id and lag under any prefix of the plan, anything else as written.
 */
export function sameEntry(
  field: ListField,
  settings: PlanSettings,
): (text: string, value: string) => boolean {
  const form = formOf(field, settings);
  return (text, value) => form(text) === form(value);
}

function formOf(field: ListField, settings: PlanSettings): (text: string) => string {
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
    default:
      return text => text.trim();
  }
}
