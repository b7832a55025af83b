import type { Plan, Task } from '../../plan/model';
import type { Commit, History } from '../graph/history';
import { isWork, type PlanEvidence } from '../link';
import { addTo } from '../addTo';
import { plainWords } from './plainWords';

/** Newest commits that are looked at: who links a commit mostly works on what was worked on lately. */
const MOST_COMMITS = 10_000;
/** A commit of more files tells nothing by them. */
const MOST_FILES = 40;

/** A plan, and what is known about its commits. */
export interface LikelyInput {
  readonly plan: Plan;
  /** Where its root lies in its repository. */
  readonly prefix: string;
  readonly history: Pick<History, 'commits'>;
  readonly evidence: PlanEvidence;
  /** Commits that have just been given a task (its key), and are no evidence yet. */
  readonly chosen?: ReadonlyMap<string, string>;
}

/** What the commits and the titles of a plan's tasks say, by file, word and commit. Tasks by key, commits by hash. */
export interface LikelyIndex {
  /** By path: the tasks whose work changed the file, each with the commits that did. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** By stem: the tasks that have the word in their titles, each with the word as it stands there. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The commit whose first parent a commit is. */
  readonly children: ReadonlyMap<string, string>;
  /** By e-mail in lower case: the tasks that the author has worked on. */
  readonly authors: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<
  PlanEvidence,
  { readonly about: readonly unknown[]; readonly index: LikelyIndex }
>();

/** Made once for each state of the evidence. */
export function likelyIndex({ plan, prefix, history, evidence }: LikelyInput): LikelyIndex {
  const last = known.get(evidence);
  if (last && last.about[0] === plan.tasks && last.about[1] === history.commits) {
    return last.index;
  }
  const index = {
    ...indexCommits(history, evidence, `${prefix}${plan.folder}/`),
    words: indexWords(plan.tasks),
  };
  known.set(evidence, { about: [plan.tasks, history.commits], index });
  return index;
}

function indexCommits(
  { commits }: Pick<History, 'commits'>,
  { byCommit }: PlanEvidence,
  planFolder: string,
): Omit<LikelyIndex, 'words'> {
  const files = new Map<string, Map<string, string[]>>();
  const children = new Map<string, string>();
  const authors = new Map<string, Set<string>>();
  let looked = 0;
  for (const commit of commits.values()) {
    if (++looked > MOST_COMMITS) {
      break;
    }
    const [parent] = commit.parents;
    if (parent !== undefined) {
      children.set(parent, commit.hash);
    }
    const tasks = (byCommit.get(commit.hash) ?? []).filter(isWork).map(({ task }) => task);
    const author = commit.email.toLowerCase();
    for (const task of tasks) {
      authors.set(author, (authors.get(author) ?? new Set()).add(task));
      for (const path of workFiles(commit, planFolder)) {
        const ofFile = files.get(path) ?? new Map<string, string[]>();
        addTo(ofFile, task, commit.hash);
        files.set(path, ofFile);
      }
    }
  }
  return { files, children, authors };
}

/** The files of a commit that say what it works on; none where there are too many. */
export function workFiles({ files }: Commit, planFolder: string): readonly string[] {
  const paths = files.map(({ path }) => path).filter(path => !path.startsWith(planFolder));
  return paths.length > MOST_FILES ? [] : paths;
}

function indexWords(tasks: readonly Task[]): LikelyIndex['words'] {
  const words = new Map<string, Map<string, string>>();
  for (const { key, title } of tasks.filter(({ id }) => id !== '')) {
    for (const [stem, word] of plainWords(title)) {
      words.set(stem, (words.get(stem) ?? new Map<string, string>()).set(key, word));
    }
  }
  return words;
}
