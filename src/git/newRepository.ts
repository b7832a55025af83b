import { runGit, type GitProgram } from './spawnGit';

/** A commit of a repository that is to be made. */
export interface NewCommit {
  /** `Name <e-mail>`; author and committer are the same. */
  readonly author: string;
  /** Git's raw form: seconds since 1970 and a time zone, such as `1772600000 +0100`. */
  readonly date: string;
  readonly message: string;
  /** Places of the parents in the list of commits, the first one first. */
  readonly parents: readonly number[];
  /** New content by path with `/`; undefined deletes the file. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** A repository that is to be made. */
export interface NewRepository {
  /** Parents come before their children. */
  readonly commits: readonly NewCommit[];
  /** Places of the newest commits in `commits`, by branch. */
  readonly branches: ReadonlyMap<string, number>;
  /** The branch that is checked out. */
  readonly branch: string;
  /** Who commits in this repository, so that committing works where git knows nobody. */
  readonly user: { readonly name: string; readonly email: string };
}

/**
 * Makes a repository with commits in a folder that is new and empty, and checks out one of its branches. No hooks run,
 * and the ids of the commits do not depend on the user's settings. Rejects with a `GitFailure`, and then leaves what it
 * has made so far.
 * @param program `cwd` is the folder
 */
export async function newRepository(program: GitProgram, wanted: NewRepository): Promise<void> {
  const run = (args: readonly string[], input?: string): Promise<void> =>
    runGit(program, args, { input, onData: () => undefined });
  // An empty template brings no hooks; older versions of git do not know the setting, nor another kind of ids.
  await run(['-c', 'init.defaultObjectFormat=sha1', 'init', '--quiet', '--template=']);
  await run(['config', '--local', 'user.name', wanted.user.name]);
  await run(['config', '--local', 'user.email', wanted.user.email]);
  await run(['fast-import', '--quiet', '--date-format=raw'], importStream(wanted));
  await run(['checkout', '--quiet', wanted.branch, '--']);
}

/** What `git fast-import` reads. Until the end, all commits are on the branch that is checked out. */
function importStream({ commits, branches, branch }: NewRepository): string {
  const stream = commits.map(({ author, date, message, parents, files }, place) => {
    const changes = [...files].map(([path, text]) =>
      text === undefined ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`,
    );
    return [
      `commit refs/heads/${branch}\nmark :${place + 1}\n`,
      `author ${author} ${date}\ncommitter ${author} ${date}\n`,
      data(message),
      ...parents.map((parent, i) => `${i === 0 ? 'from' : 'merge'} :${parent + 1}\n`),
      ...changes,
      '\n',
    ].join('');
  });
  const tips = [...branches].map(([name, place]) => `reset refs/heads/${name}\nfrom :${place + 1}\n\n`);
  return [...stream, ...tips].join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
