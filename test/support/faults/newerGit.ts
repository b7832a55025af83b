import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const REAL = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** What a git says, and how it ends, when a tree is not there; `$id` is its name. */
export const NEWER_WORDS = 'echo "fatal: unable to read tree ($id)" >&2; exit 128';

/**
 * A program called `git` that does what git does, save in a clone that lacks objects: there it answers as 2.47 and
 * 2.55 do, which say `missing` where older ones end, and never name the remote that has promised the object.
 * @param folder where to put it; it is made
 * @param ending what it does when it lacks a tree, as a line of shell
 * @returns its path
 */
export function newerGit(folder: string, ending = NEWER_WORDS): string {
  mkdirSync(folder, { recursive: true });
  const lines = [
    '#!/bin/sh',
    `real() { '${REAL}' "$@"; }`,
    'case " $* " in',
    "*' cat-file --batch '*)",
    '  while IFS= read -r name; do',
    '    if real cat-file -e "$name" 2>/dev/null; then printf "%s\\n" "$name" | real "$@"',
    '    else printf "%s missing\\n" "$name"; fi',
    '  done;;',
    "*' log '*|*' diff-tree '*)",
    `  words='${folder}'/$$`,
    '  real "$@" 2>"$words" && exit',
    '  id=$(sed -n "s/.*\\(could not fetch\\|unable to read tree\\) (*\\([0-9a-f]\\{40\\}\\).*/\\2/p" "$words")',
    '  if [ -z "$id" ]; then cat "$words" >&2; exit 128; fi',
    `  ${ending};;`,
    `*) exec '${REAL}' "$@";;`,
    'esac',
  ];
  const binary = join(folder, 'git');
  writeFileSync(binary, `${lines.join('\n')}\n`);
  chmodSync(binary, 0o755);
  return binary;
}
