import type { Plan } from '../core/plan/model';
import type { Text } from '../shared/text';

/** What could not be read of a plan, so that its dates may be others: its settings, then files and entries of items. */
export function missingParts(plan: Plan): readonly Text[] {
  const { unread } = plan.settings;
  const others = plan.problems.filter(({ file }) => !unread.some(setting => setting.file === file));
  const files = new Set(others.flatMap(({ file, message }) => (message.code === 'unreadable' ? [file] : [])));
  const entries = others.filter(({ message }) => message.code.startsWith('entry-too-')).length;
  const more: readonly Text[] = [
    files.size > 0 ? { code: 'ui.unread-files', args: [files.size] } : '',
    entries > 0 ? { code: 'ui.unread-entries', args: [entries] } : '',
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
