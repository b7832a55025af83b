import * as l10n from '@vscode/l10n';

/** What only the command line says. The types follow from it. */
export const cliSentences = {
  'cli.plan': (name: string, folder: string, done: number, total: number) =>
    l10n.t('{0} ({1}): {2} of {3} tasks done', name, folder, done, total),
  'cli.problems': (count: number) =>
    count === 1
      ? l10n.t('1 problem in the plan files; milepost check lists it')
      : l10n.t('{0} problems in the plan files; milepost check lists them', count),
  'cli.no-task': () => l10n.t('no task'),
  'cli.commits': (count: number) => (count === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', count)),
  'cli.plan-changes': () => l10n.t('Plan changes'),
  'cli.open-criteria': () => l10n.t('Open criteria'),
  'cli.same-files': () => l10n.t('Other active tasks on the same files'),
  'cli.no-plan': (root: string) =>
    l10n.t('There is no plan in {0}. A plan is a folder plan/ or backlog/ there.', root),
  'cli.unknown-id': (id: string) => l10n.t('No plan has an item {0}.', id),
  'cli.ambiguous-id': (id: string, places: string) => l10n.t('{0} is in several places: {1}', id, places),
  'cli.unknown-command': (command: string) => l10n.t('There is no command "{0}".', command),
  'cli.missing': (what: string) => l10n.t('Missing: {0}', what),
  'cli.unknown-field': (field: string, fields: string) =>
    l10n.t('There is no field "{0}". Fields: {1}', field, fields),
  'cli.unchanged': (id: string) => l10n.t('{0} is like that already; nothing was written.', id),
  'cli.dry-run': () => l10n.t('Nothing was written (--dry-run).'),
};

export type CliMessages = { [K in keyof typeof cliSentences]: Parameters<(typeof cliSentences)[K]> };
