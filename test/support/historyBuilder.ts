import { createHash } from 'node:crypto';
import type { Branch, Commit, Head, History } from '../../src/core/evidence/graph/history';

export interface CommitOptions {
  /** Paths that the commit changes; one source file by default. `['A plan/x.md']` gives the letter too. */
  readonly files?: readonly string[];
  /** Author and commit day, `YYYY-MM-DD`, at noon UTC; by default an hour after the commit before. */
  readonly day?: string;
  readonly author?: string;
  readonly email?: string;
  /** Second and further parents. */
  readonly merge?: readonly string[];
}

/**
 * Makes a `History` in memory, commit by commit, on branches that are checked out like git's.
 *
 *     const git = new HistoryBuilder();
 *     git.commit('Start');
 *     git.checkout('feature/app-1').commit('Work');
 *     git.checkout('main').merge('feature/app-1');
 *     const history = git.build();
 */
export class HistoryBuilder {
  private readonly commits: Commit[] = [];
  private readonly tips = new Map<string, string>();
  private readonly remotes: Branch[] = [];
  private readonly gone = new Set<string>();
  private current = 'main';
  private time = Date.UTC(2026, 8, 1, 9) / 1000;
  private shallow = false;
  private detached: { hash: string; branch?: string } | undefined;

  /** Switches to a branch; a new one begins at `at`, else where the current one stands. */
  checkout(name: string, at?: string): this {
    const start = at ?? this.tips.get(this.current);
    if (!this.tips.has(name) && start !== undefined) {
      this.tips.set(name, start);
    }
    this.current = name;
    return this;
  }

  /** Commits on the current branch and gives the hash. */
  commit(message: string, options: CommitOptions = {}): string {
    const { files = ['src/main.ts'], author = 'Ana', email = 'ana@example.org', merge = [] } = options;
    this.time = options.day ? Date.parse(`${options.day}T12:00:00Z`) / 1000 : this.time + 3600;
    const parent = this.tips.get(this.current);
    const hash = createHash('sha1').update(`${this.commits.length}\n${message}`).digest('hex');
    this.commits.push({
      hash,
      parents: parent === undefined ? merge : [parent, ...merge],
      author,
      email,
      authorTime: this.time,
      commitTime: this.time,
      message,
      files: files.map(file => {
        const [status, path] = /^[AMD] /.test(file) ? [file.charAt(0), file.slice(2)] : ['M', file];
        return { path, status, before: '0'.repeat(40), after: '1'.repeat(40) };
      }),
    });
    this.tips.set(this.current, hash);
    return hash;
  }

  /** Merges a branch into the current one and gives the hash of the merge. */
  merge(name: string, message = `Merge branch '${name}'`, options: CommitOptions = {}): string {
    return this.commit(message, { files: [], ...options, merge: [this.tip(name)] });
  }

  /** Records a remote-tracking ref of a branch, where the branch stands or at `at`. */
  push(name = this.current, at = this.tip(name)): this {
    this.remotes.push({
      name,
      ref: `refs/remotes/origin/${name}`,
      tip: at,
      remote: 'origin',
      upstreamGone: false,
    });
    return this;
  }

  deleteBranch(name: string): this {
    this.tips.delete(name);
    return this;
  }

  upstreamGone(name: string): this {
    this.gone.add(name);
    return this;
  }

  makeShallow(): this {
    this.shallow = true;
    return this;
  }

  /** Stands on a commit instead of a branch; `branch` is the one under rebase. */
  detach(hash: string, branch?: string): this {
    this.detached = { hash, ...(branch !== undefined && { branch }) };
    return this;
  }

  tip(name = this.current): string {
    const tip = this.tips.get(name);
    if (tip === undefined) {
      throw new Error(`no branch ${name}`);
    }
    return tip;
  }

  /** The history as git would show it now, with the default branch `main`. */
  build(): History {
    const locals = [...this.tips].map(([name, tip]): Branch => {
      return { name, ref: `refs/heads/${name}`, tip, upstreamGone: this.gone.has(name) };
    });
    const main = locals.find(branch => branch.name === 'main');
    const head: Head = this.detached
      ? { kind: 'detached', ...this.detached }
      : this.tips.has(this.current)
        ? { kind: 'branch', branch: this.current, hash: this.tip() }
        : { kind: 'unborn', branch: this.current };
    return {
      head,
      branches: [...locals, ...this.remotes],
      ...(main && { defaultBranch: main }),
      commits: new Map([...this.commits].reverse().map(commit => [commit.hash, commit])),
      shallow: this.shallow,
    };
  }
}
