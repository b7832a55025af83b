import { simpleGit } from 'simple-git';
import { failureOfExit, GitFailure } from './gitFailure';
import { SAFE_CONFIG, safeEnvironment } from './safeGit';
import { failureToStart, type GitProgram } from './spawnGit';

const ENVIRONMENT_NAMES = /^git_/i;

/**
 * The trimmed answer of a small command; empty when git had nothing to say (also when it only set an exit
 * code). Rejects with a {@link GitFailure} or the signal's reason.
 */
export async function askGit(
  program: GitProgram,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted();
  const command = args[0] ?? '';
  const started = Date.now();
  try {
    const environment = safeEnvironment(process.env);
    const git = simpleGit({
      baseDir: program.cwd,
      binary: program.binary,
      config: [...SAFE_CONFIG],
      allowEnvironment: Object.keys(environment).filter(name => ENVIRONMENT_NAMES.test(name)),
      timeout: { block: program.timeoutMs },
      ...(signal && { abort: signal }),
      // These guard against values from strangers. Ours are the fixed settings that switch hooks off, the
      // binary that the user chose, and the user's own choice of where the configuration lies.
      unsafe: {
        allowUnsafeCustomBinary: true,
        allowUnsafeFsMonitor: true,
        allowUnsafeHooksPath: true,
        allowUnsafeConfigPaths: true,
      },
    });
    const answer = await git.env(environment).raw('--no-pager', '--no-optional-locks', ...args);
    program.log?.(`git ${command}: ${Date.now() - started} ms`);
    return answer.trimEnd();
  } catch (error) {
    signal?.throwIfAborted();
    const failure = failureOf(program, command, error);
    program.log?.(`git ${command}: ${Date.now() - started} ms, ${failure}`);
    throw failure;
  }
}

function failureOf(program: GitProgram, command: string, error: unknown): GitFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('block timeout reached')) {
    return new GitFailure({ code: 'git-timeout', args: [command] });
  }
  if (/\bspawn\b|directory that does not exist/.test(message) && error instanceof Error) {
    return failureToStart(program, command, error);
  }
  return failureOfExit({ command, stderr: message });
}
