import type { Snapshot } from '../../core/snapshot';
import { say } from '../../shared/sentences/say';

/** One line a problem, `file:line:col severity code message`, sorted by place; lines and columns from one. */
export function problemLines(snapshot: Snapshot): string[] {
  return snapshot.plans
    .flatMap(({ plan }) => plan.problems)
    .sort((a, b) => (a.file === b.file ? a.range.start.line - b.range.start.line : a.file < b.file ? -1 : 1))
    .map(({ file, range, severity, message }) => {
      const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
      // One line each, whatever the file's text holds.
      return `${place} ${severity} ${message.code} ${say(message)}`.replace(/\s+/g, ' ');
    });
}
