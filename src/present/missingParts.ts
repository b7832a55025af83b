import type { History } from '../core/evidence/graph/history';
import { fieldsOf } from '../core/plan/fields/valueFields';
import type { Plan } from '../core/plan/model';
import type { Text } from '../words/text';

/** What moves dates, as problems name it: fields in front matter and in a line, and settings. */
const DATES_REST_ON: ReadonlySet<string> = new Set([
  ...(['task', 'milestone', 'risk'] as const)
    .flatMap(fieldsOf)
    .flatMap(({ name, inline = name, dates }) => (dates ? [name, inline] : [])),
  ...'people capacity off workweek calendar holidays hours timezone resources default_estimate'.split(' '),
]);

/** What could not be read of a plan, so that its dates may be others: its settings, then files and entries of items. */
export function missingParts(plan: Plan): readonly Text[] {
  const { unread } = plan.settings;
  const others = plan.problems.filter(({ file }) => !unread.some(setting => setting.file === file));
  const files = new Set(others.flatMap(({ file, message }) => (message.code === 'unreadable' ? [file] : [])));
  const entries = others.filter(({ message }) => message.code.startsWith('entry-too-')).length;
  const refused = others.filter(
    ({ message }) => message.code === 'bad-value' && DATES_REST_ON.has(message.args[0]),
  );
  const more: readonly Text[] = [
    files.size > 0 ? { code: 'ui.unread-files', args: [files.size] } : '',
    entries > 0 ? { code: 'ui.unread-entries', args: [entries] } : '',
    refused.length > 0 ? { code: 'ui.refused-values', args: [refused.length] } : '',
  ];
  return [...unreadSettings(plan), ...more.filter(text => text !== '')];
}

/** The settings of a plan that could not be read, each with what that means and with the reason. */
export function unreadSettings({ settings: { unread } }: Plan): readonly Text[] {
  return unread.map(({ file, field = '', reason }) => [
    { code: 'ui.unread-setting', args: [field, file] },
    reason,
  ]);
}

/** What a clone does not have of its history. */
export function missingHistory({ shallow, withoutFiles }: History): readonly Text[] {
  const cut: readonly Text[] = shallow ? [{ code: 'history-cut', args: [] }] : [];
  return withoutFiles ? [...cut, { code: 'ui.history-without-files', args: [] }] : cut;
}
