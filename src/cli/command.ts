/** What options a command may take. */
export const OPTIONS = {
  root: { type: 'string', default: '.' },
  today: { type: 'string' },
  ref: { type: 'string' },
  as: { type: 'string' },
  out: { type: 'string' },
  since: { type: 'string' },
  for: { type: 'string' },
  kind: { type: 'string' },
  plan: { type: 'string' },
  milestone: { type: 'string' },
  due: { type: 'string' },
  probability: { type: 'string' },
  impact: { type: 'string' },
  to: { type: 'string' },
  after: { type: 'string' },
  under: { type: 'string' },
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  backtest: { type: 'boolean', default: false },
  tick: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'new-branch': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof OPTIONS;

/** What a command was called with. */
export interface Invocation {
  readonly root: string;
  readonly today?: string | undefined;
  readonly ref?: string | undefined;
  readonly as?: string | undefined;
  readonly out?: string | undefined;
  readonly since?: string | undefined;
  readonly for?: string | undefined;
  readonly kind?: string | undefined;
  readonly plan?: string | undefined;
  readonly milestone?: string | undefined;
  readonly due?: string | undefined;
  readonly probability?: string | undefined;
  readonly impact?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly under?: string | undefined;
  readonly json: boolean;
  readonly strict: boolean;
  readonly backtest: boolean;
  readonly tick: boolean;
  readonly dryRun: boolean;
  readonly newBranch: boolean;
  /** As many as the command takes. */
  readonly args: readonly string[];
}

/** Lines for standard output and the exit code: 0 done, 1 `check` found errors. */
export interface Result {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** One command of the command line. Parsing, `--help` and the list in the documentation follow from it. */
export interface CliCommand {
  readonly name: string;
  /** Its arguments: `ID` is needed, `[ID]` may be left out, and `…` stands behind the last where there may be more. */
  readonly arguments: readonly string[];
  /** Whether it says itself which argument is missing, since it knows what that can be. */
  readonly saysMissing?: true;
  /** Options that it takes beside `--root` and `--today`. */
  readonly options: readonly OptionName[];
  /** What it does, in a few words. */
  readonly help: () => string;
  /** @throws Failure when it could not run (exit code 2) */
  run(invocation: Invocation): Promise<Result>;
}

/** A command that went well. */
export function done(lines: readonly string[]): Result {
  return { lines, exitCode: 0 };
}
