import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColdResult } from './measure/cold';
import type { RawResult } from './measure/raw';
import { measureApart } from './measureApart';
import type { Row } from './table';
import { median, row } from './table';

/** A repository to be measured. */
export interface Subject {
  /** Stands in the names of its rows. */
  readonly name: string;
  readonly dir: string;
  /** How often it is opened; the median counts. */
  readonly runs: number;
  /** Whether the bars that are meant for the full size hold here. */
  readonly full: boolean;
  /** Whether its warm start is measured by the bar for small repositories. */
  readonly small: boolean;
}

/** The rows of one repository, and the time that opening it took per commit. */
export interface SubjectRows {
  readonly rows: readonly Row[];
  readonly perCommit: number;
}

const MB = 1024 * 1024;

/** Opens a repository several times, each time in a new process and after its raw cost. */
export async function openRows({ name, dir, runs, full, small }: Subject): Promise<SubjectRows> {
  const raws: RawResult[] = [];
  const opened: ColdResult[] = [];
  for (let run = 0; run < runs; run++) {
    raws.push(await measureApart('raw', dir));
    opened.push(await measureApart('cold', dir));
  }
  const of = (pick: (result: ColdResult) => number): number => median(opened.map(pick));
  const limit = median(raws.map(raw => raw.files + raw.git));
  const cache = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  const again: ColdResult[] = [];
  try {
    for (let run = 0; run <= runs; run++) again.push(await measureApart('cold', dir, cache));
  } finally {
    rmSync(cache, { recursive: true });
  }
  // The first one has filled the cache.
  const warm = again.slice(1);
  const warmLimit = small ? limit + 100 : limit / 2;
  const size = `${of(({ tasks }) => tasks)} tasks, ${of(({ commits }) => commits)} commits`;
  return {
    perCommit: of(({ ms }) => ms) / of(({ commits }) => commits),
    rows: [
      row(`${name}: raw, files`, median(raws.map(({ files }) => files)), 'ms', undefined, size),
      row(`${name}: raw, git`, median(raws.map(({ git }) => git)), 'ms'),
      row(
        `${name}: first drawing`,
        of(({ firstMs }) => firstMs),
        'ms',
        undefined,
        'the plan, before git answers',
      ),
      row(
        `${name}: cold`,
        of(({ ms }) => ms),
        'ms',
        3 * limit,
        '3 × raw',
      ),
      row(
        `${name}: warm`,
        median(warm.map(({ ms }) => ms)),
        'ms',
        warmLimit,
        small ? 'raw + 100 ms' : '0.5 × raw',
      ),
      row(
        `${name}: git processes, cold`,
        of(({ processes }) => processes),
        'processes',
        undefined,
        'one of them finds the repository',
      ),
      row(
        `${name}: git processes, warm`,
        Math.max(...warm.map(({ processes }) => processes)),
        'processes',
        3,
      ),
      row(
        `${name}: longest block`,
        of(({ blockMs }) => blockMs),
        'ms',
        50,
        'of this process while it opens',
      ),
      row(
        `${name}: longest block, warm`,
        median(warm.map(({ blockMs }) => blockMs)),
        'ms',
        50,
        'of this process while it opens',
      ),
      row(`${name}: heap growth`, of(({ heap }) => heap) / MB, 'MB', full ? 150 : undefined),
    ],
  };
}

/** What single changes cost in an open repository, and a message to its panel. */
export async function stepRows({ name, dir }: Subject): Promise<Row[]> {
  const { edits, commits, git, processes } = await measureApart('steps', dir);
  const messages = await measureApart('panel', dir);
  return [
    row(`${name}: edit one file`, median(edits), 'ms', 20, `worst ${Math.round(Math.max(...edits))} ms`),
    row(`${name}: one new commit, git`, median(git), 'ms'),
    row(
      `${name}: one new commit`,
      median(commits),
      'ms',
      50,
      `beyond git; worst ${Math.round(Math.max(...commits))} ms`,
    ),
    row(`${name}: git processes to refresh`, processes, 'processes', 3),
    ...messages.flatMap(({ tab, bytes, times }) => [
      row(`${name}: panel, ${tab}`, bytes / 1024, 'KB', 300),
      row(`${name}: panel, ${tab}`, median(times), 'ms', 10, `first ${Math.round(times[0] ?? 0)} ms`),
    ]),
  ];
}
