import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const REAL = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** A program called `git` that does something else than git for one command, and for all others what git does. */
export class StandInGit {
  readonly binary: string;

  private constructor(private readonly folder: string) {
    this.binary = join(folder, 'git');
  }

  /**
   * @param folder where to put it; it is made
   * @param command `log`, `cat-file`, …
   * @param deed a line of shell; `real "$@"` is git
   */
  static create(folder: string, command: string, deed: string): StandInGit {
    mkdirSync(folder, { recursive: true });
    const git = new StandInGit(folder);
    const lines = [
      '#!/bin/sh',
      `real() { '${REAL}' "$@"; }`,
      'for word; do case "$word" in rev-parse|for-each-ref|log|cat-file) command=$word; break;; esac; done',
      `if [ "$command" = ${command} ]; then`,
      deed,
      `else exec '${REAL}' "$@"; fi`,
    ];
    writeFileSync(git.binary, `${lines.join('\n')}\n`);
    chmodSync(git.binary, 0o755);
    return git;
  }

  /** An environment in which it is the git on PATH. */
  get env(): NodeJS.ProcessEnv {
    return { ...process.env, PATH: `${this.folder}${delimiter}${process.env.PATH}` };
  }
}
