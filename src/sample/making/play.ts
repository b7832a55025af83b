import type { Steps } from '../../core/base/steps';
import { AUTHORS } from '../story/people';
import type { Calendar } from './calendar';
import type { Item } from './item';
import { ObjectIds, type Sha1 } from './objectIds';
import { renderFiles } from './render';
import type { CommitStep, Edit, Step } from './script';
import { applyEdit, copyState } from './state';
import type { State } from './state';

/** A commit of the story. */
export interface SampleCommit {
  /** `Name <e-mail>`; author and committer are the same. */
  readonly author: string;
  /** Git's raw form: seconds since 1970 and a time zone, such as `1772600000 +0100`. */
  readonly date: string;
  readonly message: string;
  /** Places of the parents in the list of commits, the first one first; none for the first commit. */
  readonly parents: readonly number[];
  /** New content by path; undefined deletes the file. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** A branch of the story at its end. */
export interface SampleBranch {
  /** Place of its newest commit in the list of commits. */
  readonly tip: number;
  /** Its files there, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a story makes. */
export interface Played {
  /** Parents come before their children. */
  readonly commits: readonly SampleCommit[];
  /** Branches that are still there at the end, by name. */
  readonly branches: ReadonlyMap<string, SampleBranch>;
}

interface Line {
  readonly state: State;
  /** Place of the newest commit. */
  tip: number | undefined;
  /** Files at the newest commit. */
  files: ReadonlyMap<string, string>;
  /** Since the branch began, to be repeated where it is merged. */
  readonly edits: Edit[];
}

const FIRST_MINUTE = 8 * 60 + 5;
const LAST_MINUTE = 17 * 60 + 35;
const TIME_ZONE = '+0100';

/** Plays the script: every step becomes a commit or a branch. */
export class Player {
  private readonly lines = new Map<string, Line>();
  private readonly named = new Map<string, { readonly id: string; readonly link: string }>();
  private readonly commits: SampleCommit[] = [];
  private readonly commitIds: string[] = [];
  private readonly ids: ObjectIds;

  constructor(
    private readonly calendar: Calendar,
    private readonly catalogue: ReadonlyMap<string, Item>,
    sha1: Sha1,
  ) {
    this.ids = new ObjectIds(sha1);
  }

  /**
   * Pauses after each step.
   * @throws Error when the script names an item, branch or commit that is not there at its moment.
   */
  *play(steps: readonly Step[]): Steps<Played> {
    const state: State = { items: new Map(), sources: new Map() };
    this.lines.set('main', { state, tip: undefined, files: new Map(), edits: [] });
    for (const day of new Set(steps.map(step => step.day))) {
      const today = steps.filter(step => step.day === day);
      const gap = Math.min(83, (LAST_MINUTE - FIRST_MINUTE) / today.length);
      for (const [i, step] of today.entries()) {
        const jitter = (i * 37 + Math.abs(day) * 11) % Math.max(1, Math.floor(gap));
        this.step(step, this.calendar.seconds(day, Math.floor(FIRST_MINUTE + i * gap) + jitter));
        yield;
      }
    }
    const branches = [...this.lines].flatMap(([name, { tip, files }]) =>
      tip === undefined ? [] : [[name, { tip, files }] as const],
    );
    return { commits: this.commits, branches: new Map(branches) };
  }

  private step(step: Step, time: number): void {
    switch (step.kind) {
      case 'branch': {
        const from = this.line(step.from);
        this.lines.set(step.branch, { ...from, state: copyState(from.state), edits: [] });
        return;
      }
      case 'commit':
        return this.commit(step, time);
      case 'merge': {
        const { edits, tip } = this.line(step.branch);
        const merged = tip === undefined ? [] : [tip];
        this.write('main', edits, step.by, time, `Merge branch '${step.branch}'\n`, merged);
        if (!step.keep) {
          this.lines.delete(step.branch);
        }
      }
    }
  }

  private commit(step: CommitStep, time: number): void {
    const body = step.body.map(line =>
      line.replace(/\{(\w+)\}/g, (_, label: string) => this.labelled(label).id),
    );
    const message = [step.subject, ...(body.length > 0 ? ['', ...body] : [])].join('\n').trimEnd();
    const id = this.write(step.branch, step.edits, step.by, time, `${message}\n`, []);
    if (step.label) {
      const link = `${id.slice(0, 12)} ${this.calendar.day(step.day)} ${step.subject}`;
      this.named.set(step.label, { id, link });
    }
  }

  /** @returns the commit's id in git */
  private write(
    branch: string,
    edits: readonly Edit[],
    by: string,
    time: number,
    message: string,
    merged: readonly number[],
  ): string {
    const line = this.line(branch);
    for (const edit of edits) {
      applyEdit(line.state, edit, this.catalogue, label => this.labelled(label).link);
    }
    line.edits.push(...edits);
    const author = AUTHORS[by];
    if (!author) {
      throw new Error(`nobody is called ${by}`);
    }
    const files = renderFiles(line.state, this.calendar);
    const changes = changesBetween(line.files, files);
    if (changes.size === 0 && merged.length === 0) {
      throw new Error(`a commit changes nothing: ${message}`);
    }
    const parents = [...(line.tip === undefined ? [] : [line.tip]), ...merged];
    const commit = { author, date: `${time} ${TIME_ZONE}`, message };
    line.tip = this.commits.push({ ...commit, parents, files: changes }) - 1;
    line.files = files;
    const parentIds = parents.map(parent => this.commitIds[parent] ?? '');
    const id = this.ids.commit({ ...commit, tree: this.ids.tree(files), parents: parentIds });
    this.commitIds.push(id);
    return id;
  }

  private line(branch: string): Line {
    const line = this.lines.get(branch);
    if (!line) {
      throw new Error(`no branch ${branch} at this moment`);
    }
    return line;
  }

  private labelled(label: string): { readonly id: string; readonly link: string } {
    const commit = this.named.get(label);
    if (!commit) {
      throw new Error(`no commit ${label} before this moment`);
    }
    return commit;
  }
}

function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Map<string, string | undefined> {
  const changes = new Map<string, string | undefined>();
  for (const [path, text] of after) {
    if (before.get(path) !== text) {
      changes.set(path, text);
    }
  }
  for (const path of before.keys()) {
    if (!after.has(path)) {
      changes.set(path, undefined);
    }
  }
  return changes;
}
