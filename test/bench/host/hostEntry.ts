import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Row } from '../../../src/present/row';
import { say } from '../../../src/words/say';
import { showFolders } from '../../support/windowFolders';
import type { TestApi } from '../../../src/vscode/testApi';

/** A repository, and the same one without its plan. */
export interface HostSubject {
  readonly name: string;
  readonly dir: string;
  readonly withoutPlan: string;
}

/** What is measured in the extension host, and where the figures go. */
export interface HostTask {
  readonly subjects: readonly HostSubject[];
  readonly results: string;
}

/** Figures of one folder. Times are milliseconds. */
export interface HostFigures {
  readonly name: string;
  /** From adding the folder until the tree shows its plan, and until git is in it. */
  readonly firstMs: number;
  readonly readyMs: number;
  /** Longest time in which the extension host could do nothing else, while it opened the folder and after. */
  readonly openBlockMs: number;
  readonly changeBlockMs: number;
  /** The same while VS Code opened the repository without its plan. */
  readonly editorBlockMs: number;
  /** From a gesture that edits and saves a file, and from the end of `git commit`, until the tree shows it. */
  readonly edits: readonly number[];
  /** The part of each edit in which VS Code changed the document and saved it. */
  readonly saves: readonly number[];
  readonly commits: readonly number[];
  /** Share of a core that the extension host used while nothing happened. */
  readonly idle: number;
}

export interface HostResult {
  /** Loading the entry and running `activate`, in milliseconds. */
  readonly activateMs: number;
  /** Longest block from there until engine and store are loaded, in milliseconds. */
  readonly startBlockMs: number;
  /** Share of a core that the extension host used at the end, with no plan open. */
  readonly idle: number;
  readonly figures: readonly HostFigures[];
}

const STEPS = 7;
const IDLE_MS = 10_000;
/** What follows a change by itself has ended by then. */
const SETTLE_MS = 3_000;
/** Nothing that is waited for takes longer unless it never comes. */
const PATIENCE_MS = 60_000;

/** VS Code calls this in the extension host, as the entry of its tests. */
export async function run(): Promise<void> {
  const { subjects, results }: HostTask = JSON.parse(process.env.MILEPOST_BENCH ?? '');
  const extension = vscode.extensions.getExtension<TestApi>('milepost.milepost');
  if (!extension || extension.isActive) throw new Error('Milepost is not there, or active without a plan');
  const activation = timeActivation(join(extension.extensionPath, 'dist/extension.js'));
  const starting = await watchBlocks();
  const api = await extension.activate();
  const { store } = await api.load();
  await store.whenIdle();
  const startBlockMs = await starting.longest();
  await vscode.commands.executeCommand('milepost.currentWork.focus');
  await vscode.commands.executeCommand('milepost.milestones.focus');
  const figures: HostFigures[] = [];
  for (const subject of subjects) figures.push(await new Measured(api, subject).measure());
  const idle = await idleShare();
  const result: HostResult = { activateMs: activation.ms, startBlockMs, idle, figures };
  writeFileSync(results, JSON.stringify(result));
}

/** Times how VS Code loads the extension's entry and runs its `activate`; what it does besides does not count. */
function timeActivation(entry: string): { ms: number } {
  const time = { ms: 0 };
  const loader = Module as unknown as { _load: (...args: unknown[]) => unknown };
  const original = loader._load;
  loader._load = (...args) => {
    const loading = performance.now();
    const loaded = original.apply(loader, args);
    if (args[0] !== entry) return loaded;
    const extension = loaded as { activate(context: unknown): unknown };
    time.ms = performance.now() - loading;
    return {
      ...extension,
      activate: (context: unknown) => {
        const activating = performance.now();
        const api = extension.activate(context);
        time.ms += performance.now() - activating;
        return api;
      },
    };
  };
  return time;
}

/** One folder, as it is added to the window, followed, and removed. */
class Measured {
  constructor(
    private readonly api: TestApi,
    private readonly subject: HostSubject,
  ) {}

  private get dir(): string {
    return this.subject.dir;
  }

  async measure(): Promise<HostFigures> {
    const editorBlockMs = await this.openWithoutPlan();
    const opening = await watchBlocks();
    const opened = await this.open();
    const openBlockMs = await opening.longest();
    const changing = await watchBlocks();
    const { edits, saves } = await this.edit();
    const commits = await this.commit();
    const changeBlockMs = await changing.longest();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const idle = await idleShare();
    await this.close();
    return {
      name: this.subject.name,
      ...opened,
      openBlockMs,
      editorBlockMs,
      changeBlockMs,
      edits,
      saves,
      commits,
      idle,
    };
  }

