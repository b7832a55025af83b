import type { Message } from '../../base/message';
import { isOver } from '../../plan/category';
import type { Task } from '../../plan/model';
import { personOf } from '../../plan/people';
import { subjectOf, type Commit } from '../graph/history';
import { isWork } from '../link';
import { likelyIndex, workFiles, type LikelyInput } from './likelyIndex';
import { plainWords } from './plainWords';

/** Why a commit may belong to a task. */
export interface LikelyMessages {
  /** [commits of the task that changed one of its files] */
  'likely-files': [commits: number];
  /** [the words of the title, joined by commas] */
  'likely-words': [words: string];
  /** [commits of the task, by the same author, next to it on its branch] */
  'likely-neighbours': [commits: number];
  /** [the person] */
  'likely-assignee': [name: string];
  'likely-author': [];
}

/** A task that a commit may belong to. */
export interface LikelyTask {
  readonly task: Task;
  /** From `LEAST` upwards; it only compares. */
  readonly score: number;
  /** The strongest first; at least one. */
  readonly reasons: readonly Message<LikelyMessages>[];
}

/** What the reasons weigh at most. Who made a commit alone says nothing: that holds for all tasks of a person. */
const WEIGHTS = { files: 1, words: 0.8, neighbours: 0.6, person: 0.25 };
/** Below that a task is not suggested. */
const LEAST = 0.3;
/** What a task weighs that is over, since most commits belong to what is open. */
const OVER = 0.6;
/** A file that more tasks have changed tells none from another. */
const MOST_TASKS_OF_FILE = 8;
/** How far a neighbour is looked for, in commits. */
const REACH = 3;

interface Found {
  score: number;
  readonly reasons: { readonly weight: number; readonly reason: Message<LikelyMessages> }[];
}

/**
 * The tasks that a commit most likely belongs to, the likeliest first: their commits changed the same files, their
 * titles share words with the subject, and their commits by the same author are next to it on its branch; its author
 * counts beside these. Tasks that it is linked to already are left out.
 */
export function likelyTasks(input: LikelyInput, commit: Commit): readonly LikelyTask[] {
  const { plan, evidence } = input;
  const found = new Map<string, Found>();
  const add = (task: string, weight: number, reason: Message<LikelyMessages>): void => {
    const one = found.get(task) ?? { score: 0, reasons: [] };
    one.score += weight;
    one.reasons.push({ weight, reason });
    found.set(task, one);
  };
  byFiles(input, commit, add);
  byWords(input, commit, add);
  byNeighbours(input, commit, add);
  const linked = new Set(evidence.byCommit.get(commit.hash)?.map(({ task }) => task));
  const personOfTask = byPerson(input, commit);
  return plan.tasks
    .flatMap((task): LikelyTask[] => {
      const one = task.id === '' || linked.has(task.key) ? undefined : found.get(task.key);
      if (!one) {
        return [];
      }
      const person = personOfTask(task);
      const reasons = [...one.reasons, ...(person ? [{ weight: WEIGHTS.person, reason: person }] : [])];
      const score = (one.score + (person ? WEIGHTS.person : 0)) * (isOver(task.category) ? OVER : 1);
      const sorted = reasons.sort((a, b) => b.weight - a.weight).map(({ reason }) => reason);
      return score < LEAST ? [] : [{ task, score, reasons: sorted }];
    })
    .sort((a, b) => b.score - a.score);
}

type Add = (task: string, weight: number, reason: Message<LikelyMessages>) => void;

