import { t } from '@vscode/l10n';

/** What only the command line says. The types follow from it. */
export const cliSentences = {
  'cli.plan': (name: string, folder: string, done: number, total: number) =>
    t('{0} ({1}): {2} of {3} tasks done', name, folder, done, total),
  'cli.problems': (count: number) =>
    count === 1
      ? t('1 problem in the plan files; milepost check lists it')
      : t('{0} problems in the plan files; milepost check lists them', count),
  'cli.no-task': () => t('no task'),
  'cli.commits': (count: number) => (count === 1 ? t('1 commit') : t('{0} commits', count)),
  'cli.plan-changes': () => t('Plan changes'),
  'cli.open-criteria': () => t('Open criteria'),
  'cli.same-files': () => t('Other active tasks on the same files'),
  'cli.no-plan': (root: string) =>
    t('There is no plan in {0}. A plan is a folder plan/ or backlog/ there.', root),
  'cli.unknown-id': (id: string) => t('No plan has an item {0}.', id),
  'cli.ambiguous-id': (id: string, places: string) => t('{0} is in several places: {1}', id, places),
  'cli.unknown-command': (command: string) => t('There is no command "{0}".', command),
  'cli.missing': (what: string) => t('Missing: {0}', what),
  'cli.unknown-field': (field: string, fields: string) =>
    t('There is no field "{0}". Fields: {1}', field, fields),
  'cli.unchanged': (id: string) => t('{0} is like that already; nothing was written.', id),
  'cli.dry-run': () => t('Nothing was written (--dry-run).'),
};

export type CliMessages = { [K in keyof typeof cliSentences]: Parameters<(typeof cliSentences)[K]> };