  /**
   * What opening the folder and following an edit of Markdown cost that is not Milepost's: the extensions for git and
   * for Markdown live in the same process.
   */
  private async openWithoutPlan(): Promise<number> {
    const blocks = await watchBlocks();
    const uri = vscode.Uri.file(this.subject.withoutPlan);
    const git = await vscode.extensions.getExtension('vscode.git')?.activate();
    await showFolders(uri);
    await git?.getAPI(1).openRepository(uri);
    const notes = vscode.Uri.joinPath(uri, 'notes.md');
    writeFileSync(notes.fsPath, '# Notes\n');
    const document = await vscode.workspace.openTextDocument(notes);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notes, document.positionAt(0), '\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await sleep(SETTLE_MS);
    await showFolders();
    return blocks.longest();
  }

  private async open(): Promise<{ firstMs: number; readyMs: number }> {
    const { store } = await this.api.load();
    const facts = () => store.snapshot.plans.find(({ plan }) => plan.root === this.dir);
    const start = performance.now();
    await showFolders(vscode.Uri.file(this.dir));
    await this.until('the plan', async () => facts() !== undefined && (await this.shown()).length > 0);
    const firstMs = performance.now() - start;
    await this.until('git', () => facts()?.evidence !== undefined && store.snapshot.phase === 'ready');
    return { firstMs, readyMs: performance.now() - start };
  }

  private async close(): Promise<void> {
    const { store } = await this.api.load();
    await showFolders();
    await this.until('no plan', () => store.snapshot.plans.length === 0);
  }

  /** Changes the titles of tasks that the tree shows, and saves. */
  private async edit(): Promise<{ edits: number[]; saves: number[] }> {
    const edits: number[] = [];
    const saves: number[] = [];
    const tasks = (await this.shown()).filter(({ context }) => context.startsWith('task:'));
    for (let step = 0; step < STEPS; step++) {
      const row = tasks[step % tasks.length];
      if (row?.target?.kind !== 'file') throw new Error(`no task to edit in ${this.subject.name}`);
      const { file, line } = row.target;
      const text = readFileSync(join(this.dir, file), 'utf8');
      const at = titleEnd(text, line);
      const mark = ` again${step}`;
      const start = performance.now();
      const uri = vscode.Uri.file(join(this.dir, file));
      const document = await vscode.workspace.openTextDocument(uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, document.positionAt(at), mark);
      await vscode.workspace.applyEdit(edit);
      await document.save();
      saves.push(performance.now() - start);
      await this.until(`the edit of ${file}`, async () =>
        (await this.shown()).some(({ id, label }) => id === row.id && say(label).includes(mark)),
      );
      edits.push(performance.now() - start);
    }
    return { edits, saves };
  }

  /** Commits in a shell without naming a task, which *Current Work* counts. */
  private async commit(): Promise<number[]> {
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: this.dir });
    const times: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const before = await this.withoutTask();
      const subject = `Measure the host ${step}`;
      appendFileSync(join(this.dir, 'bench.txt'), `${step}\n`);
      await git('add', 'bench.txt');
      await git('commit', '--quiet', '--no-verify', '--no-gpg-sign', `--message=${subject}`);
      const start = performance.now();
      await this.until(subject, async () => (await this.withoutTask()) !== before);
      times.push(performance.now() - start);
    }
    return times;
  }

  /** The rows of *Milestones* that are drawn without a click. */
  private async shown(): Promise<readonly Row[]> {
    return expanded(await this.api.rows('milestones'));
  }

  /** How many commits lack a task, as *Current Work* says it. */
  private async withoutTask(): Promise<string> {
    const row = expanded(await this.api.rows('currentWork')).find(({ id }) => id.endsWith('/free'));
    return say(row?.description ?? '');
  }

  /** Waits until the condition holds after a change of the snapshot or of a tree. */
  private async until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
    let told: { dispose(): void } | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const check = (): void => void Promise.resolve(condition()).then(holds => holds && resolve(), reject);
        timer = setTimeout(
          () => reject(new Error(`${this.subject.name}: ${what} does not show`)),
          PATIENCE_MS,
        );
        told = this.api.onDidChange(check);
        check();
      });
    } finally {
      clearTimeout(timer);
      told?.dispose();
    }
  }
}

function expanded(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap(row => [row, ...(row.expand === 'expanded' ? expanded(row.children()) : [])]);
}

/** Where the title of a task ends: in its front matter, else at the end of its line. */
function titleEnd(text: string, line: number): number {
  const title = /^title:.*?(?=['"]?\r?$)/m.exec(text);
  if (title && text.startsWith('---')) return title.index + title[0].length;
  const lines = text.split('\n');
  return lines
    .slice(0, line + 1)
    .join('\n')
    .trimEnd().length;
}

async function watchBlocks(): Promise<{ longest(): Promise<number> }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(50);
  delay.reset();
  return {
    async longest() {
      await sleep(50);
      delay.disable();
      return delay.max / 1e6;
    },
  };
}

async function idleShare(): Promise<number> {
  await sleep(SETTLE_MS);
  const before = process.cpuUsage();
  const start = performance.now();
  await sleep(IDLE_MS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (performance.now() - start);
}
