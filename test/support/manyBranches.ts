import type { GitRepo } from './gitRepo';

/** A plan of two tasks, and branches `feature/0` and so on, each with a commit that starts the second one. */
export function manyBranches(repo: GitRepo, count: number): void {
  const task = (id: string, ...lines: readonly string[]): string =>
    ['---', `id: ${id}`, `title: ${id}`, ...lines, '---', ''].join('\n');
  const tip = repo.commit({
    message: 'Plan',
    files: {
      'plan/project.md': '---\nkey: APP\n---\n',
      'plan/tasks/one.md': task('APP-1'),
      'plan/tasks/two.md': task('APP-2'),
    },
  });
  const commands = Array.from({ length: count }, (_, n) => {
    const text = task('APP-2', 'status: In progress', `due: 2026-12-${10 + (n % 20)}`, `spent: ${n}h`);
    return [
      `commit refs/heads/feature/${n}`,
      'committer Ana <ana@example.org> 1767600000 +0000',
      'data 5\nStart',
      `from ${tip}`,
      `M 100644 inline plan/tasks/two.md\ndata ${text.length}\n${text}`,
    ].join('\n');
  });
  repo.gitReading(commands.map(command => `${command}\n`).join(''), 'fast-import', '--quiet');
}
