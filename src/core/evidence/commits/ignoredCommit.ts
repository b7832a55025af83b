import { compileGlob } from '../../base/glob';
import type { PlanSettings } from '../../plan/settings';
import type { Commit } from '../graph/history';
import { subjectOf } from '../graph/history';

const BOT = /\[bot\]$|^(?:dependabot|renovate|github-actions|greenkeeper|snyk-bot)\b/i;
const CONVENTIONAL = /^[a-z]+(?:\(([^)]*)\))?!?:\s*/i;
const MACHINE_MADE = [
  /^v?\d+\.\d+[\w.+-]*$/,
  /^(?:prepare |cut )?(?:release|version|bump(?: to)?)\s+v?\d+\.\d+/i,
  /^bump (?:the )?(?:[\w.-]+ )?version\b/i,
  /^(?:set|sync|update|increment)\b.{0,60}\bversion to v?\d/i,
  /^bump \S{1,100} from \S{1,50} to \S/i,
  /\[(?:skip ci|ci skip)\]/i,
];

/** Compiles the plan's `ignore` rules: a commit they hold for is never "without a task". */
export function compileIgnored(settings: Pick<PlanSettings, 'ignore'>): (commit: Commit) => boolean {
  const glob = (pattern: string): ((text: string) => boolean) => compileGlob(pattern.toLowerCase(), true);
  const authors = settings.ignore.authors.map(glob);
  const subjects = settings.ignore.subjects.map(glob);
  return commit => {
    const subject = subjectOf(commit);
    const people = [commit.author, commit.email];
    return (
      people.some(name => BOT.test(name.split('@')[0] ?? '')) ||
      isVersionBump(subject) ||
      people.some(name => authors.some(matches => matches(name.toLowerCase()))) ||
      subjects.some(matches => matches(subject.toLowerCase()))
    );
  };
}

/** `v1.2.3`, `Release 1.2`, `chore(release): …`, `chore: bump version`, and commits that skip the CI. */
function isVersionBump(subject: string): boolean {
  const type = CONVENTIONAL.exec(subject);
  const rest = subject.slice(type?.[0].length ?? 0);
  return type?.[1]?.toLowerCase() === 'release' || MACHINE_MADE.some(pattern => pattern.test(rest));
}
