import * as l10n from '@vscode/l10n';

/** Why a plan has no dates, and what would give it some. */
export const noDatesSentences = {
  'no-dates.estimates': (estimated: number, open: number) =>
    estimated === 0
      ? open === 1
        ? l10n.t('No dates: the open task has no estimate')
        : l10n.t('No dates: none of the {0} open tasks has an estimate', open)
      : l10n.t('No dates: too few open tasks have an estimate ({0} of {1})', estimated, open),
  'no-dates.links': () =>
    l10n.t(
      'No dates: the plan names no people and no dependencies. Assign tasks, list people in project.md, or say which task depends on which',
    ),
  'no-dates.ask': (name: string, dependents: number) =>
    dependents === 0
      ? l10n.t('Estimate {0}', name)
      : dependents === 1
        ? l10n.t('Estimate {0}: 1 task depends on it', name)
        : l10n.t('Estimate {0}: {1} tasks depend on it', name, dependents),
  /** @param folder that of the overlay; '' where there is none yet */
  'no-dates.overlay': (folder: string) =>
    folder === ''
      ? l10n.t('Estimates are written in an overlay of this plan: see "Other formats" in the documentation')
      : l10n.t('Estimates are written under tasks: in {0}/project.md', folder),
};
