import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Where programs are searched. */
export interface ProgramSearch {
  /** The variable PATH; undefined where it is not set. */
  readonly path: string | undefined;
  /** The variable PATHEXT of Windows. */
  readonly pathExt?: string;
  readonly platform: NodeJS.Platform;
}

/** What Windows can run without a shell. A `.cmd` or `.bat` needs one, which would obey what stands in arguments. */
const STARTABLE = /^\.(?:com|exe)$/i;

/** `C:\` or `\\server\`; `\bin` is on the drive of the working directory, and `C:bin` in its working directory. */
const WINDOWS_ABSOLUTE = /^(?:[a-z]:|[\\/])[\\/]/i;

/**
 * Absolute paths at which git may be, in the order of PATH. Left to itself, Windows looks into the working directory
 * first, and both systems into the one that an empty or relative entry of PATH means: a repository could bring a
 * program of this name. So such entries are left out, and the working directory does not matter.
 */
export function gitPlaces({ path = '', pathExt, platform }: ProgramSearch): readonly string[] {
  if (platform !== 'win32') {
    return path
      .split(posix.delimiter)
      .flatMap(folder => (posix.isAbsolute(folder) ? posix.join(folder, 'git') : []));
  }
  const named = (pathExt ?? '').split(win32.delimiter).filter(extension => STARTABLE.test(extension));
  const extensions = named.length > 0 ? named : ['.exe'];
  // Windows allows quotes around an entry, and semicolons between them.
  const folders = path.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];
  return folders
    .map(folder => folder.replaceAll('"', ''))
    .filter(folder => WINDOWS_ABSOLUTE.test(folder))
    .flatMap(folder => extensions.map(extension => win32.join(folder, `git${extension}`)));
}

let found: string | undefined;

/** The absolute path of the first git on PATH, looked for until it is found once; undefined when there is none. */
export function gitOnPath(): string | undefined {
  const { PATH: path, PATHEXT: pathExt } = process.env;
  return (found ??= gitPlaces({ path, pathExt, platform: process.platform }).find(isProgram));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // No such file, none that may be run, or a folder that may not be searched: PATH goes on.
    return false;
  }
}
