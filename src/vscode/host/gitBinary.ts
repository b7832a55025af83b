import { gitExtension } from './gitExtension';

/** The git that VS Code's own extension found, else the one on PATH. */
export function gitBinary(): string {
  return gitExtension()?.git.path ?? 'git';
}
