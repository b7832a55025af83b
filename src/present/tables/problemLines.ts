import type { Snapshot } from '../../core/snapshot';
import { say } from '../../words/say';
import { mainLineText } from '../mainLine';

/**
 * One line a problem, `file:line:col severity code message`, sorted by place; lines and columns from one. Before them
 * plans that may be missing: named wrongly in the settings of the folder, or not to be read.
 */
export function problemLines(snapshot: Snapshot): string[] {
  const missing = snapshot.roots.flatMap(({ problems }) =>
    problems.map(problem => {
      const isOfPath = problem.code === 'plan-unreadable' || problem.code === 'plan-format-not-loaded';
      const file = isOfPath ? problem.args[0] : '.vscode/settings.json';
      return { place: `${file}:1:1`, severity: 'error', message: problem };
    }),
  );
  const inFiles = snapshot.plans
    .flatMap(({ plan }) => plan.problems)
    .sort((a, b) => (a.file === b.file ? a.range.start.line - b.range.start.line : a.file < b.file ? -1 : 1))
    .map(({ file, range, severity, message }) => ({
      place: `${file}:${range.start.line + 1}:${range.start.character + 1}`,
      severity,
      message,
    }));
  // One line each, whatever the file's text holds.
  return [...missing, ...inFiles].map(({ place, severity, message }) =>
    `${place} ${severity} ${message.code} ${say(message)}`.replace(/\s+/g, ' '),
  );
}

/** One line for each repository whose default branch is not the obvious one, at the file that can name it. */
export function mainLineLines({ repos, plans }: Snapshot): string[] {
  return repos.flatMap(({ top, history }) => {
    const text = history && mainLineText(history);
    const files = plans.flatMap(({ repo, plan }) => (repo === top ? plan.files : []));
    const file = files.find(path => /(?:^|\/)project\.md$/.test(path)) ?? 'plan/project.md';
    return text ? [`${file}:1:1 info main-line ${say(text)}`] : [];
  });
}
