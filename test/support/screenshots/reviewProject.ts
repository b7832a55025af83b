import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSample } from '../sample/generate';

/** Makes the sample project of a day, and runs git in it. */
export class ReviewProject {
  private constructor(private readonly folder: string) {}

  /** The sample, with one more commit that names no task on the branch under review. @param today `YYYY-MM-DD` */
  static async make(folder: string, today: string): Promise<ReviewProject> {
    await generateSample(folder, today);
    const project = new ReviewProject(folder);
    appendFileSync(join(folder, 'src/mail/bounce.ts'), '\nexport const softAnswers = [421, 450, 451];\n');
    const author = ['-c', 'user.name=Mia Okafor', '-c', 'user.email=mia@example.com'];
    project.git(...author, 'commit', '--quiet', '--all', '--message', 'List the answers that are soft');
    return project;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', ['-C', this.folder, ...args], { encoding: 'utf8' }).trim();
  }

  /** The text of a file, by its path in the project. */
  text(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }
}
