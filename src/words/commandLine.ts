import * as l10n from '@vscode/l10n';
import type { ScopeTask } from '../core/insight/baseline/scope';
import type { RiskMovement } from '../core/insight/risks/register';
import { fileReason } from './fileReasons';

/** Sentences that only the command line uses. Their types derive from it. */
export const cliSentences = {
  'cli.plan': (name: string, folder: string, done: number, total: number) =>
    total === 1
      ? l10n.t('{0} ({1}): {2} of 1 task done', name, folder, done)
      : l10n.t('{0} ({1}): {2} of {3} tasks done', name, folder, done, total),
  'cli.problems': (count: number) =>
    count === 1
      ? l10n.t('1 problem in the plan files; milepost check lists it')
      : l10n.t('{0} problems in the plan files; milepost check lists them', count),
  'cli.no-task': () => l10n.t('no task'),
  'cli.commits': (count: number) => (count === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', count)),
  'cli.plan-changes': () => l10n.t('Plan changes'),
  'cli.effect': () => l10n.t('Effect on dates and risks'),
  'cli.open-criteria': () => l10n.t('Open criteria'),
  'cli.same-files': () => l10n.t('Other active tasks on the same files'),
  'cli.no-links': (why: 'no-commits' | 'no-tasks' | 'no-ids' | 'none-named') => {
    switch (why) {
      case 'no-commits':
        return l10n.t('No links: there are no commits yet.');
      case 'no-tasks':
        return l10n.t('No links: the plan has no tasks yet.');
      case 'no-ids':
        return l10n.t('No links: commits name tasks by their ids, and no task has one. Give tasks ids.');
      case 'none-named':
        return l10n.t(
          'No links: no commit names a task. Write its id in the message, or run: milepost link ID COMMIT',
        );
    }
  },
  'cli.no-branches': () =>
    l10n.t('No branch belongs to a task. Put the id of its task into a branch name, as in feature/APP-1'),
  'cli.lost-links': () => l10n.t('Links made by hand to rewritten or missing commits'),
  'cli.is-now': (hash: string) => l10n.t('now {0}', hash),
  'cli.link-moved': (hash: string, now: string) =>
    l10n.t(
      'The linked commit {0} was rewritten and is now {1}; milepost relink updates the link.',
      hash,
      now,
    ),
  'cli.no-relink': () => l10n.t('All commit links are up to date; nothing was written.'),
  'cli.merged-as': (hash: string, more: number) =>
    more === 0 ? l10n.t('merged as {0}', hash) : l10n.t('merged as {0} and {1} more', hash, more),
  'cli.no-plan': (root: string) =>
    l10n.t(
      'There is no plan in {0}. Create plan/, backlog/, specs/, openspec/ or .planning/ there, or name the plan in the setting milepost.plans.',
      root,
    ),
  'cli.settings-invalid': (path: string) =>
    l10n.t(
      '{0} is not valid JSON, so Milepost cannot see which plans it names. Open it in VS Code, which marks the error.',
      path,
    ),
  'cli.unknown-command': (command: string, nearest: string) =>
    nearest === ''
      ? l10n.t('There is no command "{0}". "milepost help" lists all commands.', command)
      : l10n.t(
          'There is no command "{0}". Did you mean "{1}"? "milepost help" lists all commands.',
          command,
          nearest,
        ),
  'cli.unknown-export': (what: string, names: string) =>
    l10n.t('There is no export "{0}". Exports: {1}', what, names),
  'cli.missing-export': (names: string) => l10n.t('Missing: WHAT. Exports: {0}', names),
  'cli.nothing-to-export': (what: string) => l10n.t('There is no data for the export "{0}" yet.', what),
  'cli.surplus': (command: string, argument: string) => l10n.t('{0} does not take {1}.', command, argument),
  'cli.move-where': () => l10n.t('Say where to: one of --to MILESTONE, --after ID and --under ID.'),
  'cli.no-folder': (root: string) => l10n.t('There is no folder {0}.', root),
  'cli.missing': (what: string) => l10n.t('Missing: {0}', what),
  'cli.unknown-field': (field: string, fields: string) =>
    l10n.t('There is no field "{0}". Fields: {1}', field, fields),
  'cli.rights-changed': (file: string) =>
    l10n.t(
      '{0} was written, but its owner, group or permissions could not be restored. Its former owner can set them again.',
      file,
    ),
  'cli.not-synced': (file: string, reason: string) =>
    l10n.t(
      '{0} was written, but a power cut may bring back the old text: {1}. Check the disk.',
      file,
      fileReason(reason),
    ),
  'cli.leftover': () => l10n.t('An interrupted or older Milepost left this file behind. Delete it.'),
  'cli.kept-draft': () =>
    l10n.t(
      'Milepost was killed while it wrote a file in this folder, and this is the complete new text. If that file is incomplete, copy this one over it. Then delete this one.',
    ),
  'cli.unchanged': (id: string) => l10n.t('{0} needs no change; nothing was written.', id),
  'cli.finish': (limited: string, critical: string) =>
    l10n.t(
      "With your team's availability, all open work ends on {0}; without limits, on {1}",
      limited,
      critical,
    ),
  'cli.no-finish': (tasks: number, critical: string) =>
    tasks === 1
      ? l10n.t(
          '1 task (marked -) cannot be scheduled: somebody or something it needs is never available. Without limits, all open work ends on {0}',
          critical,
        )
      : l10n.t(
          '{0} tasks (marked -) cannot be scheduled: somebody or something they need is never available. Without limits, all open work ends on {1}',
          tasks,
          critical,
        ),
  'cli.critical-path': (path: string) => l10n.t('Critical path: {0}', path),
  'cli.assumed': (percent: number, days: number) =>
    days === 1
      ? l10n.t('{0}% of the open tasks have no estimate and count as 1 day (marked ?)', percent)
      : l10n.t('{0}% of the open tasks have no estimate and count as {1} days (marked ?)', percent, days),
  'cli.no-people': () =>
    l10n.t('No people in project.md: unassigned tasks are scheduled as if somebody were always free'),
  'cli.cycle': (ids: string) => l10n.t('No dates, because these tasks depend on each other: {0}', ids),
  'cli.start': () => l10n.t('start'),
  'cli.left': () => l10n.t('left'),
  'cli.left-from': () => l10n.t('from'),
  'cli.critical': () => l10n.t('critical'),
  'cli.due-float': () => l10n.t('to spare'),
  'cli.title': () => l10n.t('title'),
  'cli.end': () => l10n.t('finish'),
  'cli.milestone': () => l10n.t('milestone'),
  'cli.open': () => l10n.t('open'),
  'cli.due': () => l10n.t('due'),
  'cli.steady': () => l10n.t('P85, fixed scope'),
  'cli.without-milestone': () => l10n.t('without a milestone'),
  'cli.all-open': () => l10n.t('all open tasks'),
  'cli.backtest': (trials: number, independent: number, p50: number, p85: number) =>
    l10n.t(
      'Backtest: past forecasts by throughput: {0} ({1} independent); {2}% kept their P50, {3}% their P85',
      trials,
      independent,
      p50,
      p85,
    ),
  'cli.no-trials': () => l10n.t('Backtest: no past forecast is old enough to check'),
  'cli.since': (plan: string, folder: string, from: string, to: string) =>
    l10n.t('{0} ({1}): {2} → {3}', plan, folder, from, to),
  'cli.finish-moved': (dates: string) => l10n.t('All open work ends: {0}', dates),
  'cli.days': (days: string) => l10n.t('{0} d', days),
  'cli.milestones': () => l10n.t('Milestones'),
  'cli.changed': (title: string, change: 'added' | 'removed') =>
    change === 'added' ? l10n.t('{0} (new)', title) : l10n.t('{0} (removed)', title),
  'cli.done': () => l10n.t('done'),
  'cli.health': () => l10n.t('health'),
  'cli.status': () => l10n.t('status'),
  'cli.scope': () => l10n.t('Scope'),
  'cli.scope-added': (tasks: number, effort: string) =>
    tasks === 1 ? l10n.t('1 task added: {0}', effort) : l10n.t('{0} tasks added: {1}', tasks, effort),
  'cli.scope-removed': (tasks: number, effort: string) =>
    tasks === 1 ? l10n.t('1 task removed: {0}', effort) : l10n.t('{0} tasks removed: {1}', tasks, effort),
  'cli.scope-estimates': (tasks: number, effort: string) =>
    tasks === 1
      ? l10n.t('1 estimate changed: {0}', effort)
      : l10n.t('{0} estimates changed: {1}', tasks, effort),
  'cli.scope-task': (title: string, why: ScopeTask['why']) => {
    switch (why) {
      case 'new':
        return title;
      case 'reopened':
        return l10n.t('{0} (was dropped)', title);
      case 'alone':
        return l10n.t('{0} (its subtasks are gone)', title);
      case 'gone':
        return l10n.t('{0} (deleted)', title);
      case 'dropped':
        return l10n.t('{0} (dropped)', title);
      case 'split':
        return l10n.t('{0} (split into subtasks)', title);
    }
  },
  'cli.unestimated': (tasks: number) => l10n.t('{0} without an estimate', tasks),
  'cli.tasks-moved': () => l10n.t('Tasks'),
  'cli.rescheduled': (tasks: number) =>
    tasks === 1
      ? l10n.t('1 other task only has a new scheduled finish')
      : l10n.t('{0} other tasks only have a new scheduled finish', tasks),
  'cli.risks-moved': () => l10n.t('Risks'),
  'cli.risk-kind': (kind: RiskMovement['kind']) => {
    switch (kind) {
      case 'new':
        return l10n.t('new');
      case 'up':
        return l10n.t('up');
      case 'down':
        return l10n.t('down');
      case 'open':
        return l10n.t('open');
      case 'occurred':
        return l10n.t('occurred');
      case 'settled':
        return l10n.t('settled');
    }
  },
  'cli.partly-staged': (path: string) => l10n.t('{0} is partly staged; the whole file is committed.', path),
  'cli.started': (id: string, branch: string) => l10n.t('{0} is started on the branch {1}.', id, branch),
  'cli.would-start': (id: string, branch: string) =>
    l10n.t('{0} would be started on the branch {1}.', id, branch),
  'cli.finished': (id: string) => l10n.t('{0} is done.', id),
  'cli.would-finish': (id: string) => l10n.t('{0} would be done.', id),
  'cli.still-open': (text: string) => l10n.t('still open: {0}', text),
  'cli.compare-page': (url: string) => l10n.t('Once the branch is pushed, compare it here: {0}', url),
  'cli.dry-run': () => l10n.t('Nothing was written (--dry-run).'),
};

/** The codes of these sentences, with their arguments. */
export type CliMessages = { [K in keyof typeof cliSentences]: Parameters<(typeof cliSentences)[K]> };
