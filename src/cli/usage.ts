import * as l10n from '@vscode/l10n';

/** What `milepost help` prints. */
export const USAGE = l10n.t(`milepost: the plan in this repository, held against its git history

  milepost status [--json] [--ref REF]         progress, open tasks, findings
  milepost links [--json]                      commits and the tasks they belong to, and why
  milepost branches [--json]                   branches of tasks, and whether they were merged
  milepost check [--strict]                    problems in the plan files; exit code 1 on errors
  milepost review [BASE..HEAD] [--json]        what a branch means for the plan
  milepost schedule [--json]                   dates, floats and the longest path of open work
  milepost forecast [--backtest] [--json]      when milestones are done, and how likely
  milepost baseline REF|DATE [--json]          what became of the plan since then
  milepost set ID FIELD=VALUE…                 change fields of an item (empty value: remove)
  milepost link ID COMMIT…                     link commits to a task
  milepost unlink ID COMMIT…                   say that commits do not belong to a task
  milepost relink [ID…]                        update links to commits that were rewritten

  --root DIR           where the plan is (this folder)
  --today YYYY-MM-DD   another day instead of today
  --dry-run            show what set, link, unlink and relink would write
  --version, --help

Exit codes: 0 done, 1 check found errors, 2 could not run.`);
