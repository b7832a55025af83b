import { askGit } from './askGit';
import { SAFE_DIFF_FLAGS } from './safeGit';
import { collectGit, type GitProgram } from './spawnGit';

const MOST_BYTES = 64 * 1024 * 1024;

/** `id: APP-7` and `- [ ] APP-7`, roughly: whoever reads the lines looks closer. */
const ID_LINE = '^[[:space:]]*(id:|[-*+0-9.)]+[[:space:]]+\\[).*-[[:alnum:]]';

const GREP = 'grep -h -I --no-color --no-line-number --no-column --no-textconv --no-recurse-submodules'.split(
  ' ',
);

/**
 * Lines of a folder's files that may give an id to an item. Of other refs only what their commits add to HEAD is
 * read, so that many branches cost little; merges are left out, since they add nothing of their own.
 */
export async function readIdLines(
  program: GitProgram,
  top: string,
  options: { readonly folder: string; readonly head: string | undefined; readonly signal?: AbortSignal },
): Promise<string> {
  const { folder, head, signal } = options;
  const collect = async (cwd: string, args: readonly string[]): Promise<string> => {
    const files = ['--', `:(top,literal)${folder}`];
    const output = await collectGit({ ...program, cwd }, [...args, ...files], {
      signal,
      mostBytes: MOST_BYTES,
    });
    return output.toString();
  };
  // Git grep also fails where nothing is found, and where a working tree has been deleted.
  const grep = (cwd: string, ...args: string[]): Promise<string> =>
    collect(cwd, [...GREP, ...args]).catch(() => '');
  const log = ['log', '--all', ...(head === undefined ? [] : [`^${head}`]), '--format=', '--patch'];
  const lines = [await collect(program.cwd, [...log, '--unified=0', '--no-merges', ...SAFE_DIFF_FLAGS])];
  if (head !== undefined) {
    lines.push(await grep(program.cwd, '-E', '-e', ID_LINE, head));
  }
  for (const tree of await otherTrees(program, top, signal)) {
    lines.push(await grep(tree, '--untracked', '-E', '-e', ID_LINE));
  }
  return lines.join('\n');
}

async function otherTrees(program: GitProgram, top: string, signal?: AbortSignal): Promise<string[]> {
  const answer = await askGit(program, ['worktree', 'list', '--porcelain'], signal);
  return [...answer.matchAll(/^worktree (.+)$/gm)].map(([, path = '']) => path).filter(path => path !== top);
}
