import type { Message } from '../core/base/message';
import type { GitMessages } from '../core/snapshot';

/** Why git could not answer, as a code with arguments. */
export type GitReason = Message<GitMessages>;

/** Why git could not answer, as data: the sentence for it is made at the edge. Being aborted is none. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';

  /** @param command the subcommand that failed, where one did */
  constructor(
    readonly reason: GitReason,
    readonly command = '',
  ) {
    super(`${reason.code} ${reason.args.join(': ')}`.trim());
  }
}

/** True for every failure of this layer; false for an abort and for programming errors. */
export function isGitFailure(value: unknown): value is GitFailure {
  return value instanceof GitFailure;
}

/** How a git process ended when it did not end well. */
export interface GitExit {
  /** The subcommand: `log`, `cat-file`, … */
  readonly command: string;
  readonly stderr: string;
  /** Undefined when a signal ended it. */
  readonly exitCode?: number;
}

const LONGEST_DETAIL = 300;

/** What git says of objects that are there and cannot be read. */
const CORRUPT = /\bcorrupt object\b|\bis corrupt\b|object file .* is empty|packfile .* cannot be accessed/;

/** What it says of those that are not there, in a repository that should have them. */
const MISSING =
  /\b(?:missing|bad) object\b|unable to read|[Cc]ould not read [0-9a-f]{40}|Failed to traverse|bad tree/;

/** True when git's words are of an object that is there, so that no other place has to be asked for it. */
export function saysCorrupt(words: string): boolean {
  return CORRUPT.test(words);
}

/** The failure that git's own words (in the C locale) and its exit code tell. */
export function failureOfExit(exit: GitExit): GitFailure {
  return new GitFailure(reasonOf(exit), exit.command);
}

/** Git answered with something that it never prints: another program, or an answer cut short. */
export function unreadableAnswer(command: string, detail: string): GitFailure {
  return new GitFailure({ code: 'git-failed', args: [command, detail] });
}

function reasonOf({ command, stderr, exitCode }: GitExit): GitReason {
  if (/dubious ownership|unsafe repository/.test(stderr)) return { code: 'git-unsafe-directory', args: [] };
  if (/not a git repository|must be run in a work tree|cannot use bare repository/i.test(stderr)) {
    return { code: 'git-not-repository', args: [] };
  }
  if (/does not have any commits yet|bad default revision/.test(stderr)) {
    return { code: 'git-unborn', args: [] };
  }
  if (CORRUPT.test(stderr) || MISSING.test(stderr)) {
    return { code: 'git-damaged', args: [withoutKind(tellingLine(stderr))] };
  }
  const ending = exitCode === undefined ? 'ended by a signal' : `exit code ${exitCode}`;
  return { code: 'git-failed', args: [command, tellingLine(stderr) || ending] };
}

function withoutKind(line: string): string {
  return line.replace(/^(?:fatal|error): /, '');
}

/** The last `fatal:` is that of the process itself; those before come from processes that it started. */
function tellingLine(stderr: string): string {
  const fatal = stderr.split('\n').findLast(line => /^(fatal|error):/.test(line));
  return (fatal ?? stderr.trimStart().split('\n')[0] ?? '').trim().slice(0, LONGEST_DETAIL);
}
