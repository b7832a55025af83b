import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const REAL = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** One run of git. */
export interface GitRun {
  readonly args: readonly string[];
  readonly input: string;
}

/** A program called `git` that does what git does, and remembers what it was given. */
export class RecordedGit {
  readonly binary: string;

  private constructor(private readonly folder: string) {
    this.binary = join(folder, 'git');
  }

  /** @param folder where to put it; it is made */
  static create(folder: string): RecordedGit {
    mkdirSync(folder, { recursive: true });
    const git = new RecordedGit(folder);
    const lines = [
      '#!/bin/sh',
      `printf '%s\\0' "$@" > '${folder}'/$$.args`,
      // Only these read what they are sent; the others may never see it end.
      `case " $* " in *' --stdin '*|*' --batch '*|*' patch-id '*) tee '${folder}'/$$.input | '${REAL}' "$@";;`,
      `*) exec '${REAL}' "$@";; esac`,
    ];
    writeFileSync(git.binary, `${lines.join('\n')}\n`);
    chmodSync(git.binary, 0o755);
    return git;
  }

  /** An environment in which it is the git on PATH. */
  get env(): NodeJS.ProcessEnv {
    return { ...process.env, PATH: `${this.folder}${delimiter}${process.env.PATH}` };
  }

  /** Every run until now, in no order. */
  get runs(): readonly GitRun[] {
    return readdirSync(this.folder)
      .filter(name => name.endsWith('.args'))
      .map(name => {
        const input = join(this.folder, name.replace('args', 'input'));
        return {
          args: readFileSync(join(this.folder, name), 'utf8').split('\0').slice(0, -1),
          input: existsSync(input) ? readFileSync(input, 'utf8') : '',
        };
      });
  }
}
