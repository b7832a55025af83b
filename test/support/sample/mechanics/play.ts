import { AUTHORS } from '../story/people';
import type { Calendar } from './calendar';
import type { FastImport } from './fastImport';
import type { Item } from './item';
import { renderFiles } from './render';
import type { CommitStep, Edit, Step } from './script';
import { applyEdit, copyState } from './state';
import type { State } from './state';

interface Line {
  readonly state: State;
  /** Mark of the newest commit. */
  tip: number;
  /** Files at the newest commit. */
  files: ReadonlyMap<string, string>;
  /** Since the branch began, to be repeated where it is merged. */
  readonly edits: Edit[];
}

const FIRST_MINUTE = 8 * 60 + 5;
const LAST_MINUTE = 17 * 60 + 35;

/** Plays the script into an empty repository: every step becomes a commit or a branch. */
export class Player {
  private readonly lines = new Map<string, Line>();
  private readonly commits = new Map<string, { hash: string; link: string }>();

  constructor(
    private readonly target: FastImport,
    private readonly calendar: Calendar,
    private readonly catalogue: ReadonlyMap<string, Item>,
  ) {}

  /** @throws Error when the script names an item, branch or commit that is not there at its moment. */
  async play(steps: readonly Step[]): Promise<void> {
    const state: State = { items: new Map(), sources: new Map() };
    this.lines.set('main', { state, tip: 0, files: new Map(), edits: [] });
    for (const day of new Set(steps.map(step => step.day))) {
      const today = steps.filter(step => step.day === day);
      const gap = Math.min(83, (LAST_MINUTE - FIRST_MINUTE) / today.length);
      for (const [i, step] of today.entries()) {
        const jitter = (i * 37 + Math.abs(day) * 11) % Math.max(1, Math.floor(gap));
        await this.step(step, this.calendar.seconds(day, Math.floor(FIRST_MINUTE + i * gap) + jitter));
      }
    }
  }

  private async step(step: Step, time: number): Promise<void> {
    switch (step.kind) {
      case 'branch': {
        const from = this.line(step.from);
        this.lines.set(step.branch, { ...from, state: copyState(from.state), edits: [] });
        return;
      }
      case 'commit':
        return this.commit(step, time);
      case 'merge': {
        const branch = this.line(step.branch);
        this.write('main', branch.edits, step.by, time, `Merge branch '${step.branch}'\n`, [branch.tip]);
        if (!step.keep) {
          this.target.reset(step.branch, undefined);
          this.lines.delete(step.branch);
        }
      }
    }
  }

  private async commit(step: CommitStep, time: number): Promise<void> {
    const body = step.body.map(line =>
      line.replace(/\{(\w+)\}/g, (_, label: string) => this.named(label).hash),
    );
    const message = [step.subject, ...(body.length > 0 ? ['', ...body] : [])].join('\n').trimEnd();
    const mark = this.write(step.branch, step.edits, step.by, time, `${message}\n`, []);
    if (step.label) {
      const hash = await this.target.hash(mark);
      const link = `${hash.slice(0, 12)} ${this.calendar.day(step.day)} ${step.subject}`;
      this.commits.set(step.label, { hash, link });
    }
  }

  private write(
    branch: string,
    edits: readonly Edit[],
    by: string,
    time: number,
    message: string,
    merged: readonly number[],
  ): number {
    const line = this.line(branch);
    for (const edit of edits) {
      applyEdit(line.state, edit, this.catalogue, label => this.named(label).link);
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
    const parents = [...(line.tip === 0 ? [] : [line.tip]), ...merged];
    line.tip = this.target.commit({ branch, author, time, message, parents, files: changes });
    line.files = files;
    return line.tip;
  }

  private line(branch: string): Line {
    const line = this.lines.get(branch);
    if (!line) {
      throw new Error(`no branch ${branch} at this moment`);
    }
    return line;
  }

  private named(label: string): { hash: string; link: string } {
    const commit = this.commits.get(label);
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
