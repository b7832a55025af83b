import * as l10n from '@vscode/l10n';
import type { CliCommand, OptionName } from './command';
import { CLI_COMMANDS } from './commands';

/** Columns of what commands and options do. */
const COMMAND_HELP = 55;
const OPTION_HELP = 23;

/** What `milepost help` prints. */
export function usage(): readonly string[] {
  const options = [
    ['--root DIR', l10n.t('where the plan is (this folder)')],
    ['--today YYYY-MM-DD', l10n.t('another day instead of today')],
    ['--dry-run', l10n.t('show what would be written, and write nothing')],
  ] as const;
  return [
    l10n.t('milepost: the plan in this repository, compared with its git history'),
    '',
    ...CLI_COMMANDS.flatMap(helpLines),
    '',
    ...options.map(([option, help]) => `  ${option}`.padEnd(OPTION_HELP) + help),
    '  --version, --help',
    '',
    l10n.t('Exit codes: 0 done, 1 check found errors, 2 could not run.'),
  ];
}

/** What a long command does stands below it. */
function helpLines(command: CliCommand): readonly string[] {
  const line = `  ${signature(command)}`;
  return line.length < COMMAND_HELP
    ? [line.padEnd(COMMAND_HELP) + command.help()]
    : [line, ' '.repeat(COMMAND_HELP) + command.help()];
}

/** A command with its arguments and options: `milepost review [BASE..HEAD] [--json]`. */
export function signature({ name, arguments: args, options }: CliCommand): string {
  return ['milepost', name, ...args, ...options.map(optionText)].join(' ');
}

/** What follows the options that take a value. */
const VALUES: { readonly [name in OptionName]?: string } = {
  ref: ' REF',
  as: ' FORMAT',
  out: ' FILE|-',
  since: ' REF|DATE',
  for: ' AUDIENCE',
  kind: ' KIND',
  plan: ' PLAN',
  milestone: ' ID',
  due: ' YYYY-MM-DD',
  probability: ' 1-5',
  impact: ' 1-5',
  to: ' MILESTONE|none',
  after: ' ID',
  under: ' ID',
};

function optionText(name: OptionName): string {
  return `[--${name}${VALUES[name] ?? ''}]`;
}
