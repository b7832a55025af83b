import type { LostLink } from '../../core/evidence/link';
import type { Severity } from '../../core/plan/problem';
import type { Snapshot } from '../../core/snapshot';
import type { Text } from '../../shared/text';
import { say } from '../../shared/sentences/say';
import { linkRepairs } from '../linkRepairs';
import { isOver } from '../planIndex';

/** Links that name no commit, as `milepost check` prints them. */
export interface LinkLine {
  readonly severity: Severity;
  readonly line: string;
}

/**
 * One line a link, `file:line:col severity code message`. A missing commit of a task that is not over is worth
 * a warning.
 */
export function linkLines(snapshot: Snapshot): readonly LinkLine[] {
  return linkRepairs(snapshot).flatMap(({ task, moved, missing }) =>
    [...moved, ...missing].map(lost => {
      const { file } = lost.link;
      const place = file === undefined ? `${task.file}:${task.line + 1}:1` : `${file}:1:1`;
      const code = codeOf(lost);
      const severity = code === 'link-lost' && !isOver(task.category) ? 'warning' : 'info';
      return { severity, line: `${place} ${severity} ${code} ${say(sentence(code, lost))}` };
    }),
  );
}

type Code = 'link-moved' | 'link-lost' | 'link-off-branch';

function codeOf({ foundAs, offBranch }: LostLink): Code {
  return foundAs !== undefined ? 'link-moved' : offBranch ? 'link-off-branch' : 'link-lost';
}

function sentence(code: Code, { link: { hash }, foundAs = '' }: LostLink): Text {
  return code === 'link-moved'
    ? { code: 'cli.link-moved', args: [hash.slice(0, 12), foundAs.slice(0, 12)] }
    : { code, args: [1, hash] };
}