/** The fewer tasks have changed a file, the more it tells. */
function byFiles(input: LikelyInput, commit: Commit, add: Add): void {
  const { files } = likelyIndex(input);
  const planFolder = `${input.prefix}${input.plan.folder}/`;
  const own = workFiles(commit, planFolder);
  const shares = new Map<string, number>();
  const commits = new Map<string, Set<string>>();
  const count = (task: string, share: number, hashes: readonly string[]): void => {
    shares.set(task, (shares.get(task) ?? 0) + share);
    commits.set(task, new Set([...(commits.get(task) ?? []), ...hashes]));
  };
  for (const path of own) {
    const tasks = files.get(path);
    if (tasks && tasks.size <= MOST_TASKS_OF_FILE) {
      tasks.forEach((hashes, task) => count(task, 1 / tasks.size / own.length, hashes));
    }
  }
  for (const [hash, task] of input.chosen ?? []) {
    const other = input.history.commits.get(hash);
    const same = other ? workFiles(other, planFolder).filter(path => own.includes(path)).length : 0;
    if (same > 0) {
      count(task, same / own.length, [hash]);
    }
  }
  for (const [task, share] of shares) {
    const weight = WEIGHTS.files * Math.min(1, share);
    add(task, weight, { code: 'likely-files', args: [commits.get(task)?.size ?? 0] });
  }
}

/** The fewer titles have a word, the more it tells; one that every tenth title has tells nothing. */
function byWords(input: LikelyInput, commit: Commit, add: Add): void {
  const { words } = likelyIndex(input);
  const most = Math.max(3, input.plan.tasks.length / 10);
  const shared = new Map<string, { weight: number; readonly words: string[] }>();
  for (const stem of plainWords(subjectOf(commit)).keys()) {
    const tasks = words.get(stem);
    if (tasks && tasks.size <= most) {
      for (const [task, word] of tasks) {
        const known = shared.get(task) ?? { weight: 0, words: [] };
        known.weight += 1 / tasks.size;
        known.words.push(word);
        shared.set(task, known);
      }
    }
  }
  for (const [task, { weight, words: same }] of shared) {
    const share = Math.min(1, weight / 1.5);
    add(task, WEIGHTS.words * share, { code: 'likely-words', args: [same.join(', ')] });
  }
}

/** The commits before and after it on first parents, as far as its author made them. */
function byNeighbours(input: LikelyInput, commit: Commit, add: Add): void {
  const { history, evidence, chosen } = input;
  const { children } = likelyIndex(input);
  const near = new Map<string, { nearest: number; commits: number }>();
  const ways = [(one: Commit) => one.parents[0], (one: Commit) => children.get(one.hash)];
  for (const next of ways) {
    let at = history.commits.get(next(commit) ?? '');
    for (let distance = 1; at && distance <= REACH && at.email === commit.email; distance++) {
      const links = evidence.byCommit.get(at.hash) ?? [];
      const own = chosen?.get(at.hash);
      for (const task of [...links.filter(isWork).map(link => link.task), ...(own ? [own] : [])]) {
        const known = near.get(task) ?? { nearest: distance, commits: 0 };
        near.set(task, { nearest: Math.min(known.nearest, distance), commits: known.commits + 1 });
      }
      at = history.commits.get(next(at) ?? '');
    }
  }
  for (const [task, { nearest, commits }] of near) {
    add(task, WEIGHTS.neighbours / nearest, { code: 'likely-neighbours', args: [commits] });
  }
}

/** Whether the author of a commit has a task, or has worked on it. */
function byPerson(input: LikelyInput, commit: Commit): (task: Task) => Message<LikelyMessages> | undefined {
  const { people } = input.plan.settings;
  const person = personOf(people, { name: commit.author, email: commit.email });
  const bare = (name: string): string => name.trim().replace(/^@/, '').toLowerCase();
  const names = new Set(
    [person?.id, person?.name, ...(person?.emails ?? []), commit.author, commit.email].flatMap(name =>
      name === undefined ? [] : [bare(name)],
    ),
  );
  const worked = likelyIndex(input).authors.get(commit.email.toLowerCase());
  return ({ key, assignees }) => {
    if (assignees.some(name => names.has(bare(name)))) {
      return { code: 'likely-assignee', args: [person?.name ?? commit.author] };
    }
    return worked?.has(key) ? { code: 'likely-author', args: [] } : undefined;
  };
}
