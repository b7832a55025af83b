import type { Severity } from '../../core/plan/problem';
import type { Snapshot } from '../../core/snapshot';
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
    [...moved, ...missing].map(({ link: { hash, file }, foundAs }): LinkLine => {
      const severity = foundAs === undefined && !isOver(task.category) ? 'warning' : 'info';
      const place = file === undefined ? `${task.file}:${task.line + 1}:1` : `${file}:1:1`;
      const said =
        foundAs === undefined
          ? say({ code: 'link-lost', args: [1, hash] })
          : say({ code: 'cli.link-moved', args: [hash.slice(0, 12), foundAs.slice(0, 12)] });
      const code = foundAs === undefined ? 'link-lost' : 'link-moved';
      return { severity, line: `${place} ${severity} ${code} ${said}`.replace(/\s+/g, ' ') };
    }),
  );
}
