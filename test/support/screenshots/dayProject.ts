import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Person = 'Mia Okafor' | 'Jonas Weber';

/** A small project under git without a plan, and the developers who work in it from a shell. */
export class DayProject {
  private constructor(private readonly folder: string) {}

  /** @param folder a name that does not exist yet */
  static make(folder: string): DayProject {
    mkdirSync(folder);
    const project = new DayProject(folder);
    project.git('init', '--quiet', '--initial-branch=main');
    project.git('config', 'user.name', 'Mia Okafor');
    project.git('config', 'user.email', 'mia@example.com');
    project.commit('Mia Okafor', 'Begin the shop', 'README.md', '# Web shop\n');
    project.commit('Jonas Weber', 'List the products', 'src/products.ts', 'export const products = [];\n');
    return project;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.folder, ...args], { encoding: 'utf8' }).trim();
  }

  /** Writes one file and commits it alone. */
  commit(author: Person, subject: string, path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
    this.git('add', '--', path);
    const email = `${author.split(' ')[0]?.toLowerCase()}@example.com`;
    this.git('commit', '--quiet', '--author', `${author} <${email}>`, '--message', subject, '--', path);
  }

  /** Has another branch grow by commits, and the one that is checked out rebased on it; what is not committed is kept. */
  rebaseOnGrown(main: string, ...subjects: readonly string[]): void {
    const branch = this.git('branch', '--show-current');
    for (const subject of subjects) {
      const grown = this.git('commit-tree', `${main}^{tree}`, '-p', main, '-m', subject);
      this.git('update-ref', `refs/heads/${main}`, grown);
    }
    this.git('rebase', '--quiet', '--autostash', main, branch);
  }
}
